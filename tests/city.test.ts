import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertAccount } from '#db/accounts.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { keepFile } from '#db/files.ts';
import { findPlan, setPlanState } from '#db/plans.ts';
import { insertVersion, nextVersion } from '#db/versions.ts';
import { renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import type { CaseFile } from '#domain/audit/case-file.ts';
import { checkCase } from '#domain/audit/check-case.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { hashPassword } from '#usecases/accounts.ts';
import { takeCase } from './support/case.ts';
import type { Answer } from './support/client.ts';
import { Client } from './support/client.ts';
import { password } from './support/people.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

const edition = loadEdition(raw);
const zoneName = '泰州医药高新技术产业开发区';
const otherName = '江阴高新技术产业开发区';
const content = sample as PlanContent;

let app: TestApp;
let zone: Client;
let other: Client;
/** 经办, who may write, and two who speak for the bureau. */
let handler: Client;
let head: Client;
let deputy: Client;
let plan: string;
let otherPlan: string;
let project: string;

beforeAll(async () => {
  app = await startTestApp({ edition, places: { zone: { name: zoneName, cityCode: '321200' }, otherZone: { name: otherName, cityCode: '320200' } } });
  await app.moveClock('2022-03-20T10:00:00+08:00');
  [zone, other, head] = [await app.as('zoneSubmitter'), await app.as('otherZone'), await app.as('city')];
  handler = await colleague('jingban', { canWrite: true, canSubmit: false });
  deputy = await colleague('fuju', { canWrite: true, canSubmit: true });
  const begin = async (who: Client) => (await who.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  [plan, otherPlan] = [await begin(zone), await begin(other)];
  project = (await zone.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>().id;
  // Both zones file to one bureau.
  const { cityId } = (await findPlan(app.deps.db, plan))!;
  await app.deps.db.updateTable('plan').set({ cityId }).where('id', '=', otherPlan).execute();
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
});

/** Both plans filed anew, none of them looked at, nothing recommended. */
beforeEach(async () => {
  const { db } = app.deps;
  await app.moveClock('2022-03-20T10:00:00+08:00');
  await db.updateTable('quotaSlot').set({ holder: null }).execute();
  await db.updateTable('recommendation').set({ state: 'withdrawn', withdrawnAt: '2022-03-20T00:00:00Z' }).where('state', '=', 'active').execute();
  await file(plan, content);
  await file(otherPlan, { ...content, zone: otherName });
});

async function colleague(username: string, rights: { canWrite: boolean; canSubmit: boolean }, kind: 'city' | 'province' = 'city'): Promise<Client> {
  const { id } = await app.deps.db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', kind)
    .where(({ eb, or }) => or([eb('cityCode', '=', '321200'), eb('kind', '=', 'province')]))
    .executeTakeFirstOrThrow();
  await app.deps.db.transaction().execute(async (tx) => {
    const userId = await insertAccount(tx, { username, name: username, hash: await hashPassword(password) });
    await insertMembership(tx, { userId, organisationId: id, canManage: false, adminRole: null, ...rights });
  });
  const client = new Client(app.base);
  expect((await client.send('POST', '/api/session', { body: { username, password } })).status).toBe(200);
  return client;
}

/** The next version of a plan as if its zone had submitted it. */
async function file(id: string, filed: PlanContent): Promise<void> {
  const row = (await findPlan(app.deps.db, id))!;
  const by = (await app.deps.db.selectFrom('membership').select('userId').where('organisationId', '=', row.zoneId).executeTakeFirstOrThrow()).userId;
  await app.deps.db.transaction().execute(async (tx) => {
    const { editionDigest } = await tx.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
    const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
    const filing = { editionDigest, contentDigest: contentDigest({ ...filed }), pdfDigest, pages: 6, filedAt: '2022-03-19T02:00:00.000Z', filedBy: by };
    await insertVersion(tx, { planId: id, year: 2022, n: await nextVersion(tx, id), content: filed, ...filing });
    await setPlanState(tx, id, 'atCity');
  });
}

const post = (who: Client, path: string, body: unknown = {}, of = plan): Promise<Answer> => who.send('POST', `/api/plans/${of}/${path}`, { body });
const said = (answer: Answer) => ({ status: answer.status, ...answer.json<{ code?: string; detail?: Record<string, unknown> }>() });
const note = (who: Client, text = '请附专利清单。', at = {}) =>
  post(who, 'city-check/notes', { document: 'form', block: 'cluster', path: '/patents', text, ...at });
const recommend = (who: Client, of = plan, documentNumber = '泰科函〔2022〕8号') => post(who, 'recommendation', { documentNumber }, of);
async function readCheck(who: Client, of = plan) {
  return (await who.get(`/api/plans/${of}/city-check`)).json<{
    check: { state: string; mine: boolean; concludedBy: string | null } | null;
    before: number | null;
    version: { n: number };
    notes: { id: string; text: string; mine: boolean }[];
    threads: { state: string; entries: { body: string; organisation: string }[] }[];
    opinions: { kind: string; by: string | null; statements: string[] }[];
    problems: { rule: string; severity: string; message: string; clause: string }[];
    exceptions: { rule: string }[];
    recommendations: { state: string }[];
  }>();
}

/** Everything that recommending asks for: both opinions, and the check passed by somebody. */
async function ready(by: Client, of = plan): Promise<void> {
  for (const kind of ['plan', 'form']) expect((await post(head, `city-check/opinions/${kind}`, {}, of)).status).toBe(200);
  expect((await post(by, 'city-check/pass', {}, of)).status).toBe(200);
}
const readQuota = async () => (await handler.get('/api/city/candidates')).json<{ quota: { limit: number; holders: readonly { plan: string }[] } }>().quota;
const stateOf = async (id: string) => (await findPlan(app.deps.db, id))?.state;

test('a zone recalls its plan until the city has begun: the first note, signature or decision begins it', async () => {
  expect((await post(zone, 'recall', { reason: '补一个附件' })).status).toBe(200);
  expect(await stateOf(plan)).toBe('drafting');
  await file(plan, content);
  const acts: (() => Promise<Answer>)[] = [() => note(handler), () => post(head, 'city-check/opinions/plan'), () => post(handler, 'city-check/pass')];
  for (const act of acts) {
    expect((await act()).status).toBe(200);
    expect(said(await post(zone, 'recall', { reason: '补一个附件' }))).toMatchObject({ status: 409, code: 'wrongState', detail: { checkBegun: true } });
    await file(plan, content);
  }
  const told = await app.deps.db.selectFrom('message').select('kind').where('kind', '=', 'plan.recalled').execute();
  expect(told).toHaveLength(3);
});

test('notes are the city’s own, each its writer’s, until a return makes threads of them that the zone answers', async () => {
  expect((await note(handler)).status).toBe(200);
  expect((await note(head, '请说明来源。', { document: project, block: 'summary', path: '/name' })).status).toBe(200);
  const [first, second] = (await readCheck(handler)).notes;
  expect([first?.mine, second?.mine]).toEqual([true, false]);
  const changed = async (who: Client, id: string) => (await who.send('PUT', `/api/plans/${plan}/city-check/notes/${id}`, { body: { text: '改过' } })).status;
  expect([await changed(handler, first!.id), await changed(handler, second!.id)]).toEqual([200, 403]);
  const third = (await note(handler, '写错了。')).json<{ id: string }>();
  expect((await handler.send('DELETE', `/api/plans/${plan}/city-check/notes/${third.id}`)).status).toBe(200);
  const threadsOf = async (document: string) =>
    (await zone.get(`/api/plans/${plan}/documents/${document}/threads`)).json<{ threads: { id: string; entries: { body: string }[] }[] }>().threads;
  const before = (await threadsOf('form')).length;

  expect((await note(handler, ' ')).status).toBe(400);
  expect((await note(handler, '无处', { block: 'nowhere' })).status).toBe(404);
  expect((await note(handler, '无处', { document: randomUUID() })).status).toBe(404);
  expect(said(await post(handler, 'return', { reason: '请按批注修改' }))).toMatchObject({ status: 403 });
  expect(said(await post(head, 'return', { reason: '请按批注修改' }))).toEqual({ status: 200, done: true, notes: 2 });
  expect(await stateOf(plan)).toBe('drafting');
  const [thread, ...rest] = await threadsOf('form');
  expect([thread?.entries[0]?.body, rest.length]).toEqual(['改过', before]);
  expect((await threadsOf(project)).at(0)?.entries[0]?.body).toBe('请说明来源。');
  expect((await post(zone, `documents/form/threads/${thread!.id}/answers`, { text: '已附清单。' })).status).toBe(200);
  expect((await post(zone, `documents/form/threads/${thread!.id}/resolve`)).status).toBe(200);
  const params = (await app.deps.db.selectFrom('message').select('params').where('kind', '=', 'plan.returned').execute()).at(-1)?.params;
  expect(params).toMatchObject({ notes: 2, reason: '请按批注修改' });

  const { version } = await readCheck(handler);
  await file(plan, content);
  const next = await readCheck(handler);
  expect([next.before, next.version.n, next.check]).toEqual([version.n, version.n + 1, null]);
  expect(next.threads.find((one) => one.entries[0]?.body === '改过')).toMatchObject({
    state: 'resolved',
    entries: [{}, { body: '已附清单。', organisation: zoneName }, {}],
  });
});

test('nothing is recommended before the check is passed, both opinions are signed, and by a second person', async () => {
  expect(said(await recommend(head))).toMatchObject({ status: 409, code: 'notChecked' });
  expect((await post(head, 'city-check/pass')).status).toBe(200);
  expect(said(await recommend(head))).toMatchObject({ status: 409, code: 'opinionsMissing', detail: { missing: ['plan', 'form'] } });
  expect((await post(head, 'city-check/opinions/plan')).status).toBe(200);
  expect((await readCheck(head)).problems.filter((one) => one.severity === 'must')).toMatchObject([
    { rule: 'R08', clause: 'G4.1', message: '还缺申报表的设区市科技局推荐审核意见。请逐份看过后签署，再推荐。' },
  ]);
  expect(said(await post(head, 'city-check/opinions/plan'))).toMatchObject({ status: 409, code: 'wrongState' });
  expect((await post(handler, 'city-check/opinions/form')).status).toBe(403);
  expect((await post(head, 'city-check/opinions/form')).status).toBe(200);
  expect(said(await recommend(head))).toMatchObject({ status: 409, code: 'secondPerson' });
  expect((await recommend(handler)).status).toBe(403);
  expect((await post(handler, 'city-check/reopen')).status).toBe(200);
  expect(said(await note(handler))).toMatchObject({ status: 200 });
  expect((await post(handler, 'city-check/pass')).status).toBe(200);
  expect(said(await note(handler))).toMatchObject({ status: 409, code: 'wrongState' });
  for (const typed of ['  ', '文号', '科函1号', '泰科函〔2022〕第8号']) {
    expect(said(await recommend(head, plan, typed)), typed).toMatchObject({ status: 422, code: 'badDocumentNumber' });
  }
  const draft = `/api/plans/${plan}/recommendation/draft.pdf?number=`;
  expect(said(await head.get(`${draft}${encodeURIComponent('科函1号')}`))).toMatchObject({ status: 422, code: 'badDocumentNumber' });
  expect((await other.get(`${draft}${encodeURIComponent('科函1号')}`)).status).toBe(404);
  const { opinions, exceptions, check } = await readCheck(head);
  expect(check).toMatchObject({ state: 'passed', concludedBy: 'jingban', mine: false });
  expect(opinions.map((one) => [one.kind, one.by, one.statements.length])).toEqual([
    ['plan', 'city', 3],
    ['form', 'city', 3],
  ]);
  expect(opinions[0]?.statements).not.toEqual(opinions[1]?.statements);
  expect(exceptions.map((one) => one.rule)).toEqual(['R39']);
});

test('fifty presses of two officers for two zones give one recommendation, whoever was first', async () => {
  await ready(handler);
  await ready(handler, otherPlan);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? recommend(head) : recommend(deputy, otherPlan, '泰科函〔2022〕9号'))),
  );
  const codes = answers.map((answer) => (answer.status === 200 ? 'done' : said(answer).code));
  expect(codes.filter((code) => code === 'done')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['done', 'slotTaken', 'wrongState']));
  const live = await app.deps.db.selectFrom('recommendation').select(['id', 'planId']).where('state', '=', 'active').execute();
  const slots = await app.deps.db.selectFrom('quotaSlot').select('holder').execute();
  expect([live.length, slots]).toEqual([1, [{ holder: live[0]?.id }]]);
  const first = live[0]!.planId;
  expect([await stateOf(first), await stateOf(first === plan ? otherPlan : plan)]).toEqual(['atProvince', 'atCity']);
  expect(await app.deps.db.selectFrom('intake').select(['planId', 'state']).where('planId', '=', first).execute()).toEqual([
    { planId: first, state: 'awaitingPaper' },
  ]);
  const rest = await recommend(deputy, first === plan ? otherPlan : plan, '泰科函〔2022〕9号');
  expect(said(rest)).toMatchObject({ code: 'slotTaken', detail: { zones: [first === plan ? zoneName : otherName] } });
  expect(app.bugs).toEqual([]);
}, 60_000);

