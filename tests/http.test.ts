import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { routes } from '#http/contract/routes.ts';
import { Client } from './support/client.ts';
import { password } from './support/people.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

let app: TestApp;
let webRoot: string;
const edition = loadEdition(raw);
const page = '<!doctype html><script nonce="__NONCE__" src="/assets/app-1.js"></script><style nonce="__NONCE__"></style>';

beforeAll(async () => {
  webRoot = await mkdtemp(path.join(tmpdir(), 'jiqun-web-'));
  await mkdir(path.join(webRoot, 'assets'));
  await writeFile(path.join(webRoot, 'index.html'), page);
  await writeFile(path.join(webRoot, 'assets', 'app-1.js'), 'export {};');
  app = await startTestApp({
    edition,
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
    webRoot,
  });
});

afterAll(async () => {
  await app?.close();
  await rm(webRoot, { recursive: true, force: true });
});

test('a page carries a nonce of its own in its policy and in its tags, and the policy allows nothing inline', async () => {
  const client = await app.as('public');
  const [one, two] = await Promise.all([client.get('/'), client.get('/V/JQ2022-0001/1/AB/F/1/6')]);
  const nonces = [one, two].map((answer) => {
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "connect-src 'self'", "form-action 'self'"])
      expect(policy).toContain(part);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(new TextDecoder().decode(answer.bytes)).toBe(page.replaceAll('__NONCE__', nonce));
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('hashed files are kept for ever, other addresses of the API and missing files are absent', async () => {
  const client = await app.as('public');
  expect((await client.get('/assets/app-1.js')).headers.get('cache-control')).toContain('immutable');
  const ranged = await client.send('GET', '/assets/app-1.js', { headers: { range: 'bytes=9999-' } });
  expect(ranged.status).toBe(200);
  for (const address of ['/api/nothing', '/api', '/api/plans/x/y/z', '/assets/gone.js', '/assets/../../../etc/passwd.txt', '/index.html.bak']) {
    const answer = await client.get(address);
    expect(answer.status, address).toBe(404);
    expect(answer.json(), address).toEqual({ code: 'notFound', detail: {} });
  }
});

test('the published document has every route of the contract, and points nowhere outside itself', async () => {
  const client = await app.as('public');
  const answer = await client.get('/api/openapi.json');
  const document = answer.json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
    components: { schemas: Record<string, unknown> };
  }>();
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations.map((operation) => operation.operationId).toSorted()).toEqual(Object.keys(routes).toSorted());
  for (const [address, methods] of Object.entries(document.paths)) {
    const named = [...address.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const operation of Object.values(methods)) expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(named);
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(references)).toEqual(new Set(['#/components/schemas/Refused']));
});

test('an edition answers by its digest, and not again to whoever has it', async () => {
  const client = await app.as('public');
  const call = (await client.get('/api/call')).json<{ edition: string }>();
  const first = await client.get(`/api/editions/${call.edition}`);
  expect(first.json<{ id: string }>().id).toBe(edition.id);
  const again = await client.send('GET', `/api/editions/${call.edition}`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  const head = await client.send('HEAD', `/api/editions/${call.edition}`);
  expect([head.status, head.bytes.length, head.headers.get('etag')]).toEqual([200, 0, first.headers.get('etag')]);
  expect((await client.get(`/api/editions/${'0'.repeat(64)}`)).json()).toMatchObject({ code: 'unknownEdition' });
});

test("another site's page cannot change anything, even with the person's cookie", async () => {
  const client = await app.as('zoneSubmitter');
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }]) {
    const answer = await client.send('POST', '/api/plans', { body: {}, headers });
    expect([answer.status, answer.json()]).toEqual([403, { code: 'notAllowed', detail: { reason: 'origin' } }]);
  }
});

test('a command without its key, with a broken body, or with text that cannot be stored is refused', async () => {
  const client = await app.as('zoneSubmitter');
  const refused = { status: 400, code: 'badRequest' };
  const send = async (sending: Parameters<typeof client.send>[2], address = '/api/plans') => {
    const answer = await client.send('POST', address, sending);
    return { status: answer.status, code: answer.json<{ code: string }>().code };
  };
  expect(await send({ body: {}, key: 'short' })).toEqual(refused);
  expect(await send({ body: '{"a":' })).toEqual(refused);
  expect(await send({ body: '{"__proto__":{}}' })).toEqual(refused);
  expect(await send({ body: { x: 'a\0b' } })).toEqual(refused);
  expect(await send({ body: '{"x":"\\ud800"}' })).toEqual(refused);
  expect(await send({ body: { username: 'x' } }, '/api/session')).toEqual(refused);
  expect(await send({ body: `${'['.repeat(500_000)}${']'.repeat(500_000)}` })).toEqual(refused);
  expect(await send({ body: `${'{"a":'.repeat(200)}1${'}'.repeat(200)}` })).toEqual(refused);
  expect(await send({ body: { x: 'x'.repeat(3_000_000) } })).toEqual({ status: 413, code: 'tooLarge' });
});

