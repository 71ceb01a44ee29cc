import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Answer, Client } from './support/client.ts';
import type { RoleName } from './support/people.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly company: string;
  readonly reason: string | null;
  readonly token: string | null;
  readonly may: readonly string[];
  readonly project: { readonly id: string; readonly number: string } | null;
  readonly elsewhere: readonly { readonly zone: string; readonly kind: string; readonly title: string; readonly number: string | null }[];
}

const terms = {
  title: '2022年度集群试点项目征集',
  text: '面向全省征集新型疫苗和特异性诊断试剂方向的项目。',
  until: '2022-03-10T16:00:00.000Z',
  industries: [],
  contact: '顾知夏',
  phone: '0523-80000000',
};
const offered = { title: '重组带状疱疹疫苗产业化', summary: '自主佐剂，已完成Ⅱ期临床试验。', asked: 500_000_000, inside: true };

let app: TestApp;
const clients = new Map<string, Client>();
const as = (role: RoleName | 'public'): Client => clients.get(role)!;
const post = (role: RoleName, path: string, body: unknown = {}): Promise<Answer> => as(role).send('POST', path, { body });
const codeOf = (answer: Answer): unknown => [answer.status, answer.json<{ code?: string }>().code];

let mine = '';
let theirs = '';

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const role of ['public', 'zoneWriter', 'zoneSubmitter', 'otherZone', 'company', 'otherCompany', 'partner', 'city'] as const) {
    clients.set(role, await app.as(role));
  }
});
afterAll(() => app?.close());

async function publish(role: 'zoneSubmitter' | 'otherZone'): Promise<string> {
  const { id } = (await post(role, '/api/solicitations')).json<{ id: string }>();
  await as(role).send('PUT', `/api/solicitations/${id}`, { body: { terms } });
  expect((await post(role, `/api/solicitations/${id}/publish`)).status).toBe(200);
  return id;
}

async function answersOf(role: RoleName): Promise<readonly Shown[]> {
  return (await as(role).get('/api/answers')).json<Shown[]>();
}

test('a draft is the zone’s own, and is published only with every term filled in and its end ahead', async () => {
  mine = (await post('zoneWriter', '/api/solicitations')).json<{ id: string }>().id;
  expect((await post('zoneSubmitter', '/api/solicitations')).json()).toEqual({ id: mine });
  for (const role of ['otherZone', 'company'] as const) expect((await as(role).get(`/api/solicitations/${mine}`)).status).toBe(404);
  expect((await as('public').get('/api/solicitations')).json()).toEqual([]);
  const unfinished = await post('zoneSubmitter', `/api/solicitations/${mine}/publish`);
  expect([unfinished.status, unfinished.json()]).toEqual([400, { code: 'badRequest', detail: { missing: ['title', 'text', 'contact', 'phone', 'until'] } }]);
  const save = (until: string): Promise<Answer> => as('zoneWriter').send('PUT', `/api/solicitations/${mine}`, { body: { terms: { ...terms, until } } });
  expect((await save('2022-02-01T00:00:00Z')).status).toBe(200);
  expect(codeOf(await post('zoneSubmitter', `/api/solicitations/${mine}/publish`))).toEqual([409, 'tooLate']);
  expect(codeOf(await save('soon'))).toEqual([400, 'badRequest']);
  expect((await save(terms.until)).status).toBe(200);
  expect(codeOf(await post('zoneWriter', `/api/solicitations/${mine}/publish`))).toEqual([403, 'notAllowed']);
  expect((await post('zoneSubmitter', `/api/solicitations/${mine}/publish`)).json()).toEqual({ number: 'ZJ2022-001' });
});

test('what is published is frozen, everybody reads it, and every company hears of it', async () => {
  expect(codeOf(await as('zoneWriter').send('PUT', `/api/solicitations/${mine}`, { body: { terms } }))).toEqual([409, 'notEditable']);
  await expect(sql`update solicitation set terms = '{}' where id = ${mine}`.execute(app.deps.db)).rejects.toMatchObject({ code: 'JQ001' });
  const [listed] = (await as('public').get('/api/solicitations')).json<{ number: string; terms: object; mine: boolean }[]>();
  expect(listed).toMatchObject({ number: 'ZJ2022-001', terms, mine: false });
  const { rows } = await sql<{ username: string }>`select distinct username from message join auth."user" u on u.id = person
    where kind = 'solicitation.published'`.execute(app.deps.db);
  expect(rows.map((row) => row.username).toSorted()).toEqual(['company', 'othercompany']);
});

