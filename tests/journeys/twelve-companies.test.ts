import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { Client } from '#tests/support/client.ts';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, signIn } from '#tests/support/demo-site.ts';
import { blockPath, fillDocument } from '#tests/support/fill-plan.ts';

interface Company {
  readonly client: Client;
  readonly name: string;
  /** Of the sample: what it writes. */
  readonly project: Answers;
  readonly inside: boolean;
  id: string;
}

/** Sample projects of the story: two lie outside the zone; the last company has no account and sends a workbook. */
const written = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const byWorkbook = 11;
/** Demonstration accounts that exist; the zone gives the others theirs. */
const known: Readonly<Record<number, string>> = { 0: 'company', 4: 'nanjing.company', 9: 'kunshan.company' };
const authorities: Readonly<Record<number, string>> = { 4: 'pukou', 9: 'kunshan' };
const { projects, ...sample }: PlanContent = JSON.parse(readFileSync(new URL('../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));

/** From an empty call to a plan that is ready: the whole of gathering, by role. What a page does once is done in the browser, what eleven companies do alike over HTTP. */
describe('a zone gathers twelve projects of twelve companies', () => {
  let site: DemoSite;
  let zone: Client;
  let page: Page;
  let plan = '';
  let solicitation = '';
  const companies = new Map<number, Company>();
  let declined: Client;

  const inDialog = (button: string) => page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  const must = (client: Client) => async (method: string, path: string, body?: unknown) => {
    const answer = await client.send(method, path, body === undefined ? {} : { body });
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${new TextDecoder().decode(answer.bytes).slice(0, 400)}`);
    return answer;
  };
  const problems = async () => (await zone.get(`/api/plans/${plan}/problems`)).json<Problem[]>();
  const openMusts = async () => (await problems()).filter((problem) => problem.severity === 'must').map(({ rule, path }) => `${rule} ${path}`);

  async function signedIn(username: string, password = demoPassword): Promise<Client> {
    const client = new Client(site.address);
    await must(client)('POST', '/api/session', { username, password });
    return client;
  }

  /** The zone makes the company's place and its first person, who must choose a password of their own before anything else. */
  async function joins(name: string, uscc: string, username: string): Promise<Client> {
    const { id } = (await must(zone)('POST', '/api/organisations', { kind: 'company', name, uscc, confirmed: true, cityCode: '321200' })).json<{
      id: string;
    }>();
    const rights = { write: true, submit: true, manage: true };
    const person = { username, name: '演示人员', rights, adminRole: null };
    const given = (await must(zone)('POST', `/api/organisations/${id}/people`, person)).json<{
      username: string;
      password: string;
    }>();
    const client = await signedIn(given.username, given.password);
    expect((await client.get('/api/proposals')).status).toBe(403);
    await must(client)('PUT', '/api/account/password', { current: given.password, next: 'a password of our own' });
    return client;
  }

  beforeAll(async () => {
    site = await openDemoSite('noPlans');
    zone = await signedIn('taizhou');
    page = await (await site.open()).newPage();
    await signIn(page, 'taizhou');
  });
  afterAll(() => site?.close());

  test('the call is empty: the zone has no plan, and is told how one begins', async () => {
    await page.getByRole('heading', { name: '还没有开始编制' }).waitFor();
  });

  test('the zone publishes its terms', async () => {
    await page.goto('/solicitation');
    await page.getByRole('button', { name: '起草征集公告' }).click();
    await page.getByLabel('公告标题').fill('（演示）生物医药集群试点项目征集');
    await page.getByLabel('征集条件').fill('面向全省征集疫苗、抗体和高端辅料方向的项目。');
    await page.getByLabel('应征截止').fill('2022-03-18T17:30');
    await page.getByLabel('联系人').fill('薛映川');
    await page.getByLabel('联系电话').fill('0523-80000012');
    await page.getByRole('button', { name: '发布征集公告' }).click();
    await inDialog('发布征集公告');
    await page.getByText(/已发布，编号 ZJ2022-\d+/).waitFor();
    solicitation = (await zone.get('/api/solicitations')).json<{ id: string }[]>()[0]!.id;
  });

  test('twelve companies answer; eight of them get their accounts from the zone first', async () => {
    for (const index of written) {
      const project = projects[index]!;
      const { applicant, applicantCode, location, name } = project['summary'] as Record<string, string>;
      const client = known[index] === undefined ? await joins(applicant!, applicantCode!, `demo.company${index}`) : await signedIn(known[index]);
      const inside = location === '本高新区内';
      const asked = (project['money'] as Record<string, number>)['province']!;
      await must(client)('POST', `/api/solicitations/${solicitation}/offers`, { title: name, summary: '见项目申报书。', asked, inside });
      companies.set(index, { client, name: applicant!, project, inside, id: '' });
    }
    const { applicant, applicantCode } = projects[13]!['summary'] as Record<string, string>;
    declined = await joins(applicant!, applicantCode!, 'demo.company13');
    await must(declined)('POST', `/api/solicitations/${solicitation}/offers`, { title: '分子诊断试剂', summary: '见附件。', asked: 200_000_000, inside: true });
  });

  test('the zone accepts eleven, and declines one with a reason that its company reads', async () => {
    await page.goto('/solicitation');
    await page.getByRole('button', { name: '采纳 江苏沐衡泰生物制药股份有限公司', exact: true }).click();
    await inDialog('采纳');
    await page.getByText(/已采纳江苏沐衡泰生物制药股份有限公司的应征/).waitFor();
    await page.getByRole('button', { name: '不采纳 泰州谱岑分子诊断有限公司', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('不在本集群主攻方向内，建议申报面上项目。');
    await inDialog('不采纳');
    await expect.poll(async () => (await declined.get('/api/answers')).json<{ state: string }[]>()[0]?.state).toBe('declined');
    const refused = (await declined.get('/api/answers')).json<{ state: string; reason: string | null }[]>();
    expect(refused).toMatchObject([{ state: 'declined', reason: '不在本集群主攻方向内，建议申报面上项目。' }]);

    const offers = (await zone.get('/api/answers')).json<{ id: string; state: string; company: string }[]>();
    for (const { id, state } of offers) if (state === 'offered') await must(zone)('POST', `/api/answers/${id}/accept`, {});
    for (const company of companies.values()) {
      const [own] = (await company.client.get('/api/proposals')).json<{ id: string; plan: string }[]>();
      company.id = own!.id;
      plan = own!.plan;
    }
  });

  test('each company sees its own proposal and no other', async () => {
    const [first, second] = [companies.get(0)!, companies.get(1)!];
    expect((await first.client.get(`/api/proposals/${second.id}`)).status).toBe(404);
    expect((await first.client.get(`/api/plans/${plan}`)).status).toBe(404);
  });

  test('each company fills in its proposal and submits it to the zone', async () => {
    for (const company of companies.values()) {
      await fillProposal(company);
      await must(company.client)('POST', `/api/proposals/${company.id}/submit`, {});
    }
  });

  test('one is returned twice, each time with its reason, and comes back better', async () => {
    const company = companies.get(1)!;
    for (const reason of ['请补充产业化地点。', '目标产量请写明年份。']) {
      await must(zone)('POST', `/api/proposals/${company.id}/return`, { reason, fields: ['/research/goal'] });
      const seen = (await company.client.get(`/api/proposals/${company.id}`)).json<{ state: string; reviews: { reason: string | null }[] }>();
      expect([seen.state, seen.reviews[0]?.reason]).toEqual(['drafting', reason]);
      await saveOver(company.client, company.id, 'research', {
        goal: `${String((company.project['research'] as Record<string, string>)['goal'])}（${reason}已改）`,
      });
      await must(company.client)('POST', `/api/proposals/${company.id}/submit`, {});
    }
    const versions = (await zone.get(`/api/proposals/${company.id}/versions`)).json<{ n: number }[]>();
    expect(versions.map((version) => version.n).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  test('the board says who owes what; the authorities where two of them lie are asked, hurried, and recommend', async () => {
    for (const [index, authority] of Object.entries(authorities)) {
      const company = companies.get(Number(index))!;
      const local = await signedIn(authority);
      const list = (await zone.get('/api/local-authorities')).json<{ id: string; name: string }[]>();
      const name = (await local.get('/api/session')).json<{ organisation: string }>().organisation;
      await must(zone)('POST', `/api/proposals/${company.id}/recommendation/ask`, { authority: list.find((one) => one.name === name)!.id });
    }
    await page.goto('/workbench');
    const card = page.getByRole('region', { name: '谁还欠什么' });
    await card.getByText('出具审核推荐意见').first().waitFor();
    await card.getByRole('button', { name: '全部催办' }).click();
    await card.getByText('已催办 2 家。').waitFor();
    for (const [index, authority] of Object.entries(authorities)) {
      const local = await signedIn(authority);
      const { messages } = (await local.get('/api/messages')).json<{ messages: { kind: string }[] }>();
      expect(messages.map((message) => message.kind)).toContain('reminder.asked');
      await must(local)('POST', `/api/proposals/${companies.get(Number(index))!.id}/recommendation/give`, { opinion: '情况属实，同意推荐。' });
    }
  });

  test('a company without accounts answers by workbook, which the zone compares and takes over', async () => {
    const { id } = (await must(zone)('POST', `/api/plans/${plan}/projects`, {})).json<{ id: string }>();
    const { edition } = (await zone.get(`/api/plans/${plan}`)).json<{ edition: string }>();
    const workbook = await must(zone)('POST', `/api/sheets/${edition}/proposal/workbook`, { title: '项目申报书', answers: projects[byWorkbook] });
    await page.goto(`/plans/${plan}/projects/${id}`);
    await page.getByRole('button', { name: '导入整份申报书' }).click();
    await page
      .getByLabel('选择填好的 Excel 文件')
      .setInputFiles({ name: '填好的申报书.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(workbook.bytes) });
    await page.getByRole('button', { name: /^写进表里/ }).click();
    await page.locator('.save-state', { hasText: '已保存' }).waitFor();
    await expect
      .poll(
        async () =>
          (await zone.get(`/api/proposals/${id}`)).json<{ blocks: Record<string, { answers: { province?: number } }> }>().blocks['money']?.answers.province,
      )
      .toBe(300_000_000);
  });

  test('the zone takes all eleven that were submitted', async () => {
    for (const { id } of companies.values()) await must(zone)('POST', `/api/proposals/${id}/take`, {});
  });

  test('the zone fills in its own part, with proofs, and nothing that must be is open', async () => {
    for (const document of ['form', 'commitment', 'outline'] as const) await fillDocument(zone, plan, document, sample[document]);
    for (const { path, name } of sample.attachments.filter((one) => one.path.startsWith('/form/'))) {
      const query = new URLSearchParams({ path: path.slice('/form'.length), name });
      const answer = await zone.send('POST', `/api/plans/${plan}/documents/form/files?${query}`, { bytes: smallPdf });
      expect(answer.status, new TextDecoder().decode(answer.bytes)).toBe(200);
    }
    expect(await openMusts()).toEqual([]);
  });

  test('the board shows twelve of twelve, and the plan is submitted with a receipt', async () => {
    await page.goto('/workbench');
    await page.locator('.readiness li', { hasText: '试点项目' }).getByText('12/12').waitFor();
    await page.goto(`/plans/${plan}/check`);
    for (const problem of (await problems()).filter((one) => !isSettled(one))) {
      const { note, severity, message } = problem;
      if (note === undefined || severity === 'must') continue;
      await settleNote(note, severity === 'confirm' ? { confirmed: message } : { justification: '本项目投入强度大、带动面广，'.repeat(8) });
    }
    await page.reload();
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报送' }).click();
    await page.getByText('已报送。').waitFor();
    const frozen = (await companies.get(0)!.client.get(`/api/proposals/${companies.get(0)!.id}`)).json<{ state: string }>();
    expect(frozen.state).toBe('locked');
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });

  /** Every block as the sample has it, on top of what accepting filled in. */
  async function fillProposal({ client, id, project, name, inside }: Company): Promise<void> {
    for (const [block, answers] of Object.entries(project)) {
      const own = block === 'summary' ? { applicant: name, location: inside ? '本高新区内' : '本高新区外' } : {};
      await saveOver(client, id, block, { ...(answers as object), ...own });
    }
  }

  async function saveOver(client: Client, id: string, block: string, answers: object): Promise<void> {
    const file = (await client.get(`/api/proposals/${id}`)).json<{ blocks: Record<string, { version: number; answers: object }> }>();
    const standing = file.blocks[block]!;
    await must(client)('PUT', `/api/proposals/${id}/blocks/${block}`, { base: standing.version, answers: { ...standing.answers, ...answers } });
  }

  /** A reason or a tick, in the block that it belongs to. */
  async function settleNote(note: { block: string; key: string }, value: object): Promise<void> {
    const [, document = '', block = ''] = note.block.split('/');
    if (document !== 'form') throw new Error(`nothing outside the form should need settling: ${note.block} ${note.key}`);
    const file = (await zone.get(`/api/plans/${plan}`)).json<{ documents: { form: Record<string, { version: number; answers: { notes?: object } }> } }>();
    const standing = file.documents.form[block]!;
    const answers = { ...standing.answers, notes: { ...standing.answers.notes, [note.key]: value } };
    await must(zone)('PUT', blockPath(plan, 'form', block), { base: standing.version, answers });
  }
});

/** The least that is a PDF. */
const smallPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n',
);
