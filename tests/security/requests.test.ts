import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { routes } from '#http/contract/routes.ts';
import { Client } from '../support/client.ts';
import { seenIn } from '../support/matrix.ts';
import { password } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const all = Object.entries<Route>(routes);
let app: TestApp;
let zone: Client;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  zone = await app.as('zoneSubmitter');
});
afterAll(() => app?.close());

function pathOf(route: Route): string {
  return route.path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');
}

test('every route of the contract that is no read refuses another site’s page before anything else is looked at', async () => {
  const changing = all.filter(([, route]) => route.method !== 'GET');
  for (const [name, route] of changing) {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const answer = await zone.send(route.method, pathOf(route), { headers, ...(route.upload === undefined ? { body: {} } : { bytes: new Uint8Array(1) }) });
      expect([answer.status, answer.json()], name).toEqual([403, { code: 'notAllowed', detail: { reason: 'origin' } }]);
    }
  }
});

test('no answer lets another site read it', async () => {
  for (const [name, route] of all.filter(([, one]) => one.method === 'GET')) {
    const answer = await zone.send('GET', pathOf(route), { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } });
    expect(answer.headers.has('access-control-allow-origin'), name).toBe(false);
    expect(answer.headers.get('cross-origin-resource-policy'), name).toBe('same-origin');
  }
});

test('a session that somebody planted before signing in is not the one that is opened', async () => {
  const attacker = await app.as('otherZone');
  const victim = new Client(app.base);
  const opened = await victim.send('POST', '/api/session', { body: { username: 'zoneWriter', password }, headers: { cookie: attacker.cookie } });
  expect(opened.status).toBe(200);
  expect(victim.cookie).not.toBe('');
  expect(victim.cookie).not.toBe(attacker.cookie);
  expect((await victim.get('/api/session')).json()).toMatchObject({ username: 'zonewriter' });
  expect((await attacker.get('/api/session')).json()).toMatchObject({ username: 'otherzone' });
});

test('a cookie that was copied opens nothing once its session is closed, and no other signature makes it right', async () => {
  const client = await app.as('zoneWriter');
  const copied = client.cookie;
  const ask = (cookie: string) => new Client(app.base).send('GET', '/api/plans', { headers: { cookie } });
  expect((await ask(copied)).status).toBe(200);
  const other = (await app.as('city')).cookie;
  const forged = copied.replace(/\.[^.;]*$/, other.slice(other.lastIndexOf('.')));
  expect(forged).not.toBe(copied);
  expect((await ask(forged)).status).toBe(401);
  expect((await client.send('DELETE', '/api/session')).status).toBe(200);
  expect((await ask(copied)).json()).toMatchObject({ code: 'notSignedIn' });
});

/** Objects of a schema that let through keys which they do not name, by place. */
function open(schema: z.ZodType, at: string, seen = new Set<unknown>()): readonly string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const parts: readonly [string, unknown][] = Object.entries(schema.def);
  const named = schema instanceof z.ZodObject ? Object.entries(schema.shape).flatMap(([name, part]) => open(part as z.ZodType, `${at}.${name}`, seen)) : [];
  const inner = parts.flatMap(([, part]) => (Array.isArray(part) ? part : [part]).flatMap((one) => (one instanceof z.ZodType ? open(one, at, seen) : [])));
  const isOpen = schema instanceof z.ZodObject && schema.def.catchall !== undefined && !(schema.def.catchall instanceof z.ZodNever);
  return [...(isOpen ? [at] : []), ...named, ...inner];
}

test('no body of the contract takes keys that it does not name', () => {
  const loose = all.flatMap(([name, route]) => (route.body === undefined ? [] : open(route.body, name)));
  expect(loose).toEqual([]);
  expect(open(z.object({ list: z.array(z.looseObject({ a: z.string() })), one: z.object({}).optional() }), 'x')).toEqual(['x.list']);
});

test('what belongs to the server is not written from outside: states, owners, places, numbers', async () => {
  const { db } = app.deps;
  const mine = {
    state: 'atProvince',
    zoneId: 'x',
    cityId: 'x',
    ownerId: 'x',
    number: 'JQ2022-9999',
    id: '00000000-0000-4000-8000-000000000001',
    removedAt: null,
    locked: false,
  };
  const { id: plan } = (await zone.send('POST', '/api/plans', { body: mine })).json<{ id: string }>();
  const { id: project } = (await zone.send('POST', `/api/plans/${plan}/projects`, { body: mine })).json<{ id: string }>();
  const saved = await zone.send('PUT', `/api/plans/${plan}/documents/form/blocks/name`, {
    body: { base: 0, answers: { name: '一' }, savedBy: 'x', savedAt: '2000-01-01T00:00:00Z', ...mine },
  });
  expect(saved.status).toBe(200);
  expect(await db.selectFrom('plan').select(['state', 'number']).where('id', '=', plan).executeTakeFirstOrThrow()).toEqual({
    state: 'drafting',
    number: 'JQ2022-0001',
  });
  expect(await db.selectFrom('project').select(['state', 'ownerId']).where('id', '=', project).executeTakeFirstOrThrow()).toEqual({
    state: 'drafting',
    ownerId: null,
  });
  const block = await db.selectFrom('block').select(['answers', 'savedAt']).where('planId', '=', plan).executeTakeFirstOrThrow();
  expect(block.answers).toEqual({ name: '一' });
  expect(new Date(block.savedAt).getUTCFullYear()).toBe(2022);
});

test('an answer that its form does not know is refused, not kept', async () => {
  const { id: plan } = (await zone.get('/api/plans')).json<{ id: string }[]>()[0]!;
  for (const answers of [{ name: '一', state: 'x' }, { constructor: { x: 1 } }, { name: { toString: 'x' } }]) {
    const answer = await zone.send('PUT', `/api/plans/${plan}/documents/form/blocks/name`, { body: { base: 1, answers } });
    expect([answer.status, JSON.stringify(answers)]).toEqual([400, JSON.stringify(answers)]);
  }
});

test('a name that exists and one that does not cost the same hash, and answer alike to the byte', async () => {
  const { password: hashing } = await app.deps.accounts.$context;
  const { hash, verify } = hashing;
  const done: string[] = [];
  hashing.hash = (given) => (done.push('argon2'), hash(given));
  hashing.verify = (given) => (done.push('argon2'), verify(given));
  const tried = async (username: string) => {
    done.length = 0;
    const answer = await new Client(app.base).send('POST', '/api/session', { body: { username, password: 'not the password' } });
    return { seen: seenIn(answer), cost: [...done] };
  };
  const known = await tried('province');
  expect(known.cost).toEqual(['argon2']);
  expect(await tried('nobody.has.this')).toEqual(known);
  Object.assign(hashing, { hash, verify });
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