test('a company answers once; declined with a reason it may answer again', async () => {
  const first = await post('company', `/api/solicitations/${mine}/offers`, offered);
  expect(first.status).toBe(200);
  expect(codeOf(await post('company', `/api/solicitations/${mine}/offers`, offered))).toEqual([409, 'wrongState']);
  expect(codeOf(await post('zoneSubmitter', `/api/solicitations/${mine}/offers`, offered))).toEqual([403, 'notAllowed']);
  const { id } = first.json<{ id: string }>();
  expect(codeOf(await post('zoneSubmitter', `/api/answers/${id}/decline`, { reason: ' ' }))).toEqual([400, 'badRequest']);
  expect((await as('otherCompany').get(`/api/answers/${id}`)).status).toBe(404);
  expect((await post('zoneSubmitter', `/api/answers/${id}/decline`, { reason: '不属于主导产业' })).status).toBe(200);
  expect((await as('company').get(`/api/answers/${id}`)).json<Shown>()).toMatchObject({ state: 'declined', reason: '不属于主导产业', may: [] });
  expect(codeOf(await post('zoneSubmitter', `/api/answers/${id}/accept`))).toEqual([409, 'wrongState']);
  expect((await post('company', `/api/solicitations/${mine}/offers`, offered)).status).toBe(200);
});

test('claims of two zones on one company are seen by both', async () => {
  theirs = await publish('otherZone');
  await post('company', `/api/solicitations/${theirs}/offers`, { ...offered, title: '另一个项目' });
  const seen = async (role: RoleName) => (await answersOf(role)).find((one) => one.state === 'offered')?.elsewhere;
  expect(await seen('zoneSubmitter')).toMatchObject([{ zone: '乙高新区', kind: 'answer', title: '另一个项目' }]);
  expect(await seen('otherZone')).toMatchObject([{ zone: '甲高新区', kind: 'answer', title: offered.title }]);
  expect((await answersOf('company')).map((one) => [one.state, one.elsewhere.length])).toEqual([
    ['declined', 0],
    ['offered', 1],
    ['offered', 1],
  ]);
});

test('two people who accept one offer at the same moment make one project, begun for the company in a plan that this begins', async () => {
  const open = (await answersOf('zoneSubmitter')).find((one) => one.state === 'offered')!;
  const both = await Promise.all([1, 2].map(() => post('zoneSubmitter', `/api/answers/${open.id}/accept`)));
  expect(new Set(both.map((answer) => answer.status))).toEqual(new Set([200, 409]));
  const { plan, project } = both.find((answer) => answer.status === 200)!.json<{ plan: string; project: string }>();
  const file = (await as('zoneWriter').get(`/api/plans/${plan}`)).json<{ projects: { id: string; state: string; owner: unknown }[] }>();
  expect(file.projects).toMatchObject([{ id: project, state: 'drafting', owner: { name: 'company' } }]);
  const proposal = (await as('company').get(`/api/proposals/${project}`)).json<{ blocks: { summary: { answers: object } }; may: string[] }>();
  expect(proposal.blocks.summary.answers).toEqual({
    name: offered.title,
    applicant: 'company',
    applicantCode: '91321203TXT001001K',
    location: '本高新区内',
  });
  expect(proposal.may).toContain('proposal.edit');
  expect((await answersOf('otherZone'))[0]?.elsewhere).toMatchObject([{ zone: '甲高新区', kind: 'project', title: offered.title }]);
});

test('a plan is not submitted past an answer without a decision, which is named', async () => {
  await post('otherCompany', `/api/solicitations/${mine}/offers`, { ...offered, title: '第三个项目', inside: false });
  const [{ plan }] = (await app.deps.db.selectFrom('project').select('planId as plan').execute()) as [{ plan: string }];
  const problems = (await as('zoneSubmitter').get(`/api/plans/${plan}/problems`)).json<{ rule: string; severity: string; message: string }[]>();
  expect(problems.filter((one) => one.rule === 'R29')).toMatchObject([
    { severity: 'must', message: 'otherCompany的应征还没有答复。请收下或不收，并写明理由。' },
  ]);
});

