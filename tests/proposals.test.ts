import { readFile as readText } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { checkProposal } from '#domain/filing/check-proposal.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Answers, BlockAnswers } from '#domain/forms/definition.ts';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { shapedFor } from '#main/plan-file.ts';
import { upload } from './support/attach.ts';
import type { Answer, Client } from './support/client.ts';
import { fillDocument, fillPlan, readFile, settle } from './support/fill-plan.ts';
import type { RoleName } from './support/people.ts';
import { expectReplayed } from './support/replay.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface Proposal {
  readonly position: number;
  readonly zone: string;
  readonly city: string;
  readonly call: string;
  readonly state: string;
  readonly may: readonly string[];
  readonly writable: readonly string[];
  readonly partners: readonly { readonly name: string; readonly organisation: string; readonly confirmedAt: string | null }[];
  readonly blocks: Readonly<Record<string, { readonly answers: BlockAnswers; readonly version: number }>>;
  readonly latest: { readonly n: number; readonly digest: string } | null;
  readonly reviews: readonly { readonly event: string; readonly version: number; readonly reason: string | null; readonly fields: readonly string[] }[];
  readonly recommendation: { readonly state: string; readonly version: number; readonly text: string | null } | null;
  readonly facts: { readonly claims?: Readonly<Record<string, readonly string[]>> };
}

const edition = loadEdition(raw);
let app: TestApp;
let sample: PlanContent;
const clients = new Map<string, Client>();
const as = (role: RoleName): Client => clients.get(role)!;
const post = (role: RoleName, path: string, body: unknown = {}): Promise<Answer> => as(role).send('POST', path, { body });
const codeOf = (answer: Answer): unknown => [answer.status, answer.json<{ code?: string }>().code];

let plan = '';
let project = '';
const at = (path = ''): string => `/api/proposals/${project}${path}`;
const read = async (role: RoleName): Promise<Proposal> => (await as(role).get(at())).json<Proposal>();

