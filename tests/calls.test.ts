import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertAccount } from '#db/accounts.ts';
import { setLevels } from '#db/call-signatures.ts';
import { insertMembership } from '#db/organisations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { Client } from './support/client.ts';
import { password } from './support/people.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

/** Three people of the province, one for each level of the sign-off. */
const levels = ['handler', 'head', 'leader'] as const;
const people: Record<(typeof levels)[number], Client> = { handler: new Client(''), head: new Client(''), leader: new Client('') };
let app: TestApp;
let zone: Client;
let otherZone: Client;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  const province = await app.deps.db.selectFrom('organisation').select('id').where('kind', '=', 'province').executeTakeFirstOrThrow();
  const hash = await hashPassword(password);
  for (const level of levels) {
    await app.deps.db.transaction().execute(async (tx) => {
      const userId = await insertAccount(tx, { username: `official.${level}`, name: level, hash });
      await insertMembership(tx, { userId, organisationId: province.id, canWrite: true, canSubmit: true });
      await setLevels(tx, userId, [level]);
    });
    people[level] = new Client(app.base);
    expect((await people[level].send('POST', '/api/session', { body: { username: `official.${level}`, password } })).status).toBe(200);
  }
  zone = await app.as('zoneSubmitter');
  otherZone = await app.as('otherZone');
});

afterAll(() => app?.close());

const code = (answer: { json: <T>() => T }) => answer.json<{ code: string }>().code;
const post = (client: Client, path: string, body: unknown) => client.send('POST', path, { body });

async function planOf(client: Client): Promise<string> {
  return (await post(client, '/api/plans', {})).json<{ id: string }>().id;
}

async function deadlineSaid(client: Client, plan: string): Promise<boolean> {
  const problems = (await client.get(`/api/plans/${plan}/problems`)).json<{ rule: string }[]>();
  return problems.some((problem) => problem.rule === 'R04');
}

test('an extension for one zone moves its deadline to the second, in check, recall and submission, and nobody else’s', async () => {
  const [mine, theirs] = [await planOf(zone), await planOf(otherZone)];
  const file = (await people.handler.get('/api/calls/2022')).json<{ zones: { id: string; name: string }[] }>();
  const id = file.zones.find((one) => one.name === '甲高新区')?.id;
  const until = '2022-03-28T12:00:00.000Z';
  const asked = await post(people.handler, '/api/calls/2022/extensions', { zone: id, submitBy: until, recommendBy: until, paperBy: null, reason: '系统停机' });
  expect(asked.json<{ inForce: boolean }>().inForce).toBe(true);
  expect((await zone.get(`/api/plans/${mine}`)).json<{ submitBy: string }>().submitBy).toBe(until);
  await app.moveClock('2022-03-28T11:59:50Z');
  expect([await deadlineSaid(zone, mine), await deadlineSaid(otherZone, theirs)]).toEqual([false, true]);
  expect(code(await post(zone, `/api/plans/${mine}/submit`, {}))).toBe('problemsOpen');
  expect(code(await post(otherZone, `/api/plans/${theirs}/submit`, {}))).toBe('tooLate');
  await app.moveClock('2022-03-28T12:00:00Z');
  expect(await deadlineSaid(zone, mine)).toBe(true);
  expect(code(await post(zone, `/api/plans/${mine}/submit`, {}))).toBe('tooLate');
  const inbox = (await zone.get('/api/messages')).bytes;
  expect(new TextDecoder().decode(inbox)).toContain('call.extended');
});

