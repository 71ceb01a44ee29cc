import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { openStore } from '#db/pool.ts';
import type { DB } from '#db/schema.ts';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { SubmitReceipt } from '#usecases/submit-plan.ts';
import { attachAll, upload } from './support/attach.ts';
import type { Answer, Client } from './support/client.ts';
import { nextVersion, personOf, recommended, sendBack } from './support/filed-plan.ts';
import { blockPath, fillPlan, readFile, settle } from './support/fill-plan.ts';
import type { RoleName } from './support/people.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

interface Standing {
  readonly step: string;
  readonly rounds: readonly { readonly n: number; readonly deadline: string; readonly parts: readonly { readonly pointer: string; readonly text: string }[] }[];
  readonly mended: { readonly n: number } | null;
  readonly confirmed: { readonly n: number; readonly by: string } | null;
  readonly may: readonly string[];
}

const edition = loadEdition(raw);
const content = sample as PlanContent;
const deadline = '2022-04-29T16:00:00.000Z';
let app: TestApp;
let plan = '';
let project = '';
const clients = new Map<string, Client>();
const as = (role: RoleName): Client => clients.get(role)!;
const code = (answer: Answer) => [answer.status, answer.json<{ code?: string }>().code];
const standing = async (role: RoleName) => (await as(role).get(`/api/plans/${plan}/mending`)).json<Standing>();
const submit = (key?: string) => as('zoneSubmitter').send('POST', `/api/plans/${plan}/submit`, { body: {}, ...(key === undefined ? {} : { key }) });
const confirm = (n: number) => as('city').send('POST', `/api/plans/${plan}/mending/confirm`, { body: { n } });
const inbox = async (role: RoleName) => (await as(role).get('/api/messages')).json<{ messages: { kind: string; link: string }[] }>();

/** Saves a block of the plan, or of one of its projects, with something changed. */
async function change(role: RoleName, document: string, block: string, more: (answers: BlockAnswers) => BlockAnswers): Promise<Answer> {
  const file = await readFile(as('zoneSubmitter'), plan);
  const blocks = file.projects.find((one) => one.id === document)?.blocks ?? file.documents[document as 'form'];
  const { answers, version } = blocks[block]!;
  return as(role).send('PUT', blockPath(plan, document, block), { body: { base: version, answers: more(answers) } });
}

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: content.zone, cityCode: content.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-20T10:00:00+08:00');
  for (const role of ['zoneWriter', 'zoneSubmitter', 'otherZone', 'city', 'intake', 'province', 'company'] as const) clients.set(role, await app.as(role));
  plan = (await as('zoneSubmitter').send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  await fillPlan(as('zoneWriter'), plan, content);
  await attachAll(as('zoneWriter'), plan, content);
  await settle(as('zoneWriter'), plan);
  expect((await submit()).status).toBe(200);
  await recommended(app, plan, await personOf(app, 'city'));
  const { projects } = await readFile(as('zoneSubmitter'), plan);
  project = projects[2]!.id;
  await app.moveClock('2022-04-12T10:00:00+08:00');
}, 60_000);
afterAll(() => app?.close());

test('nothing is to be mended before the intake centre asks for it', async () => {
  expect(await standing('zoneWriter')).toMatchObject({ step: 'over', rounds: [], mended: null });
  expect(code(await change('zoneWriter', 'form', 'zone', (answers) => answers))).toEqual([409, 'notEditable']);
  expect(code(await submit())).toEqual([409, 'wrongState']);
  expect(code(await confirm(1))).toEqual([409, 'wrongState']);
});

test('sent back, the zone reads what must be mended until when, and so do its city, the intake centre and the province, nobody else', async () => {
  const parts = [
    { document: 'form', block: 'zone', text: '联系电话与书面材料不一致' },
    { document: project, block: 'team', text: '负责人职称未填' },
    { document: 'outline', block: '1-1', text: '产值口径未注明' },
  ];
  await sendBack(app, plan, { deadline, reason: '三处须改正', parts, paper: ['letter'], askedBy: await personOf(app, 'intake') });
  for (const role of ['zoneWriter', 'city', 'intake', 'province'] as const) {
    expect(await standing(role), role).toMatchObject({
      step: 'zone',
      rounds: [{ n: 1, deadline, parts: [{ pointer: '/form/zone' }, { pointer: '/projects/2/team' }, { pointer: '/outline/1-1' }] }],
    });
  }
  expect((await as('otherZone').get(`/api/plans/${plan}/mending`)).status).toBe(404);
  expect((await as('zoneWriter').get(`/api/plans/${plan}`)).json()).toMatchObject({ submitBy: deadline, mending: { deadline, parts } });
});