test('addresses that mean no text are refused, whatever stands in them', async () => {
  const client = await app.as('zoneWriter');
  for (const address of [
    '/api/plans/%00',
    '/api/plans/%ff',
    '/api/verify/%E0%A4',
    '/api/plans/%ed%a0%80',
    '/api/plans/a%00b/versions/1',
    '/api/editions/x',
    `/api/verify/${'x'.repeat(201)}`,
  ]) {
    const answer = await client.get(address);
    expect([answer.status, answer.json<{ code: string }>().code], address).toEqual([400, 'badRequest']);
  }
  const { id } = (await client.send('POST', '/api/plans', { body: {} })).json<{ id: string }>();
  const removed = await client.send('DELETE', `/api/plans/${id}/projects/%00`);
  expect(removed.status).toBe(400);
});

test('a session lasts until it is closed; its cookie is out of reach of scripts and of other sites', async () => {
  const client = new Client(app.base);
  const opened = await client.send('POST', '/api/session', { body: { username: 'zoneWriter', password } });
  expect(opened.json()).toEqual({
    username: 'zonewriter',
    name: 'zoneWriter',
    organisation: '甲高新区',
    kind: 'zone',
    rights: { write: true, submit: false, manage: false },
    adminRole: null,
    must: null,
  });
  expect(opened.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
  expect((await client.get('/api/session')).json()).toMatchObject({ username: 'zonewriter' });
  const stolen = client.cookie;
  expect((await client.send('DELETE', '/api/session')).json()).toEqual({ done: true });
  expect((await client.get('/api/session')).json()).toBeNull();
  expect((await client.send('GET', '/api/session', { headers: { cookie: stolen } })).json()).toBeNull();
});

test('five wrong passwords are answered, alike for a name that exists and one that does not; from then the name is locked', async () => {
  for (const username of ['auditor', 'nobody-at-all', 'x']) {
    const client = new Client(app.base);
    const answers: unknown[] = [];
    for (let tried = 0; tried < 6; tried++) {
      const answer = await client.send('POST', '/api/session', { body: { username, password: 'wrong' } });
      answers.push([answer.status, answer.json<{ code: string }>().code]);
    }
    expect(answers).toEqual([...Array.from({ length: 5 }, () => [401, 'wrongCredentials']), [429, 'locked']]);
    const right = await client.send('POST', '/api/session', { body: { username, password } });
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, '900']);
  }
});

test('the right password is never held back: not for windows that open at once, and it makes up for wrong ones', async () => {
  const tries = (body: object, times: number) =>
    Promise.all(Array.from({ length: times }, async () => (await new Client(app.base).send('POST', '/api/session', { body })).status));
  const right = { username: 'city', password };
  expect(new Set(await tries(right, 12))).toEqual(new Set([200]));
  for (let times = 0; times < 3; times++) {
    expect(new Set(await tries({ ...right, password: 'wrong' }, 4))).toEqual(new Set([401]));
    expect(await tries(right, 1)).toEqual([200]);
  }
});

test('of many wrong passwords sent at once five are looked at, whatever address the client says it has', async () => {
  const body = { username: 'expert', password: 'wrong' };
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const answer = await new Client(app.base).send('POST', '/api/session', { body, headers: { 'x-real-ip': `10.0.0.${n}` } });
      return answer.status;
    }),
  );
  expect(answers.filter((status) => status === 401).length).toBe(5);
  expect(answers.filter((status) => status === 429).length).toBe(7);
});

test('every session that is opened and closed leaves its row, and no row or try holds what was typed', async () => {
  const client = new Client(app.base);
  await client.send('POST', '/api/session', { body: { username: 'otherCity', password } });
  await client.send('DELETE', '/api/session');
  const rows = await app.deps.db.selectFrom('auditEntry').select(['command', 'detail']).where('subject', '=', 'othercity').orderBy('id').execute();
  expect(rows).toEqual([
    { command: 'session.open', detail: {} },
    { command: 'session.close', detail: {} },
  ]);
  const { rows: tries } = await sql<{ key: string }>`select key from auth."rateLimit"`.execute(app.deps.db);
  expect(tries.every(({ key }) => /^sign-in:[0-9a-f]{64}$/.test(key))).toBe(true);
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