test('once a deadline is past, an extension waits for another person than the one who asked', async () => {
  const until = '2022-04-20T16:00:00.000Z';
  const body = { zone: null, submitBy: until, recommendBy: until, paperBy: '2022-04-25T16:00:00.000Z', reason: '疫情' };
  const { id, inForce } = (await post(people.handler, '/api/calls/2022/extensions', body)).json<{ id: string; inForce: boolean }>();
  expect(inForce).toBe(false);
  const [{ submitBy }] = (await app.deps.db.selectFrom('call').select('submitBy').execute()) as [{ submitBy: string }];
  expect((await zone.get('/api/call')).json<{ submitBy: string }>().submitBy).toBe(submitBy);
  const second = `/api/calls/2022/decisions/${id}/second`;
  expect(code(await post(people.handler, second, {}))).toBe('secondPerson');
  expect((await post(people.head, second, {})).json()).toEqual({ id, inForce: true });
  expect((await zone.get('/api/call')).json<{ submitBy: string }>().submitBy).toBe(until);
  expect(code(await post(people.leader, second, {}))).toBe('wrongState');
});

test('an extension that gives no more time, or turns the order round, is refused', async () => {
  const refused = async (body: object) =>
    code(await post(people.handler, '/api/calls/2022/extensions', { zone: null, submitBy: null, recommendBy: null, paperBy: null, reason: '理由', ...body }));
  expect(await refused({ submitBy: '2022-03-30T00:00:00Z' })).toBe('wrongInstants');
  expect(await refused({})).toBe('wrongInstants');
  expect(await refused({ submitBy: '2022-05-20T00:00:00Z' })).toBe('wrongInstants');
});

test('a supplement makes a new snapshot once two have signed, and each open plan sees what it changes for it until it says so', async () => {
  const mine = await planOf(zone);
  const before = (await zone.get('/api/call')).json<{ edition: string }>().edition;
  const asked = await post(people.handler, '/api/calls/2022/supplements', {
    text: '项目数调整为不少于 14 个。',
    values: { parameters: { minProjects: 14 } },
    reason: '厅党组会议决定',
  });
  const { id } = asked.json<{ id: string }>();
  expect((await zone.get(`/api/plans/${mine}/supplements`)).json()).toEqual([]);
  await post(people.head, `/api/calls/2022/decisions/${id}/second`, {});
  const after = (await zone.get('/api/call')).json<{ edition: string }>().edition;
  expect(after).not.toBe(before);
  expect((await zone.get(`/api/plans/${mine}`)).json<{ edition: string }>().edition).toBe(after);
  const [seen] = (await zone.get(`/api/plans/${mine}/supplements`)).json<
    { readAt: string | null; changes: unknown[]; problems: { rule: string; message: string }[] }[]
  >();
  expect(seen?.changes).toEqual([{ kind: 'parameter', name: 'minProjects', from: 12, to: 14, rules: ['R02'] }]);
  expect(seen?.problems.map((problem) => problem.rule)).toEqual(['R02']);
  expect(seen?.problems[0]?.message).toContain('至少 14 个');
  expect(seen?.readAt).toBeNull();
  await post(zone, `/api/plans/${mine}/supplements/${id}/acknowledge`, {});
  expect((await zone.get(`/api/plans/${mine}/supplements`)).json<{ readAt: string | null }[]>()[0]?.readAt).not.toBeNull();
  expect((await otherZone.get(`/api/plans/${mine}/supplements`)).status).toBe(404);
});