test('the same press twice is one recommendation with one answer, its letter frozen under its number in the form of the standard', async () => {
  await ready(handler);
  const key = randomUUID();
  const press = () => head.send('POST', `/api/plans/${plan}/recommendation`, { body: { documentNumber: ' 泰科函［２０２２］ 8号' }, key });
  const [one, two] = [await press(), await press()];
  expect([one.status, two.json()]).toEqual([200, one.json()]);
  expect(one.json<{ documentNumber: string }>().documentNumber).toBe('泰科函〔2022〕8号');
  const letter = await zone.get(`/api/plans/${plan}/recommendation/letter.pdf`);
  const { text } = await readPaper(letter.bytes);
  expect(text.replaceAll(/\s/g, '')).toContain('泰科函〔2022〕8号');
  expect((await other.get(`/api/plans/${plan}/recommendation/letter.pdf`)).status).toBe(404);
  const told = await app.deps.db
    .selectFrom('message')
    .select(['kind', 'link'])
    .where('kind', '=', 'plan.recommended')
    .where('link', 'like', `%${plan}%`)
    .execute();
  expect(told.length).toBeGreaterThanOrEqual(3);
});

test('withdrawing in time frees the slot for the other zone, whose neighbour is then not chosen', async () => {
  await ready(handler);
  await ready(handler, otherPlan);
  expect(said(await post(head, 'decline', { reason: '另荐' }))).toMatchObject({ status: 409, code: 'wrongState' });
  expect((await recommend(head)).status).toBe(200);
  expect(said(await recommend(deputy, otherPlan))).toMatchObject({ code: 'slotTaken' });
  expect((await post(handler, 'recommendation/withdraw', { reason: '改荐' })).status).toBe(403);
  // A scan of the papers with the letter that is about to go.
  const { version } = await readCheck(head);
  const { userId: madeBy } = await app.deps.db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
  const scan = { planId: plan, n: version.n, state: 'gathering' as const, verdict: null, failure: null, madeBy, readAt: null };
  await app.deps.db.insertInto('sealedScan').values(scan).execute();
  expect((await post(head, 'recommendation/withdraw', { reason: '改荐江阴' })).status).toBe(200);
  expect(await app.deps.db.selectFrom('sealedScan').select('state').where('planId', '=', plan).execute()).toEqual([{ state: 'removed' }]);
  expect([await stateOf(plan), (await zone.get(`/api/plans/${plan}/recommendation/letter.pdf`)).status]).toEqual(['atCity', 404]);
  expect((await recommend(deputy, otherPlan)).status).toBe(200);
  expect((await post(head, 'decline', { reason: '本年度另荐江阴高新区' })).status).toBe(200);
  expect([await stateOf(plan), await stateOf(otherPlan), (await readCheck(head)).check?.state]).toEqual(['ended', 'atProvince', 'notChosen']);
});

