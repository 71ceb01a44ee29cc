import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertTask } from '#db/tasks.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { routes } from '#http/contract/routes.ts';
import { Client } from './support/client.ts';
import { password } from './support/people.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

let app: TestApp;
const edition = loadEdition(raw);
const places = { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } };
const rights = { write: true, submit: false, manage: false };

beforeAll(async () => {
  app = await startTestApp({ edition, places, secondFactor: true });
  await app.moveClock('2022-03-01T10:00:00+08:00');
});
afterAll(() => app?.close());

async function signIn(
  username: string,
  given: string,
  client = new Client(app.base),
): Promise<{ client: Client; status: number; code?: string; body: unknown }> {
  const answer = await client.send('POST', '/api/session', { body: { username, password: given } });
  const body = answer.json<{ code?: string }>();
  return { client, status: answer.status, ...(body.code === undefined ? {} : { code: body.code }), body };
}

/** Somebody new in the zone, by whoever manages people there; signed in with a password of their own. */
async function newColleague(username: string, own = `${randomUUID()} mine`): Promise<{ client: Client; id: string; own: string }> {
  const manager = await app.as('zoneSubmitter');

  const organisation = (await manager.get('/api/organisations/own')).json<{ id: string }>().id;
  const made = await manager.send('POST', `/api/organisations/${organisation}/people`, { body: { username, name: '新同事', rights, adminRole: null } });
  const oneTime = made.json<{ password: string }>().password;
  const { client } = await signIn(username, oneTime);
  expect((await client.send('PUT', '/api/account/password', { body: { current: oneTime, next: own } })).status).toBe(200);
  return { client, id: await idOf(username), own };
}

async function idOf(username: string): Promise<string> {
  return (await app.deps.db.selectFrom('auth.user').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id;
}

async function organisationOf(role: 'zoneSubmitter'): Promise<string> {
  return (await (await app.as(role)).get('/api/organisations/own')).json<{ id: string }>().id;
}

test('until a one-time password is replaced, every route of the contract but those to replace it is closed, and the way out works', async () => {
  const manager = await app.as('zoneSubmitter');
  const zone = await organisationOf('zoneSubmitter');
  const key = randomUUID();
  const body = { username: 'Fresh.One', name: '新人', rights, adminRole: null };
  const added = await manager.send('POST', `/api/organisations/${zone}/people`, { body, key });
  const given = added.json<{ username: string; password: string }>();
  expect(given.username).toBe('fresh.one');
  // The same key shows the same password again; no table holds it.
  expect((await manager.send('POST', `/api/organisations/${zone}/people`, { body, key })).json()).toEqual(given);
  const kept = await app.deps.db.selectFrom('commandKey').select('reply').where('key', '=', key).executeTakeFirstOrThrow();
  expect(JSON.stringify(kept)).not.toContain(given.password);

  const { client, body: person } = await signIn('fresh.one', given.password);
  expect(person).toMatchObject({ must: 'changePassword' });
  const open = new Set(['session.open', 'session.close', 'session.read', 'account.read', 'account.password', 'public.read']);
  for (const [name, route] of Object.entries<Route>(routes)) {
    if (open.has(route.act)) continue;
    const path = route.path.replaceAll(/:(\w+)/g, (_, part: string) => (part === 'n' ? '1' : zone));
    const answer = await client.send(route.method, path, route.body === undefined ? {} : { body: {} });
    // What the contract refuses before anybody is asked (a body of the wrong shape) has done nothing.
    expect([400, 403], name).toContain(answer.status);
    if (answer.status === 403) expect(answer.json(), name).toMatchObject({ code: 'mustChangePassword' });
  }
  expect((await client.get('/api/plans')).json()).toMatchObject({ code: 'mustChangePassword' });
  for (const next of ['short', given.password, 'I am FRESH.ONE today'])
    expect((await client.send('PUT', '/api/account/password', { body: { current: given.password, next } })).json()).toMatchObject({ code: 'unfitPassword' });
  expect((await client.send('PUT', '/api/account/password', { body: { current: 'not it at all', next: 'my own long one' } })).json()).toMatchObject({
    code: 'wrongCredentials',
  });
  expect((await client.send('PUT', '/api/account/password', { body: { current: given.password, next: 'my own long one' } })).status).toBe(200);
  expect((await client.get('/api/plans')).status).toBe(200);
  expect((await client.get('/api/session')).json()).toMatchObject({ must: null });
  expect((await signIn('fresh.one', given.password)).status).toBe(401);
});

test('five wrong passwords lock a name from everywhere, alike for a name that nobody has; it ends by itself after 15 minutes', async () => {
  await app.moveClock('2022-03-02T10:00:00+08:00');
  for (const name of ['city', 'nobody.there']) {
    const codes: unknown[] = [];
    for (let tried = 0; tried < 6; tried++) codes.push((await signIn(name, 'wrong')).code);
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'wrongCredentials'), 'locked']);
    const held = await signIn(name, password);
    expect([held.status, held.body]).toEqual([429, { code: 'locked', detail: { seconds: expect.any(Number) } }]);
  }
  await app.moveClock('2022-03-02T10:14:00+08:00');
  expect((await signIn('city', password)).code).toBe('locked');
  await app.moveClock('2022-03-02T10:16:00+08:00');
  expect((await signIn('city', password)).status).toBe(200);
});