test('a call is drafted, previewed with its own numbers, signed in order by different people, and published with them', async () => {
  const { id } = (await post(people.handler, '/api/calls', { edition: 'jiangsu-2022' })).json<{ id: string }>();
  const values = {
    title: '第二批',
    submitBy: '2022-06-01T00:00:00+08:00',
    recommendBy: '2022-06-10T00:00:00+08:00',
    paperBy: '2022-06-20T00:00:00+08:00',
    parameters: { zoneLevels: ['国家级'], minProjects: 9 },
  };
  const draft = `/api/calls/${id}/draft`;
  expect((await people.handler.send('PUT', draft, { body: { base: 1, values } })).json()).toEqual({ n: 2 });
  expect(code(await people.head.send('PUT', draft, { body: { base: 1, values } }))).toBe('stale');
  expect(code(await people.handler.send('PUT', draft, { body: { base: 2, values: { ...values, paperBy: values.submitBy } } }))).toBe('wrongInstants');
  expect(code(await people.handler.send('PUT', draft, { body: { base: 2, values: { parameters: { minProjects: 'many' } } } }))).toBe('badRequest');
  const sign = (level: (typeof levels)[number], as = level, n = 2) => post(people[as], `/api/calls/${id}/signatures`, { n, level });
  expect(code(await post(people.leader, `/api/calls/${id}/publish`, { n: 2 }))).toBe('unsigned');
  expect(code(await sign('head'))).toBe('unsigned');
  expect(code(await sign('handler', 'head'))).toBe('notAllowed');
  expect((await sign('handler')).status).toBe(200);
  // A changed text is another text: nobody has signed it.
  expect((await people.handler.send('PUT', draft, { body: { base: 2, values } })).json()).toEqual({ n: 3 });
  expect(code(await sign('head', 'head', 3))).toBe('unsigned');
  for (const level of levels) expect((await sign(level, level, 3)).status).toBe(200);
  expect((await zone.get(`/api/calls/${id}`)).status).toBe(403);
  const published = await post(people.leader, `/api/calls/${id}/publish`, { n: 3 });
  expect(published.status).toBe(200);
  const open = (await zone.get('/api/call')).json<{ id: string; title: string; edition: string; submitBy: string }>();
  expect(open).toMatchObject({ id, title: '第二批', submitBy: '2022-05-31T16:00:00.000Z' });
  const snapshot = (await zone.get(`/api/editions/${open.edition}`)).json<Edition>();
  expect(snapshot.parameters).toMatchObject({ minProjects: 9, zoneLevels: ['国家级'] });
  expect(snapshot.instants.submitBy).toBe(values.submitBy);
  expect(code(await people.handler.send('PUT', draft, { body: { base: 3, values } }))).toBe('notEditable');
});

test('a question is answered for everybody without its asker; a document is taken by what it is', async () => {
  const { id: call } = (await zone.get('/api/call')).json<{ id: string }>();
  const { id } = (await post(zone, '/api/call/questions', { question: '联合体可以申报吗？' })).json<{ id: string }>();
  const nobody = await app.as('public');
  expect((await nobody.get('/api/call/page')).json<{ questions: unknown[] }>().questions).toEqual([]);
  expect((await people.handler.send('PUT', `/api/calls/${call}/questions/${id}/answer`, { body: { answer: '可以。' } })).status).toBe(200);
  const page = await nobody.get('/api/call/page');
  expect(page.json<{ questions: unknown[] }>().questions).toMatchObject([{ question: '联合体可以申报吗？', answer: '可以。' }]);
  expect(new TextDecoder().decode(page.bytes)).not.toContain('甲高新区');
  const upload = (bytes: Uint8Array) =>
    fetch(`${app.base}/api/calls/${call}/documents?name=${encodeURIComponent('指南.pdf')}`, {
      method: 'POST',
      headers: {
        origin: app.base,
        'sec-fetch-site': 'same-origin',
        'idempotency-key': crypto.randomUUID(),
        'content-type': 'application/octet-stream',
        cookie: people.handler.cookie,
      },
      body: new Uint8Array(bytes),
    });
  expect(((await (await upload(new TextEncoder().encode('<html>'))).json()) as { code: string }).code).toBe('badFile');
  expect((await post(zone, `/api/calls/${call}/cancel`, { reason: '不发了' })).status).toBe(403);
  const cancelled = (await post(people.handler, `/api/calls/${call}/cancel`, { reason: '不发了' })).json<{ id: string; inForce: boolean }>();
  expect(cancelled.inForce).toBe(false);
  await post(people.leader, `/api/calls/${call}/decisions/${cancelled.id}/second`, {});
  expect((await nobody.get('/api/call')).json<{ id: string }>().id).toBe('2022');
  expect(code(await post(people.head, '/api/calls/2022/finish', { reason: '结束' }))).toBe('wrongState');
  expect(app.bugs).toEqual([]);
});