test('what came after the version that was looked at is neither signed nor passed, returned or recommended unseen', async () => {
  const { n } = (await readCheck(head)).version;
  await file(plan, { ...content, form: { ...content.form, cluster: {} } });
  const acts = [
    ['city-check/opinions/form', {}],
    ['city-check/pass', {}],
    ['return', { reason: '改' }],
    ['decline', { reason: '另荐' }],
    ['recommendation', { documentNumber: '泰科函〔2022〕9号' }],
  ] as const;
  for (const [path, body] of acts)
    expect(said(await post(head, path, { ...body, n })), path).toMatchObject({ status: 409, code: 'wrongState', detail: { latest: n + 1 } });
  expect((await readCheck(head)).check).toBeNull();
  expect((await post(handler, 'city-check/pass', { n: n + 1 })).status).toBe(200);
});

test('after its deadline the city neither recommends nor takes back, to the second', async () => {
  await ready(handler);
  await ready(handler, otherPlan);
  await app.moveClock('2022-03-25T23:59:50+08:00');
  expect((await recommend(head)).status).toBe(200);
  // The clock runs here: a second past, however slow the machine is. To the millisecond it is tried where the clock stands.
  await app.moveClock('2022-03-26T00:00:01+08:00');
  expect(said(await post(head, 'recommendation/withdraw', { reason: '改荐' }))).toMatchObject({ status: 409, code: 'tooLate' });
  await app.deps.db.updateTable('quotaSlot').set({ holder: null }).execute();
  expect(said(await recommend(deputy, otherPlan))).toMatchObject({ status: 409, code: 'tooLate' });
});