test('whoever manages people sees a lock and ends it, or gives a one-time password; so does the organisation that activated theirs', async () => {
  const zone = await organisationOf('zoneSubmitter');
  const writer = await idOf('zonewriter');
  const lock = async () => {
    for (let tried = 0; tried < 5; tried++) await signIn('zoneWriter', 'wrong');
    expect((await signIn('zoneWriter', password)).code).toBe('locked');
  };
  await lock();
  const manager = await app.as('zoneSubmitter');
  const people = (await manager.get('/api/organisations/own')).json<{ people: { id: string; lockedSeconds: number | null }[] }>().people;
  expect(people.find((person) => person.id === writer)?.lockedSeconds).toBeGreaterThan(800);
  expect((await manager.send('POST', `/api/organisations/${zone}/people/${writer}/unlock`, { body: {} })).status).toBe(200);
  expect((await signIn('zoneWriter', password)).status).toBe(200);
  await lock();
  const given = (await manager.send('POST', `/api/organisations/${zone}/people/${writer}/one-time-password`, { body: { secondFactor: false } })).json<{
    password: string;
  }>();
  const again = await signIn('zoneWriter', given.password);
  expect(again.body).toMatchObject({ must: 'changePassword' });
  await again.client.send('PUT', '/api/account/password', { body: { current: given.password, next: password } });
  // Nobody does any of this to themselves.
  const self = await manager.send('POST', `/api/organisations/${zone}/people/${await idOf('zonesubmitter')}/suspend`, { body: { reason: '试' } });
  expect(self.json()).toMatchObject({ code: 'notAllowed', detail: { reason: 'self' } });
});

test('suspending a person ends what is open in that moment, and the right password is told why; resuming brings them back', async () => {
  const { client, id, own } = await newColleague('leaver.one');
  const zone = await organisationOf('zoneSubmitter');
  const manager = await app.as('zoneSubmitter');
  expect((await client.get('/api/plans')).status).toBe(200);
  expect((await manager.send('POST', `/api/organisations/${zone}/people/${id}/suspend`, { body: { reason: '调岗' } })).status).toBe(200);
  expect((await client.get('/api/plans')).json()).toMatchObject({ code: 'notSignedIn' });
  expect((await signIn('leaver.one', own)).code).toBe('accountSuspended');
  expect((await signIn('leaver.one', 'wrong')).code).toBe('wrongCredentials');
  expect((await manager.send('POST', `/api/organisations/${zone}/people/${id}/resume`, { body: {} })).status).toBe(200);
  expect((await client.get('/api/plans')).status).toBe(401);
  expect((await signIn('leaver.one', own)).status).toBe(200);
});

test("a person sees every place where they are signed in and ends one, or all others, at once; nobody else's", async () => {
  const { client, own } = await newColleague('many.windows');
  const other = (await signIn('many.windows', own)).client;
  const third = (await signIn('many.windows', own)).client;
  const listed = (await client.get('/api/account/sessions')).json<{ id: string; current: boolean; address: string; seenAt: string }[]>();
  expect([listed.length, listed.filter((one) => one.current).length]).toEqual([3, 1]);
  expect(listed[0]!.address).toContain('127.0.0.1');
  const mine = (await other.get('/api/account/sessions')).json<{ id: string; current: boolean }[]>().find((one) => one.current)!.id;
  const stranger = await app.as('company');
  expect((await stranger.send('DELETE', `/api/account/sessions/${mine}`)).status).toBe(404);
  expect((await client.send('DELETE', `/api/account/sessions/${mine}`)).status).toBe(200);
  expect((await other.get('/api/session')).json()).toBeNull();
  expect((await client.send('DELETE', '/api/account/sessions/others')).status).toBe(200);
  expect((await third.get('/api/session')).json()).toBeNull();
  expect((await client.get('/api/session')).json()).toMatchObject({ username: 'many.windows' });
});

test('a key that changed a password changes no other one', async () => {
  const { client, own } = await newColleague('same.key');
  const change = (next: string) => client.send('PUT', '/api/account/password', { key: 'one-key-for-both', body: { current: own, next } });
  expect((await change('the first new one')).json()).toEqual({ done: true });
  expect((await change('the first new one')).json()).toEqual({ done: true });
  expect((await change('the second new one')).json()).toMatchObject({ code: 'keyReused' });
  expect((await signIn('same.key', 'the first new one')).status).toBe(200);
});

