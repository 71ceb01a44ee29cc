import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typedCode } from '#domain/filing/verify-code.ts';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, phone, planAddress } from '#tests/support/demo-site.ts';
import { judgeIn, type Judge } from '#tests/support/judge.ts';

describe('the pages of filing, from the city’s desk to the auditor’s, are readable with any aid, and nothing sticks out', () => {
  let site: DemoSite;
  let pageOf: Judge['pageOf'];
  let judge: Judge['judge'];
  let judgeAsItStands: Judge['judgeAsItStands'];
  let checking: { planId: string; plan: string; code: string };

  beforeAll(async () => {
    site = await openDemoSite('filed');
    ({ pageOf, judge, judgeAsItStands } = judgeIn(await site.open(phone)));
    const { request } = await pageOf('intake');
    const { files }: { files: { planId: string; plan: string; state: string; version: number }[] } = await (await request.get('/api/intakes')).json();
    const { planId, plan, version } = files.find(({ state }) => state === 'checking')!;
    const { version: filed } = await (await request.get(`/api/intakes/${planId}`)).json();
    checking = { planId, plan, code: typedCode(plan, version, filed.digest) };
  }, 180_000);
  afterAll(() => site?.close());

  async function send(page: Page, path: string, data: object): Promise<string> {
    const answer = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()).id;
  }

  async function scan(page: Page, text: string): Promise<void> {
    await page.locator('.scan-text').fill(text);
    await page.keyboard.press('Enter');
  }

  test('the desk, empty, with a file found by its name, with an unknown code, and with paper that is not taken', async () => {
    const page = await pageOf('intake');
    await judge(page, '/workbench', '/intake');
    await scan(page, '高新');
    await page.getByText('找到的方案').waitFor();
    await page.getByRole('button', { name: '打开 盐城' }).click();
    await page.getByRole('heading', { name: '网上已报送，市科技局已推荐' }).waitFor();
    await judgeAsItStands(page, 'a file found by its name');
    await scan(page, 'JQ2022-0001-1-0000-0000');
    await page.getByRole('heading', { name: '查无此码，不能签收' }).waitFor();
    await page.getByRole('button', { name: '登记未签收' }).click();
    await judgeAsItStands(page, 'paper that is not taken');
  });

  test('paper taken at the desk, lists, formal check and the dialogs over it', async () => {
    const page = await pageOf('intake');
    await judge(page, '/intake/checks', '/intake/mendings', '/intake');
    await scan(page, checking.code);
    await page.getByRole('heading', { name: '是已报送的版本' }).waitFor();
    await page.getByRole('button', { name: '按欠交份数填' }).click();
    await page.getByLabel('递交人').fill('洪海澜');
    await page.getByRole('button', { name: '签收并打印收条' }).click();
    await page.getByText('已签收，编号').waitFor();
    await judgeAsItStands(page, 'paper taken');
    await judge(page, '/intake/register', `/intake/files/${checking.planId}`);
    await page.getByRole('button', { name: '有问题' }).first().click();
    await judgeAsItStands(page, 'a formal item with a problem');
    await page.keyboard.press('Escape');
    await page.getByText('补正', { exact: true }).last().click();
    await page.getByRole('button', { name: '要求补正' }).click();
    await page.getByRole('button', { name: '加一处' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '要求补正' }).click();
    await page.getByText('请选栏目并写明问题。').waitFor();
    await judgeAsItStands(page, 'what must be mended');
  });

  test('a file that is not to be admitted, before the officer who signs that', async () => {
    const clerk = await pageOf('intake');
    const { planId } = checking;
    const result = await send(clerk, `/api/intakes/${planId}/results`, { kind: 'refuse', project: null, reason: '推荐函没有盖章。' });
    const page = await pageOf('province');
    await judge(page, '/intake/results', `/intake/results/${planId}`);
    await page.getByRole('button', { name: '同意不予受理' }).click();
    await judgeAsItStands(page, 'not to be admitted');
    await send(page, `/api/intakes/${planId}/results/${result}/decision`, { decision: 'sentBack', reason: '请先要求补正。' });
  });

  test('what the zone sees: its receipt, its papers, and what it must mend', async () => {
    const { planId } = checking;
    const parts = [{ document: 'form', block: 'cluster', text: '专利数与清单不符。' }];
    const asked = { deadline: '2022-03-25T16:00:00.000Z', reason: '请核对后重报。', parts, paper: ['letter', 'scan'] };
    await send(await pageOf('intake'), `/api/intakes/${planId}/mendings`, asked);
    const page = await pageOf('yancheng');
    const plan = await planAddress(page);
    const [newest]: { receipt: string }[] = await (await page.request.get(`/api${plan}/versions`)).json();
    await judge(page, '/workbench', `${plan}/mending`, `${plan}/receipts/${newest?.receipt}`);
    const other = await pageOf('xuzhou');
    await judge(other, '/workbench', `${await planAddress(other)}/papers`);
  });

  test('the city’s desk with the dialogs over it, which keep the keyboard inside, give the focus back and send once', async () => {
    const signer = await pageOf('wuxi.city');
    const { candidates }: { candidates: { plan: { id: string; version: number } }[] } = await (await signer.request.get('/api/city/candidates')).json();
    const [first, second] = candidates.map(({ plan }) => plan);
    const check = `/api/plans/${first!.id}/city-check`;
    for (const kind of ['plan', 'form']) await send(signer, `${check}/opinions/${kind}`, { n: first!.version });
    await send(await pageOf('wuxi.city2'), `${check}/pass`, { n: first!.version });
    const page = await pageOf('wuxi.city');
    await judge(page, '/city', `/plans/${first!.id}/city`);
    const opener = page.getByRole('button', { name: '推荐该高新区' });
    const dialog = page.getByRole('dialog');
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await focused(page)).toBe('推荐函文号');
    for (let pressed = 0; pressed < 8; pressed += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")).toBe(true);
    }
    await judgeAsItStands(page, 'recommending');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('推荐该高新区…');
    await page.keyboard.press('Enter');
    await page.getByLabel('推荐函文号').fill('锡科函〔2022〕9号');
    await dialog.getByRole('button', { name: '推荐并报送' }).focus();
    const sent: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    await page.getByText('已推荐，推荐函').waitFor();
    expect(sent).toEqual([expect.stringContaining('/recommendation')]);
    await judgeAsItStands(page, 'recommended');
    await judge(page, `/plans/${second!.id}/city`);
    await page.getByRole('button', { name: '不予推荐' }).click();
    await judgeAsItStands(page, 'not recommending');
  });

  test('the auditor’s, the administrators’ and the public pages of the log', async () => {
    const auditor = await pageOf('auditor');
    await judge(auditor, '/audit', '/audit/looks', `/audit/file?number=${checking.plan}`, '/audit/check');
    await auditor.getByRole('button', { name: '开始核对' }).click();
    await auditor.getByRole('button', { name: '开始核对' }).waitFor();
    await judgeAsItStands(auditor, 'the log checked');
    await judge(await pageOf('admin'), '/system');
    await judge(await pageOf('security'), '/security');
    await judge(await pageOf(), '/heads');
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});

/** Name of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent || ''");
}