test('a supplement does not lower the quota below what a city holds, also when it and a recommendation come at once', async () => {
  const officers = [await app.as('province'), await colleague('erchu', { canWrite: true, canSubmit: true }, 'province')] as const;
  const ask = (zonesPerCity: number) =>
    officers[0].send('POST', '/api/calls/2022/supplements', { body: { text: '调整名额', values: { parameters: { zonesPerCity } }, reason: '名额' } });
  const second = (asked: Answer) => officers[1].send('POST', `/api/calls/2022/decisions/${asked.json<{ id: string }>().id}/second`, { body: {} });
  const withdraw = (of: string) => post(head, 'recommendation/withdraw', { reason: '改荐' }, of);
  const holders = async () => (await readQuota()).holders.length;
  await ready(handler);
  await ready(handler, otherPlan);
  expect((await second(await ask(2))).status).toBe(200);
  expect([(await recommend(head)).status, (await recommend(deputy, otherPlan)).status, await holders()]).toEqual([200, 200, 2]);
  expect(said(await ask(1))).toMatchObject({ status: 409, code: 'slotsHeld', detail: { cities: ['321200科技局'] } });
  // Slot 1 is free and slot 2 held: lowered to one, the city has none left.
  expect((await withdraw(plan)).status).toBe(200);
  const lower = await ask(1);
  expect([lower.status, (await readQuota()).limit]).toEqual([200, 2]);
  expect((await recommend(head)).status).toBe(200);
  expect(said(await second(lower))).toMatchObject({ status: 409, code: 'slotsHeld' });
  expect((await withdraw(plan)).status).toBe(200);
  const [signed, recommended] = await Promise.all([second(lower), recommend(head)]);
  const codes = [signed, recommended].map((answer) => (answer.status === 200 ? 'done' : said(answer).code));
  expect([
    ['done', 'slotTaken'],
    ['slotsHeld', 'done'],
  ]).toContainEqual(codes);
  if (codes[1] === 'done') {
    expect((await withdraw(plan)).status).toBe(200);
    expect((await second(lower)).status).toBe(200);
  }
  expect([said(await recommend(head)).code, await readQuota()]).toMatchObject(['slotTaken', { limit: 1, holders: [{ plan: otherPlan }] }]);
  expect(app.bugs).toEqual([]);
}, 60_000);

