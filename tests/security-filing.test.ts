import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertConfirmation } from '#db/confirmations.ts';
import { findLiveRecommendation } from '#db/plan-recommendations.ts';
import { setPlanState } from '#db/plans.ts';
import { renderers } from '#documents/render/form.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { addProjects, fileVersion, type FiledPaper, ownLast, recommendFiled } from './support/at-intake.ts';
import type { Answer, Client } from './support/client.ts';
import { personOf } from './support/filed-plan.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

const content: PlanContent = sample;
let app: TestApp;
let desk: Client;
let officer: Client;
let zone: Client;
let plan: string;
let otherPlan: string;
let first: FiledPaper;
let stranger: FiledPaper;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: content.zone, cityCode: content.city }, otherZone: { name: '江阴高新技术产业开发区', cityCode: '320200' } },
  });
  await app.moveClock('2022-03-22T10:00:00+08:00');
  [desk, officer, zone] = [await app.as('intake'), await app.as('province'), await app.as('zoneSubmitter')];
  const { db } = app.deps;
  const begin = async (who: Client) => (await who.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  [plan, otherPlan] = [await begin(zone), await begin(await app.as('otherZone'))];
  await addProjects(db, plan, 13);
  await ownLast(db, plan, 'company');
  await addProjects(db, plan, 1);
  await ownLast(db, plan, 'otherCompany');
  await addProjects(db, otherPlan, 12);
  first = await fileVersion(db, plan, { ...content, projects: [...content.projects, ...content.projects.slice(0, 2)] }, '2022-03-18T02:00:00.000Z');
  stranger = await fileVersion(db, otherPlan, content, '2022-03-18T02:00:00.000Z');
  await recommendFiled(db, plan, first.n, '2022-03-21T02:00:00.000Z');
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
});

interface Look {
  readonly answer: { readonly status: string; readonly plan: { readonly zone: string; readonly cluster: string } | null } | null;
}

const look = async (text: string) => (await desk.send('POST', '/api/desk/lookups', { body: { text } })).json<Look>().answer;
const code = (answer: Answer) => [answer.status, answer.json<{ code?: string }>().code];
const hand = (counts: object, of: string) => ({ code: of, counts, handedInBy: '薛映川', courier: null, tracking: null, remark: '' });
const receive = (counts: object, of = first.scanned, key?: string) =>
  desk.send('POST', `/api/intakes/${plan}/receipts`, { body: hand(counts, of), ...(key === undefined ? {} : { key }) });
const ask = (more: object) =>
  desk.send('POST', `/api/intakes/${plan}/mendings`, {
    body: { deadline: '2022-04-10T00:00:00+08:00', reason: '请补正。', parts: [], paper: ['form'], ...more },
  });
const file = async () => (await desk.get(`/api/intakes/${plan}`)).json<{ projects: { id: string }[]; copies: { received: object; missing: object } }>();
const heard = async (role: 'company' | 'otherCompany' | 'city') =>
  (await (await app.as(role)).get('/api/messages')).json<{ messages: { kind: string }[] }>().messages.map((message) => message.kind);
const letterOf = ({ scanned }: FiledPaper) => scanned.replace(/\/F\/1\/6$/, '/L/1/1');

test('the desk learns of a plan that is not recommended what stands on its paper, and no more', async () => {
  expect(await look(stranger.scanned)).toMatchObject({ status: 'notRecommended', plan: { zone: '江阴高新技术产业开发区', cluster: '' } });
});

test('copies that nobody can count are no receipt, and another body under a used key is refused', async () => {
  for (const count of [-1, 1.5, 1e308, 1000, '10']) expect((await receive({ plan: count, form: 10, letter: 2 })).status, String(count)).toBe(400);
  const key = randomUUID();
  const taken = await receive({ plan: 10, form: 10, letter: 2 }, first.scanned, key);
  expect(taken.json()).toMatchObject({ taken: true, missing: { plan: 0, form: 0, letter: 0 } });
  expect(code(await receive({ plan: 1, form: 0, letter: 0 }, first.scanned, key))).toEqual([409, 'keyReused']);
});