beforeAll(async () => {
  const name = '泰州医药高新技术产业开发区';
  app = await startTestApp({ edition, places: { zone: { name, cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } } });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  const text = await readText(new URL('../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8');
  sample = shapedFor(edition, JSON.parse(text), (where) => new Error(where));
  for (const role of ['zoneWriter', 'zoneSubmitter', 'otherZone', 'company', 'otherCompany', 'partner', 'local', 'city'] as const) {
    clients.set(role, await app.as(role));
  }
  plan = (await post('zoneSubmitter', '/api/plans')).json<{ id: string }>().id;
  await fillPlan(as('zoneSubmitter'), plan, { ...sample, projects: sample.projects.slice(1) });
  project = (await post('zoneSubmitter', `/api/plans/${plan}/projects`)).json<{ id: string }>().id;
  await sql`update project set owner_id = (select id from organisation where name = 'company') where id = ${project}`.execute(app.deps.db);
}, 60_000);
afterAll(() => app?.close());

async function write(role: RoleName, block: string, change: BlockAnswers): Promise<Answer> {
  const standing = (await read(role)).blocks[block]!;
  return as(role).send('PUT', at(`/blocks/${block}`), { body: { base: standing.version, answers: { ...standing.answers, ...change } } });
}

test('a proposal with open problems is not submitted, and the refusal is what the server’s check and the browser’s say', async () => {
  const refused = await post('company', at('/submit'));
  expect(codeOf(refused)).toEqual([422, 'problemsOpen']);
  const { problems } = refused.json<{ detail: { problems: Problem[] } }>().detail;
  const checked = (await as('company').get(at('/problems'))).json<Problem[]>();
  expect(problems).toEqual(checked.filter((one) => one.severity === 'must'));
  const file = await read('company');
  expect(file.position).toBe(sample.projects.length - 1);
  const answers: Answers = Object.fromEntries(Object.entries(file.blocks).map(([key, block]) => [key, block.answers]));
  const { call, zone, city, position } = file;
  expect(checkProposal(edition, { answers, attachments: [] }, { call, zone, city, position }, file.facts)).toEqual(checked);
  expect(new Set(checked.map((one) => one.path.split('/').slice(0, 3).join('/')))).toEqual(new Set([`/projects/${position}`]));
});

test('its applicant writes it, the zone reads along and writes nothing, nobody else learns of it', async () => {
  await fillDocument(as('company'), plan, project, sample.projects[0]!);
  expect(codeOf(await as('zoneSubmitter').send('PUT', at('/blocks/stage'), { body: { base: 1, answers: {} } }))).toEqual([403, 'notAllowed']);
  expect((await read('zoneWriter')).blocks['summary']?.answers).toEqual(sample.projects[0]!['summary']);
  expect((await read('zoneWriter')).writable).toEqual([]);
  for (const role of ['otherZone', 'otherCompany', 'partner', 'local', 'city'] as const) expect((await as(role).get(at())).status, role).toBe(404);
  const [row] = (await as('company').get('/api/proposals')).json<{ id: string; as: string; state: string; title: string }[]>();
  expect(row).toMatchObject({ id: project, as: 'owner', state: 'drafting', title: sample.projects[0]!['summary']?.['name'] });
  expect((await as('otherCompany').get('/api/proposals')).json()).toEqual([]);
});

test('a partner writes the parts of partners only, and what it confirmed lapses when they change', async () => {
  expect(codeOf(await post('company', at('/partners'), { organisation: '没有的单位' }))).toEqual([404, 'notFound']);
  expect(codeOf(await post('company', at('/partners'), { organisation: 'company' }))).toEqual([400, 'badRequest']);
  const { organisation } = (await post('company', at('/partners'), { organisation: 'partner' })).json<{ organisation: string }>();
  expect((await read('partner')).writable).toEqual(['partners']);
  expect((await as('partner').get('/api/proposals')).json()).toMatchObject([{ id: project, as: 'partner' }]);
  expect(codeOf(await write('partner', 'stage', { stage: '中试' }))).toEqual([403, 'notAllowed']);
  expect((await write('partner', 'partners', { cooperation: '联合研发佐剂，共建中试平台。' })).status).toBe(200);
  expect((await post('partner', at('/confirm'))).status).toBe(200);
  expect((await read('company')).partners).toMatchObject([{ name: 'partner', confirmedAt: expect.any(String) }]);
  expect((await write('company', 'stage', { stage: '产业化' })).status).toBe(200);
  expect((await read('company')).partners[0]?.confirmedAt).not.toBeNull();
  expect((await write('company', 'partners', { cooperation: '联合研发佐剂。' })).status).toBe(200);
  expect((await read('company')).partners[0]?.confirmedAt).toBeNull();
  expect(codeOf(await post('partner', at('/submit')))).toEqual([403, 'notAllowed']);
  expect((await as('company').send('DELETE', at(`/partners/${organisation}`))).status).toBe(200);
  expect((await as('partner').get(at())).status).toBe(404);
  expect(codeOf(await as('company').send('DELETE', at(`/partners/${organisation}`)))).toEqual([404, 'notFound']);
});

test('a plan does not go with a proposal that its owner has not submitted or the zone not taken', async () => {
  const rules = async () => (await as('zoneSubmitter').get(`/api/plans/${plan}/problems`)).json<Problem[]>().filter((one) => one.rule === 'R37');
  expect(await rules()).toMatchObject([
    { severity: 'must', path: `/projects/${sample.projects.length - 1}`, message: expect.stringContaining('company还没有提交') },
  ]);
  const submitted = await post('company', at('/submit'));
  expect(submitted.json()).toMatchObject({ n: 1, filedBy: 'company' });
  expect(await rules()).toHaveLength(1);
  expect(codeOf(await write('company', 'stage', { stage: '中试' }))).toEqual([409, 'notEditable']);
  expect(codeOf(await post('company', at('/submit')))).toEqual([409, 'wrongState']);
  expect(codeOf(await post('company', at('/take')))).toEqual([403, 'notAllowed']);
  expect(codeOf(await post('zoneWriter', at('/take')))).toEqual([403, 'notAllowed']);
});

test('the owner takes a submission back until the zone has taken it; the zone returns it with a reason and the fields meant', async () => {
  expect((await post('company', at('/recall'))).status).toBe(200);
  expect((await read('company')).state).toBe('drafting');
  expect((await post('company', at('/submit'))).json()).toMatchObject({ n: 2 });
  expect((await post('zoneSubmitter', at('/take'))).status).toBe(200);
  expect(codeOf(await post('company', at('/recall')))).toEqual([409, 'wrongState']);
  expect(codeOf(await post('zoneSubmitter', at('/return'), { reason: ' ' }))).toEqual([400, 'badRequest']);
  expect(codeOf(await post('zoneSubmitter', at('/return'), { reason: '改', fields: ['money'] }))).toEqual([400, 'badRequest']);
  expect((await post('zoneSubmitter', at('/return'), { reason: '请核减资助', fields: ['/money/province'] })).status).toBe(200);
  const file = await read('company');
  expect(file.reviews).toMatchObject([
    { event: 'return', version: 2, reason: '请核减资助', fields: ['/money/province'] },
    { event: 'take', version: 2 },
    { event: 'recall', version: 1 },
  ]);
  const [row] = (await as('company').get('/api/proposals')).json<{ returned: string }[]>();
  expect(row?.returned).toBe('请核减资助');
  const told = await sql<{ kind: string }>`select kind from message m join auth."user" u on u.id = m.person where u.username = 'company'`.execute(app.deps.db);
  expect(told.rows.map((one) => one.kind)).toEqual(expect.arrayContaining(['proposal.taken', 'proposal.returned']));
});

test('an outside project is recommended by the authority where it lies, of its newest version', async () => {
  const authority = (await as('zoneWriter').get('/api/local-authorities')).json<{ id: string; name: string }[]>().find((one) => one.name === 'local')!;
  const ask = (): Promise<Answer> => post('zoneSubmitter', at('/recommendation/ask'), { authority: authority.id });
  expect(codeOf(await ask())).toEqual([409, 'wrongState']);
  await post('company', at('/submit'));
  expect(codeOf(await ask())).toEqual([400, 'badRequest']);
  await post('company', at('/recall'));
  await write('company', 'summary', { location: '本高新区外' });
  await post('company', at('/submit'));
  expect(codeOf(await post('zoneSubmitter', at('/recommendation/ask'), { authority: project }))).toEqual([404, 'notFound']);
  expect((await ask()).json()).toMatchObject({ authority: 'local', version: 4 });
  expect(codeOf(await ask())).toEqual([409, 'wrongState']);
  expect((await as('local').get('/api/local-requests')).json()).toMatchObject([{ project, state: 'asked', version: 4, newest: 4 }]);
  const seen = await read('local');
  expect(seen.blocks['summary']?.answers['location']).toBe('本高新区外');
  expect([seen.writable, seen.reviews, seen.facts]).toEqual([[], [], {}]);
  expect((await as('local').get(at('/versions'))).json()).toMatchObject([{ n: 4 }]);
  expect((await as('local').get(at('/versions/3'))).status).toBe(404);
  expect(codeOf(await post('zoneSubmitter', at('/recommendation/give'), { opinion: '同意' }))).toEqual([403, 'notAllowed']);
  expect((await post('local', at('/recommendation/give'), { opinion: '情况属实，同意推荐。' })).status).toBe(200);
  expect(codeOf(await post('local', at('/recommendation/give'), { opinion: '再次同意' }))).toEqual([409, 'wrongState']);
  expect((await read('company')).recommendation).toMatchObject({ state: 'given', version: 4, text: '情况属实，同意推荐。' });
});

test('a new version makes the opinion stale; the authority hears so, sees the old version only, and is asked anew', async () => {
  await post('zoneSubmitter', at('/return'), { reason: '补充说明' });
  expect((await as('zoneWriter').get(`/api/plans/${plan}`)).json()).toMatchObject({
    projects: expect.arrayContaining([expect.objectContaining({ id: project, returned: '补充说明' })]),
  });
  await write('company', 'summary', { product: '第五版的产品' });
  const later = (await upload(as('company'), plan, project, '/summary/location', '第五版.pdf', pdf())).json<{ id: string }>().id;
  expect(JSON.stringify(await read('local'))).not.toContain('第五版的产品');
  await post('company', at('/submit'));
  expect(JSON.stringify(await read('local'))).not.toContain('第五版的产品');
  const filesOf = async (role: RoleName) => (await as(role).get(at('/files'))).json<{ files: { id: string }[] }>().files.map((file) => file.id);
  expect([await filesOf('local'), (await as('local').get(`/api/files/${later}`)).status]).toEqual([[], 404]);
  expect((await read('zoneWriter')).recommendation).toMatchObject({ state: 'stale', version: 4 });
  const problems = (await as('zoneSubmitter').get(`/api/plans/${plan}/problems`)).json<Problem[]>();
  expect(problems.filter((one) => one.rule === 'R38').map((one) => one.path)).toContain(`/projects/${sample.projects.length - 1}/summary/location`);
  expect(codeOf(await post('local', at('/recommendation/decline'), { reason: '材料不全' }))).toEqual([409, 'wrongState']);
  const [authority] = (await as('zoneWriter').get('/api/local-authorities')).json<{ id: string; name: string }[]>().filter((one) => one.name === 'local');
  await post('zoneSubmitter', at('/recommendation/ask'), { authority: authority!.id });
  expect([await filesOf('local'), (await as('local').get(`/api/files/${later}`)).status]).toEqual([[later], 200]);
  expect((await post('local', at('/recommendation/decline'), { reason: '材料不全' })).status).toBe(200);
  const told = await sql<{ kind: string }>`select kind from message m join auth."user" u on u.id = m.person where u.username = 'local' order by m.at`.execute(
    app.deps.db,
  );
  expect(told.rows.map((one) => one.kind)).toEqual(['local.asked', 'local.stale', 'local.asked']);
});

test('filing the plan locks the proposal and lists its version; recalling the plan unlocks it', async () => {
  const authority = (await as('zoneWriter').get('/api/local-authorities')).json<{ id: string; name: string }[]>().find((one) => one.name === 'local')!;
  await post('zoneSubmitter', at('/recommendation/ask'), { authority: authority.id });
  await post('local', at('/recommendation/give'), { opinion: '同意推荐。' });
  await post('zoneSubmitter', at('/take'));
  // The other outside projects have what was attached on paper.
  for (const [index, one] of (await readFile(as('zoneWriter'), plan)).projects.entries()) {
    if (sample.projects[index + 1]?.['summary']?.['location'] !== '本高新区外') continue;
    await sql`insert into attachment (plan_id, document, path, name) values (${plan}, ${one.id}, '/summary/location', '审核推荐意见.pdf')`.execute(app.deps.db);
  }
  await settle(as('zoneSubmitter'), plan);
  const submitted = await post('zoneSubmitter', `/api/plans/${plan}/submit`);
  expect(new TextDecoder().decode(submitted.bytes).slice(0, 1500)).toContain('"version":1');
  expect((await read('company')).state).toBe('locked');
  expect(codeOf(await post('zoneSubmitter', at('/return'), { reason: '改' }))).toEqual([409, 'wrongState']);
  const listed = await sql<{ projectId: string; proposalVersion: number | null }>`select project_id, proposal_version from plan_version_project
    where plan_id = ${plan} and plan_version = 1 order by position`.execute(app.deps.db);
  const { projects } = await readFile(as('zoneWriter'), plan);
  expect(listed.rows).toEqual(projects.map(({ id }) => ({ projectId: id, proposalVersion: id === project ? 5 : null })));
  const frozen = (await as('company').get(at('/versions/5'))).json<{ answers: Answers }>().answers;
  const filed = (await as('zoneWriter').get(`/api/plans/${plan}/versions/1`)).json<{ content: PlanContent }>().content;
  expect(filed.projects.at(-1)).toEqual(frozen);
  expect((await post('zoneSubmitter', `/api/plans/${plan}/recall`, { reason: '更正' })).status).toBe(200);
  expect((await read('company')).state).toBe('taken');
}, 60_000);

test('an owned project leaves the plan with a reason that its owner reads, and comes back', async () => {
  expect(codeOf(await as('zoneSubmitter').send('DELETE', `/api/plans/${plan}/projects/${project}`))).toEqual([400, 'badRequest']);
  expect((await post('zoneSubmitter', at('/remove'), { reason: '重复申报' })).status).toBe(200);
  expect((await as('company').get(at())).status).toBe(404);
  const told = await sql<{ params: { reason: string } }>`select params from message where kind = 'proposal.removed'`.execute(app.deps.db);
  expect(told.rows[0]?.params.reason).toBe('重复申报');
  expect((await post('zoneSubmitter', `/api/plans/${plan}/projects/${project}/restore`)).status).toBe(200);
  expect((await read('company')).state).toBe('taken');
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});

test('the log, replayed through the tables, gives every state that is stored', async () => {
  expect(await expectReplayed(app.deps.db)).toBeGreaterThan(1);
});