test('what paper was stamped of is no longer the city’s to take back', async () => {
  await ready(handler);
  expect((await recommend(head)).status).toBe(200);
  const { db } = app.deps;
  const intake = await db
    .updateTable('intake')
    .set({ state: 'checking', number: 'SL2022-0001' })
    .where('planId', '=', plan)
    .returning('id')
    .executeTakeFirstOrThrow();
  const clerk = (await db.selectFrom('membership').select('userId').executeTakeFirstOrThrow()).userId;
  const digest = (await db.selectFrom('recommendation').select('letterDigest').where('state', '=', 'active').executeTakeFirstOrThrow()).letterDigest;
  await db
    .insertInto('paperReceipt')
    .values({
      intakeId: intake.id,
      n: 1,
      planVersion: 1,
      stampedAt: '2022-03-20T02:00:00Z',
      clerk,
      counts: JSON.stringify({ plan: 10, form: 10, letter: 2 }),
      handedInBy: '甲',
      courier: null,
      tracking: null,
      remark: '',
      digest,
      auditSeq: 1,
      auditHash: 'a',
    })
    .execute();
  expect(said(await post(head, 'recommendation/withdraw', { reason: '改荐' }))).toMatchObject({ status: 409, code: 'wrongState' });
});

test('a city lays its zones side by side; a zone that has not submitted stands there by name', async () => {
  await app.deps.db.transaction().execute((tx) => insertOrganisation(tx, { kind: 'zone', name: '姜堰高新区', cityCode: '321200' }));
  const reply = (await handler.get('/api/city/candidates')).json<{
    quota: { limit: number; holders: unknown[] };
    candidates: {
      zone: string;
      plan: { cluster: string; projects: number; asked: number; problems: number; exceptions: number; sixOnes: { yes: number } } | null;
    }[];
  }>();
  expect(reply.candidates.map((one) => one.zone).toSorted()).toEqual([otherName, zoneName, '姜堰高新区'].toSorted());
  expect(reply.candidates.at(-1)).toEqual({ zone: '姜堰高新区', plan: null });
  expect(reply.candidates.find((one) => one.zone === zoneName)?.plan).toMatchObject({
    projects: content.projects.length,
    exceptions: 1,
    problems: 0,
    sixOnes: { yes: 6, of: 6 },
  });
  expect((await zone.get('/api/city/candidates')).status).toBe(403);
});

