import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '#db/pool.ts';
import type { DB } from '#db/schema.ts';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { upload } from './support/attach.ts';
import type { Client } from './support/client.ts';
import { blockPath } from './support/fill-plan.ts';
import { password } from './support/people.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

/*
 * A server that takes one of each at once and lets one more wait. What is inside is held there by a lock in the database.
 */
let app: TestApp;
let holder: Store;
let zone: Client;
let plan: string;
const ascending = (a: number, b: number): number => a - b;
const one = { room: 1, queue: 1, patience: 60_000 };

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '泰州医药高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
    lanes: { write: one, password: one, upload: { room: 4 * pdf().length, queue: 0, patience: 0 } },
  });
  await app.moveClock('2022-03-01T00:00:00Z');
  holder = openStore(app.url, 'owner');
  zone = await app.as('zoneSubmitter');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
});
afterAll(async () => {
  await holder?.close();
  await app?.close();
});

/** Keeps a table from everybody, does the work, and then lets go. */
async function holding<T>(table: 'plan' | 'auth."rateLimit"', work: (tx: Transaction<DB>) => Promise<T>): Promise<T> {
  return holder.db.transaction().execute(async (tx) => {
    await sql`lock table ${sql.raw(table)} in access exclusive mode`.execute(tx);
    return work(tx);
  });
}

/** How many are inside, and wait for the lock. */
async function waitingFor(tx: Transaction<DB>): Promise<number> {
  const { rows } = await sql`select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`.execute(
    tx,
  );
  return rows.length;
}

async function untilWaiting(tx: Transaction<DB>, count: number): Promise<void> {
  while ((await waitingFor(tx)) < count) await setTimeout(10);
}

/** Until somebody waits for the lock: that one is inside. */
const untilHeld = (tx: Transaction<DB>): Promise<void> => untilWaiting(tx, 1);

test('beyond what it takes the server answers 503 at once with Retry-After, while reading and health go on; asked again with its key, it is done once', async () => {
  const save = (block: string, key: string) => zone.send('PUT', blockPath(plan, 'form', block), { body: { base: 0, answers: {} }, key });
  const keys = { cluster: randomUUID(), zone: randomUUID(), policy: randomUUID() };
  const { refused, others } = await holding('plan', async (tx) => {
    const inside = save('cluster', keys.cluster);
    await untilHeld(tx);
    const later = [save('zone', keys.zone), save('policy', keys.policy)];
    const first = await Promise.race(later);
    expect((await (await app.as('public')).get('/healthz')).status).toBe(200);
    expect((await (await app.as('public')).get('/api/clock')).status).toBe(200);
    return { refused: first, others: [inside, ...later] };
  });
  expect([refused.status, refused.headers.get('retry-after'), refused.json()]).toEqual([503, '2', { code: 'busy', detail: {} }]);
  const statuses = (await Promise.all(others)).map(({ status }) => status);
  expect(statuses.toSorted(ascending)).toEqual([200, 200, 503]);
  for (const [block, key] of Object.entries(keys)) {
    const again = await save(block, key);
    expect([block, again.status, again.json<{ version: number }>().version]).toEqual([block, 200, 1]);
  }
});

test('a zone that submits again and again waits for itself; another organisation is let in at once', async () => {
  const submit = (client: Client) => client.send('POST', `/api/plans/${plan}/submit`, { body: {} });
  const city = await app.as('city');
  const all = await holding('plan', async (tx) => {
    const greedy = Array.from({ length: 8 }, () => submit(zone));
    await untilWaiting(tx, 4);
    // Whoever else was let in would be there by now: each asks the database a few questions first.
    await setTimeout(500);
    expect(await waitingFor(tx)).toBe(4);
    const other = submit(city);
    await untilWaiting(tx, 5);
    return [...greedy, other];
  });
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual([...Array.from({ length: 8 }, () => 422), 404]);
});

test('passwords are looked at one by one there, and whoever finds the queue full is no wrong try', async () => {
  const signIn = async () => (await (await app.as('public')).send('POST', '/api/session', { body: { username: 'city', password } })).status;
  const tries = await holding('auth."rateLimit"', async (tx) => {
    const inside = signIn();
    await untilHeld(tx);
    const later = [signIn(), signIn(), signIn(), signIn()];
    expect(await Promise.race(later)).toBe(503);
    return [inside, ...later];
  });
  expect((await Promise.all(tries)).toSorted(ascending)).toEqual([200, 200, 503, 503, 503]);
  expect(await signIn()).toBe(200);
});

test('an upload for which there is no room is asked to come again before its bytes are read, and a stranger is not listened to at all', async () => {
  const path = `/api/plans/${plan}/documents/form/files?path=&name=a.pdf`;
  const stranger = await (await app.as('public')).send('POST', path, { bytes: pdf() });
  expect(stranger.status).toBe(401);
  const answered = new Map<number, number>();
  const slow = [1, 2, 3, 4, 5, 6, 7].map((n) => {
    const each = begin(path);
    void each.answer.then(({ status }) => answered.set(n, status));
    return { n, ...each };
  });
  while (answered.size < 3) await setTimeout(10);
  expect([...answered.values()]).toEqual([503, 503, 503]);
  const [refused] = await Promise.all(slow.filter(({ n }) => answered.has(n)).map((each) => each.answer));
  expect(refused?.retryAfter).toBe('2');
  // Whoever was refused goes: the server waits for what is half sent before it stops.
  for (const each of slow) if (answered.has(each.n)) each.drop();
  const taken = slow.filter(({ n }) => !answered.has(n));
  const statuses: number[] = [];
  for (const each of taken) {
    each.end();
    statuses.push((await each.answer).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200]);
  expect((await upload(zone, plan, 'form', '', 'f.pdf', pdf())).status).toBe(200);
});

interface Begun {
  readonly end: () => void;
  readonly drop: () => void;
  readonly answer: Promise<{ readonly status: number; readonly retryAfter: string | undefined }>;
}

/** An upload that has sent half its bytes. */
function begin(path: string): Begun {
  const bytes = Buffer.from(pdf());
  const headers = { cookie: zone.cookie, 'content-type': 'application/octet-stream', 'content-length': bytes.length, 'idempotency-key': randomUUID() };
  const sending = request(`${app.base}${path}`, { method: 'POST', headers });
  const answer = new Promise<Awaited<Begun['answer']>>((resolve, reject) => {
    sending.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
    });
    sending.on('error', reject);
  });
  sending.write(bytes.subarray(0, 100));
  return { end: () => void sending.end(bytes.subarray(100)), drop: () => void sending.destroy(), answer };
}

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