test('a company withdraws with a reason while nothing is filed: its project leaves the plan and the zone hears so', async () => {
  const accepted = (await answersOf('company')).find((one) => one.state === 'accepted')!;
  const { planId } = await app.deps.db.selectFrom('project').select('planId').where('id', '=', accepted.project!.id).executeTakeFirstOrThrow();
  await app.deps.db.updateTable('plan').set({ state: 'atCity' }).where('id', '=', planId).execute();
  expect(codeOf(await post('company', `/api/answers/${accepted.id}/withdraw`, { reason: '另有安排' }))).toEqual([409, 'notEditable']);
  const waiting = (await answersOf('zoneSubmitter')).find((one) => one.state === 'offered')!;
  expect(codeOf(await post('zoneSubmitter', `/api/answers/${waiting.id}/accept`))).toEqual([409, 'notEditable']);
  await app.deps.db.updateTable('plan').set({ state: 'drafting' }).where('id', '=', planId).execute();
  expect((await post('company', `/api/answers/${accepted.id}/withdraw`, { reason: '另有安排' })).status).toBe(200);
  expect((await as('zoneWriter').get(`/api/plans/${planId}`)).json<{ projects: unknown[] }>().projects).toEqual([]);
  expect((await as('company').get(`/api/proposals/${accepted.project!.id}`)).status).toBe(404);
  expect(codeOf(await post('zoneSubmitter', `/api/plans/${planId}/projects/${accepted.project!.id}/restore`))).toEqual([409, 'wrongState']);
  const { rows } = await sql`select from message where kind = 'answer.withdrawn'`.execute(app.deps.db);
  expect(rows.length).toBe(2);
});

test('an invitation by link is taken up once, and then leads nowhere', async () => {
  const invited = await post('zoneWriter', `/api/solicitations/${mine}/invitations`, { company: '泰州新设公司' });
  const { token } = invited.json<{ token: string }>();
  expect((await answersOf('zoneWriter')).find((one) => one.token === token)).toMatchObject({ state: 'invited', company: '泰州新设公司' });
  expect((await as('public').get(`/api/invitations/${token}`)).json()).toMatchObject({ company: '泰州新设公司', solicitation: { number: 'ZJ2022-001' } });
  expect(codeOf(await post('otherCompany', `/api/invitations/${token}/take`))).toEqual([409, 'wrongState']);
  expect(codeOf(await post('otherZone', `/api/invitations/${token}/take`))).toEqual([403, 'notAllowed']);
  expect((await post('company', `/api/invitations/${token}/take`)).status).toBe(200);
  expect((await as('public').get(`/api/invitations/${token}`)).status).toBe(404);
  expect((await post('company', `/api/invitations/${token}/take`)).status).toBe(404);
  expect((await post('company', `/api/solicitations/${mine}/offers`, offered)).status).toBe(200);
  expect((await answersOf('company')).filter((one) => one.state === 'invited')).toEqual([]);
});

test('a company that takes up two invitations at the same moment has one answer, and the other link still leads somewhere', async () => {
  const tokens = await Promise.all(
    ['甲', '乙'].map(async (company) => (await post('otherZone', `/api/solicitations/${theirs}/invitations`, { company })).json<{ token: string }>().token),
  );
  const taken = await Promise.all(tokens.map((token) => post('otherCompany', `/api/invitations/${token}/take`)));
  expect(taken.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const left = await Promise.all(tokens.map((token) => as('public').get(`/api/invitations/${token}`)));
  expect(left.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  const [one] = (await answersOf('otherCompany')).filter((answer) => answer.state === 'invited');
  expect((await post('otherCompany', `/api/answers/${one!.id}/withdraw`, { reason: '另有安排' })).status).toBe(200);
});

test('a company with an account is invited directly, unless it has answered', async () => {
  const direct = await post('otherZone', `/api/solicitations/${theirs}/invitations`, { company: '不论名称', code: '91320100TXT002002X' });
  expect(direct.json()).toMatchObject({ token: null });
  expect((await answersOf('otherCompany')).find((one) => one.state === 'invited')).toMatchObject({ company: 'otherCompany' });
  expect(codeOf(await post('otherZone', `/api/solicitations/${theirs}/invitations`, { company: 'company' }))).toEqual([409, 'wrongState']);
});

test('after its end nobody answers, after closing neither, and what was offered is still decided', async () => {
  await app.moveClock('2022-03-11T00:00:00+08:00');
  expect(codeOf(await post('otherCompany', `/api/solicitations/${theirs}/offers`, offered))).toEqual([409, 'tooLate']);
  await app.moveClock('2022-03-01T10:00:00+08:00');
  expect((await post('otherZone', `/api/solicitations/${theirs}/close`)).status).toBe(200);
  expect(codeOf(await post('otherCompany', `/api/solicitations/${theirs}/offers`, offered))).toEqual([409, 'wrongState']);
  const open = (await answersOf('otherZone')).find((one) => one.state === 'offered')!;
  expect((await post('otherZone', `/api/answers/${open.id}/accept`)).status).toBe(200);
});

test('what happened to an answer is on record for ever, and nothing in all of this was a bug', async () => {
  const { rows } = await sql<{ event: string }>`select event from answer_event order by at, n`.execute(app.deps.db);
  expect(new Set(rows.map((row) => row.event))).toEqual(new Set(['offer', 'decline', 'accept', 'withdraw', 'invite', 'take']));
  expect(app.bugs).toEqual([]);
});