test('only the named blocks can be changed, and files only there; a note may be answered anywhere', async () => {
  expect(code(await change('zoneWriter', 'form', 'name', (answers) => ({ ...answers, name: '另一个名称' })))).toEqual([409, 'notEditable']);
  const refused = await change('zoneWriter', 'form', 'cluster', (answers) => ({ ...answers, output: 1 }));
  expect(refused.json()).toEqual({ code: 'notEditable', detail: { why: 'mending' } });
  expect(code(await change('zoneWriter', 'commitment', 'commitment', (answers) => ({ ...answers, cluster: '别的集群' })))).toEqual([409, 'notEditable']);
  expect(code(await change('zoneWriter', project, 'money', (answers) => ({ ...answers, total: 1 })))).toEqual([409, 'notEditable']);
  const { projects } = await readFile(as('zoneWriter'), plan);
  expect(code(await change('zoneWriter', projects[0]!.id, 'team', (answers) => ({ ...answers, title: '教授' })))).toEqual([409, 'notEditable']);
  const noted = await change('zoneWriter', 'form', 'cluster', (answers) => ({
    ...answers,
    notes: { ...(answers['notes'] as object), R99: { confirmed: '已核对' } },
  }));
  expect(noted.status).toBe(200);
  expect((await change('zoneWriter', 'form', 'zone', (answers) => ({ ...answers, contact: '李文' }))).status).toBe(200);
  expect((await change('zoneWriter', project, 'team', (answers) => ({ ...answers, title: '研究员' }))).status).toBe(200);
  expect(code(await upload(as('zoneWriter'), plan, 'form', '/policy/fund', '证明.pdf', pdf()))).toEqual([409, 'notEditable']);
  expect(code(await as('zoneWriter').send('POST', `/api/plans/${plan}/projects`, { body: {} }))).toEqual([409, 'notEditable']);
  expect(code(await as('zoneWriter').send('DELETE', `/api/plans/${plan}/projects/${project}`))).toEqual([409, 'notEditable']);
});

test('a named project is reopened for its company in its named blocks; another company’s stays shut', async () => {
  const { db } = app.deps;
  const { projects } = await readFile(as('zoneWriter'), plan);
  const other = projects[5]!.id;
  await sql`update project set owner_id = (select id from organisation where name = 'company'), state = 'taken' where id in (${project}, ${other})`.execute(db);
  const proposal = async (id: string) =>
    (await as('company').get(`/api/proposals/${id}`)).json<{ state: string; writable: string[]; mending: { deadline: string } | null }>();
  expect(await proposal(project)).toMatchObject({ state: 'taken', writable: [] });
  expect(await proposal(other)).toMatchObject({ state: 'locked', writable: [], mending: null });
  expect(code(await as('zoneSubmitter').send('POST', `/api/proposals/${other}/return`, { body: { reason: '改' } }))).toEqual([409, 'wrongState']);
  await sql`insert into proposal_version (project_id, n, content, edition_digest, content_digest, filed_at, filed_by)
    select ${project}, 1, '{"answers":{},"attachments":[]}', edition_digest, ${'a'.repeat(64)}, jiqun_now(), (select id from auth."user" where username = 'company') from call`.execute(
    db,
  );
  expect((await as('zoneSubmitter').send('POST', `/api/proposals/${project}/return`, { body: { reason: '职称须填写' } })).status).toBe(200);
  expect(await proposal(project)).toMatchObject({ state: 'drafting', writable: ['team'], mending: { deadline } });
  expect(code(await submit())).toEqual([422, 'problemsOpen']);
  expect((await change('company', project, 'team', (answers) => ({ ...answers, title: '正高级工程师' }))).status).toBe(200);
  expect(code(await change('company', project, 'summary', (answers) => ({ ...answers, name: '别的项目' })))).toEqual([409, 'notEditable']);
  expect((await as('company').send('POST', `/api/proposals/${project}/submit`, { body: {} })).status).toBe(200);
  expect((await as('zoneSubmitter').send('POST', `/api/proposals/${project}/take`, { body: {} })).status).toBe(200);
});

test('what differs outside the named parts is refused with the places, and files once it is put back (R43)', async () => {
  const { db } = app.deps;
  const { rows } = await sql<{
    output: number;
  }>`select answers -> 'output' as output from block where plan_id = ${plan} and document = 'form' and block = 'cluster'`.execute(db);
  await sql`update block set answers = jsonb_set(answers, '{output}', '1') where plan_id = ${plan} and document = 'form' and block = 'cluster'`.execute(db);
  const refused = await submit();
  expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'partsNotNamed']);
  expect(refused.json<{ detail: { places: string[] } }>().detail.places).toEqual(['/form/cluster/output']);
  await sql`update block set answers = jsonb_set(answers, '{output}', ${JSON.stringify(rows[0]!.output)}::jsonb)
    where plan_id = ${plan} and document = 'form' and block = 'cluster'`.execute(db);
});

test('a proposal that is handed back while the papers are drawn is not filed behind its company’s back', async () => {
  const holder = openStore(app.url, 'owner');
  const submitted = await holder.db.transaction().execute(async (tx) => {
    await sql`select from plan where id = ${plan} for update`.execute(tx);
    const filing = submit();
    await untilWaiting(tx, filing);
    await sql`update project set state = 'drafting' where id = ${project}`.execute(tx);
    return { filing };
  });
  expect(code(await submitted.filing)).toEqual([422, 'problemsOpen']);
  await sql`update project set state = 'taken' where id = ${project}`.execute(holder.db);
  await holder.close();
  expect(await standing('zoneWriter')).toMatchObject({ step: 'zone', mended: null });
});