test('the auditor’s case has every letter that was ever issued, also one that was taken back', async () => {
  await app.moveClock('2022-03-21T10:00:00+08:00');
  await ready(handler, otherPlan);
  expect((await recommend(head, otherPlan)).status).toBe(200);
  expect((await post(head, 'recommendation/withdraw', { reason: '文号写错' }, otherPlan)).status).toBe(200);
  expect((await recommend(head, otherPlan, '泰科函〔2022〕10号')).status).toBe(200);
  const { file: taken, papers } = await takeCase(app, (await findPlan(app.deps.db, otherPlan))!.number);
  expect(taken.letters.slice(-2).map((one) => one.documentNumber)).toEqual(['泰科函〔2022〕8号', '泰科函〔2022〕10号']);
  const faults = (of: CaseFile) => checkCase(of, (name) => papers.get(name)).filter(({ fault }) => fault !== 'version');
  expect(faults(taken)).toEqual([]);
  const [kept, last] = [taken.letters.slice(0, -1), taken.letters.at(-1)!];
  expect(faults({ ...taken, letters: kept })).toMatchObject([{ fault: 'leftOut' }]);
  const renumbered = { ...taken, letters: [...kept, { ...last, documentNumber: '泰科函〔2022〕11号' }] };
  expect(faults(renumbered).map(({ fault }) => fault)).toEqual(['unrecorded', 'leftOut']);
});