test('handing over moves what a person may do to a colleague, closes the account and keeps the name', async () => {
  const leaver = await newColleague('old.hand');
  const heir = await newColleague('new.hand');
  const zone = await organisationOf('zoneSubmitter');
  const manager = await app.as('zoneSubmitter');
  await manager.send('PUT', `/api/organisations/${zone}/people/${leaver.id}/rights`, { body: { write: true, submit: true, manage: false } });
  expect((await manager.send('POST', `/api/organisations/${zone}/people/${leaver.id}/hand-over`, { body: { to: leaver.id, reason: '离职' } })).status).toBe(
    400,
  );
  const plan = (await manager.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  const place = { planId: plan, document: 'form', block: 'name', path: '' };
  await app.deps.db.transaction().execute((tx) => insertTask(tx, { ...place, title: '核对名称', givenBy: heir.id, toPerson: leaver.id }));
  expect((await manager.send('POST', `/api/organisations/${zone}/people/${leaver.id}/hand-over`, { body: { to: heir.id, reason: '离职' } })).status).toBe(200);
  const tasks = await app.deps.db.selectFrom('task').select('toPerson').execute();
  expect(tasks).toEqual([{ toPerson: heir.id }]);
  expect((await leaver.client.get('/api/plans')).status).toBe(401);
  expect((await signIn('old.hand', leaver.own)).code).toBe('accountSuspended');
  expect((await heir.client.get('/api/session')).json()).toMatchObject({ rights: { write: true, submit: true, manage: false } });
  const { people } = (await manager.get('/api/organisations/own')).json<{ people: { id: string; name: string; state: string; submit: boolean }[] }>();
  expect(people.find((person) => person.id === leaver.id)).toMatchObject({ name: '新同事', state: 'closed', submit: false });
  expect((await manager.send('POST', `/api/organisations/${zone}/people/${leaver.id}/resume`, { body: {} })).json()).toMatchObject({ code: 'wrongState' });
});

test('the province does nothing before it has a second factor; from then a password alone opens nothing, and a code works once', async () => {
  const { client, body } = await signIn('province', password);
  expect(body).toMatchObject({ must: 'setSecondFactor' });
  expect((await client.get('/api/plans')).json()).toMatchObject({ code: 'mustSetSecondFactor' });
  expect((await client.send('POST', '/api/account/second-factor', { body: { password: 'wrong' } })).json()).toMatchObject({ code: 'wrongCredentials' });
  const begun = (await client.send('POST', '/api/account/second-factor', { body: { password } })).json<{ uri: string; spareCodes: string[] }>();
  const codes = codesOf(begun.uri);
  expect((await client.send('PUT', '/api/account/second-factor', { body: { code: '000000' } })).json()).toMatchObject({ code: 'wrongCode' });
  const first = codes(0);
  expect((await client.send('PUT', '/api/account/second-factor', { body: { code: first } })).status).toBe(200);
  expect((await client.get('/api/plans')).status).toBe(200);

  const later = await signIn('province', password);
  expect(later.body).toEqual({ secondFactor: 'wanted' });
  expect((await later.client.get('/api/plans')).status).toBe(401);
  // The code that confirmed it was used; the one before it still counts within the window, and is nobody's yet.
  expect((await later.client.send('POST', '/api/session/second-factor', { body: { code: first } })).json()).toMatchObject({ code: 'wrongCode' });
  const second = codes(1);
  expect((await later.client.send('POST', '/api/session/second-factor', { body: { code: second } })).status).toBe(200);
  expect((await later.client.get('/api/plans')).status).toBe(200);
  const third = await signIn('province', password);
  expect((await third.client.send('POST', '/api/session/second-factor', { body: { code: second } })).json()).toMatchObject({ code: 'wrongCode' });
  expect((await third.client.send('POST', '/api/session/second-factor', { body: { code: begun.spareCodes[0] } })).status).toBe(200);
  const fourth = await signIn('province', password);
  expect((await fourth.client.send('POST', '/api/session/second-factor', { body: { code: begun.spareCodes[0] } })).json()).toMatchObject({ code: 'wrongCode' });
  expect((await third.client.send('DELETE', '/api/account/second-factor', { body: { password } })).json()).toMatchObject({ code: 'wrongState' });
  expect((await new Client(app.base).send('POST', '/api/session/second-factor', { body: { code: '123456' } })).json()).toEqual({
    code: 'wrongCode',
    detail: { expired: true },
  });
});

/** Codes of the device that scanned this address (RFC 6238): of the present window, or so many windows away. */
function codesOf(uri: string): (away: number) => string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const secret = (new URL(uri).searchParams.get('secret') ?? '').replaceAll('=', '');
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return (away) => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + away));
    const mac = createHmac('sha1', bytes).update(counter).digest();
    return String((mac.readUInt32BE(mac.at(-1)! & 15) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
  };
}

test('every login, wrong login, lock and end of one leaves its row, without what was typed', async () => {
  await signIn('intake', 'something secret typed');
  await signIn('typed by mistake', 'something secret typed');
  const { rows } = await sql<{ command: string; subject: string; detail: unknown }>`select command, subject, detail from audit_entry order by id`.execute(
    app.deps.db,
  );
  const text = JSON.stringify(rows);
  expect(text).not.toContain('typed');
  const has = (command: string, subject: string) => rows.some((row) => row.command === command && row.subject === subject);
  expect([has('session.open', 'intake'), has('session.open', 'absent'), has('account.lock', 'city'), has('person.unlock', 'zonewriter')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(rows.filter((row) => row.command === 'account.lock' && row.subject === 'city').length).toBe(1);
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