/** Until the filing has drawn its papers and waits for the plan. */
async function untilWaiting(tx: Transaction<DB>, filing: Promise<Answer>): Promise<void> {
  let over = false;
  void filing.then(() => (over = true));
  for (;;) {
    const { rows } = await sql`select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`.execute(tx);
    if (rows.length > 0) return;
    if (over) throw new Error('the filing did not wait for the plan');
    await setTimeout(20);
  }
}

test('submitted again it is the next version with a receipt of its own, once; the plan waits for its city', async () => {
  const key = randomUUID();
  expect((await as('zoneWriter').get(`/api/plans/${plan}/problems`)).json<Problem[]>().filter((problem) => !isSettled(problem))).toEqual([]);
  const [one, two] = await Promise.all([submit(key), submit(key)]);
  expect([one.status, two.json()]).toEqual([200, one.json()]);
  expect(one.json<SubmitReceipt>()).toMatchObject({ number: 'HZ2022-000002', version: 2 });
  expect(await standing('city')).toMatchObject({ step: 'city', mended: { n: 2 }, confirmed: null, may: expect.arrayContaining(['recommendation.confirm']) });
  expect((await inbox('city')).messages[0]).toMatchObject({ kind: 'mending.resubmitted', link: `/plans/${plan}/mending` });
});

test('the city confirms the newest version alone; the letter stays where it says the same', async () => {
  expect(code(await as('zoneSubmitter').send('POST', `/api/plans/${plan}/mending/confirm`, { body: { n: 2 } }))).toEqual([403, 'notAllowed']);
  expect(code(await confirm(1))).toEqual([409, 'wrongState']);
  expect((await confirm(2)).status).toBe(200);
  expect(code(await confirm(2))).toEqual([409, 'wrongState']);
  expect(await standing('intake')).toMatchObject({ step: 'paper', confirmed: { n: 2, by: 'city' } });
  expect((await readFile(as('zoneSubmitter'), plan)).state).toBe('atProvince');
  const row = await app.deps.db
    .selectFrom('recommendationConfirmation as c')
    .innerJoin('recommendation as r', 'r.id', 'c.recommendationId')
    .select(['c.letterDigest as now', 'r.letterDigest as was'])
    .executeTakeFirstOrThrow();
  expect(row.now).toBe(row.was);
  for (const role of ['zoneSubmitter', 'intake'] as const) expect((await inbox(role)).messages[0], role).toMatchObject({ kind: 'mending.confirmed' });
});

test('a mending of paper alone opens nothing and asks for no version', async () => {
  await sendBack(app, plan, { deadline, reason: '少一份申报表', parts: [], paper: ['form'], askedBy: await personOf(app, 'intake') });
  expect(await standing('zoneWriter')).toMatchObject({ step: 'paper', rounds: [{ n: 2, parts: [] }, { n: 1 }] });
  expect(code(await change('zoneWriter', 'form', 'zone', (answers) => ({ ...answers, contact: '王敏' })))).toEqual([409, 'notEditable']);
  expect(code(await submit())).toEqual([409, 'wrongState']);
});

test('the letter is made anew where the mending changed what it says', async () => {
  const parts = [{ document: project, block: 'summary', text: '项目名称有误' }];
  await sendBack(app, plan, { deadline, reason: '名称', parts, paper: [], askedBy: await personOf(app, 'intake') });
  await nextVersion(app, plan, (projects) =>
    projects.map((one, index) => (index === 2 ? { ...one, summary: { ...one['summary'], name: '更正后的项目' } } : one)),
  );
  expect((await confirm(3)).status).toBe(200);
  const rows = await app.deps.db.selectFrom('recommendationConfirmation').select(['n', 'letterDigest']).orderBy('n').execute();
  expect(rows.map(({ n }) => n)).toEqual([2, 3]);
  expect(new Set(rows.map(({ letterDigest }) => letterDigest)).size).toBe(2);
});

test('the city cannot confirm what differs outside the named parts, whatever was frozen, nor confirm after the deadline', async () => {
  const parts = [{ document: 'form', block: 'zone', text: '联系人' }];
  await sendBack(app, plan, { deadline, reason: '联系人', parts, paper: [], askedBy: await personOf(app, 'intake') });
  await nextVersion(app, plan, (projects) => projects.map((one, index) => (index === 4 ? { ...one, team: { ...one['team'], title: '教授' } } : one)));
  const refused = await confirm(4);
  expect([refused.status, refused.json()]).toEqual([422, { code: 'partsNotNamed', detail: { places: ['/projects/4/team/title'] } }]);
  await app.moveClock(new Date(Date.parse(deadline) + 1_000).toISOString());
  expect(code(await confirm(4))).toEqual([409, 'tooLate']);
  expect(code(await submit())).toEqual([409, 'tooLate']);
  expect(app.bugs).toEqual([]);
});