test('what no file has, or no calendar, is no mending, and never a bug', async () => {
  const { projects } = await file();
  const { projects: foreign } = { projects: await app.deps.db.selectFrom('project').select('id').where('planId', '=', otherPlan).execute() };
  const part = (document: string, block: string) => ({ parts: [{ document, block, text: '错' }] });
  for (const asked of [
    part('form', '__proto__'),
    part('outline', '99-9'),
    part(projects[0]!.id, 'nowhere'),
    part(foreign[0]!.id, 'summary'),
    { deadline: '2022-03-22T10:00:00+08:00' },
    { deadline: '9999-12-31T24:00:00Z' },
    { deadline: '9999-12-31T00:00:00+08:00' },
    { deadline: 'tomorrow' },
  ])
    expect(code(await ask(asked)), JSON.stringify(asked)).toEqual([400, 'badRequest']);
});

test('a page that no paper can have is told of no scan, and pictures far beyond a paper’s end are absent', async () => {
  const tell = (page: number) => zone.send('PUT', `/api/plans/${plan}/scan/pages/1`, { body: { kind: 'form', page } });
  expect((await tell(3e9)).status).toBe(400);
  expect(code(await tell(3))).toEqual([409, 'wrongState']);
  for (const path of ['versions/1/papers/form/pages/99999', 'versions/99999999999/papers/form/pages/1', 'versions/1/scan/pages/1'])
    expect((await zone.get(`/api/plans/${plan}/${path}`)).status, path).toBe(404);
  expect((await zone.get(`/api/plans/${plan}/versions/1/papers/form/pages/0`)).status).toBe(400);
});

test('why a project was struck out is told to its company, not to the others of the plan', async () => {
  const last = (await file()).projects.at(-1)!.id;
  const { id } = (await desk.send('POST', `/api/intakes/${plan}/results`, { body: { kind: 'strike', project: last, reason: '申报单位在惩戒期内。' } })).json<{
    id: string;
  }>();
  const decided = await officer.send('POST', `/api/intakes/${plan}/results/${id}/decision`, { body: { decision: 'agreed', reason: '' } });
  expect(decided.status).toBe(200);
  expect(await heard('otherCompany')).toContain('intake.struck');
  expect(await heard('city')).toContain('intake.struck');
  expect(await heard('company')).not.toContain('intake.struck');
});

test('after a mending the letter that stays as it was holds at the desk with the code that it carries, and its copies count; nothing else of that version does', async () => {
  const { db } = app.deps;
  expect((await ask({ parts: [{ document: 'form', block: 'zone', text: '电话' }], paper: [] })).status).toBe(200);
  const second = await fileVersion(db, plan, { ...content, form: { ...content.form, zone: {} } }, '2022-03-23T02:00:00.000Z');
  const { id, letterDigest, letterPages } = (await findLiveRecommendation(db, plan))!;
  const confirmedBy = await personOf(app, 'city');
  await db.transaction().execute(async (tx) => {
    await insertConfirmation(tx, { recommendationId: id, n: second.n, letterDigest, letterPages, confirmedBy, confirmedAt: '2022-03-24T02:00:00.000Z' });
    await setPlanState(tx, plan, 'atProvince');
  });
  expect(await look(letterOf(first))).toMatchObject({ status: 'valid' });
  expect(await look(first.scanned)).toMatchObject({ status: 'superseded' });
  expect(await look(first.code)).toMatchObject({ status: 'superseded' });
  expect(await look(second.scanned)).toMatchObject({ status: 'valid' });
  expect((await file()).copies.received).toEqual({ plan: 0, form: 0, letter: 2 });
  // The letter says nothing of the pile that it lies on.
  expect(code(await receive({ plan: 10, form: 10, letter: 2 }, letterOf(first)))).toEqual([409, 'notTheFiledVersion']);
  expect(code(await receive({ plan: 10, form: 10, letter: 0 }, first.scanned))).toEqual([409, 'notTheFiledVersion']);
  expect((await receive({ plan: 10, form: 10, letter: 0 }, second.scanned)).json()).toMatchObject({
    taken: true,
    missing: { plan: 0, form: 0, letter: 0 },
  });
  expect((await receive({ plan: 0, form: 0, letter: 1 }, letterOf(first))).json()).toMatchObject({ taken: true });
});

test('a code as long as a book is answered, and kept no longer than a code is', async () => {
  expect(await look('\ufdfa'.repeat(2_000))).toMatchObject({ status: 'unknown' });
  const { counts: _, ...refused } = hand({}, '\ufdfa'.repeat(2_000));
  const answer = await desk.send('POST', '/api/desk/refusals', { body: refused });
  expect(answer.json()).toMatchObject({ cause: 'unknown' });
  const kept = await app.deps.db.selectFrom('paperRefusal').select('code').executeTakeFirstOrThrow();
  expect(kept.code.length).toBe(400);
  expect(app.bugs).toEqual([]);
});
