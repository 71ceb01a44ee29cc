import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '#db/clock.ts';
import { openStore, type Store } from '#db/pool.ts';
import { createDatabase, type TestDatabase } from '#tests/support/database.ts';
import { stopClock } from '#tests/support/filed-plan.ts';
import { arrivalOf } from './arrival.ts';
import { askedOf, keptArrival } from './keep-arrival.ts';
import { addPerson } from '#tests/support/rows.ts';

const at = Date.parse('2022-03-25T16:00:00.000Z');
/** Connections of a process's pool (db/pool.ts). */
const poolSize = 20;
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createDatabase();
  store = openStore(database.url);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** A clock of the process that shows these readings, one after the other, and then its last for ever. */
function readings(...shown: readonly number[]): () => number {
  let next = 0;
  return () => shown[Math.min(next++, shown.length - 1)] ?? 0;
}

test('where every connection is taken, the request arrived when it came, not when one was free', async () => {
  const came = performance.now();
  const sleepers = Array.from({ length: poolSize }, () => sql`select pg_sleep(0.7)`.execute(store.db));
  const arrival = arrivalOf(store.db, () => performance.now() - came);
  await Promise.all(sleepers);
  const released = Date.parse(await now(store.db));
  // Half of what it waited for at least: the rest is for a slow machine.
  expect(Date.parse(await arrival)).toBeLessThan(released - 350);
  await stopClock(database, at);
});

test('a request arrived as long before the database’s clock as this process has had it', async () => {
  expect(await arrivalOf(store.db, () => 0)).toBe('2022-03-25T16:00:00.000Z');
  expect(await arrivalOf(store.db, () => 1)).toBe('2022-03-25T15:59:59.999Z');
  expect(await arrivalOf(store.db, () => 90_000)).toBe('2022-03-25T15:58:30.000Z');
});

test('an answer of the database that took long is asked for again, and the closest reading counts, at its middle', async () => {
  const slowThenQuick = readings(1_000, 1_400, 2_000, 2_002);
  expect(Date.parse(await arrivalOf(store.db, slowThenQuick))).toBe(at - 2_001);
  const alwaysSlow = readings(0, 300, 1_000, 1_100, 2_000, 2_200, 3_000, 3_400);
  expect(Date.parse(await arrivalOf(store.db, alwaysSlow))).toBe(at - 1_050);
});

test('an instant that was written down counts for the same thing under the same key, and for nothing else', async () => {
  const actor = await addPerson(store.db);
  const says = { plan: randomUUID(), n: 1, digest: 'd' };
  const first = await keptArrival(store.db, askedOf(actor, 'key-0001', says), '2022-03-25T15:59:59.999Z');
  expect(first.at).toBe('2022-03-25T15:59:59.999Z');
  await first.keep();
  const later = '2022-03-25T17:00:00.000Z';
  const again = await keptArrival(store.db, askedOf(actor, 'key-0001', says), later);
  await again.keep();
  expect(again.at).toBe('2022-03-25T15:59:59.999Z');
  expect((await keptArrival(store.db, askedOf(actor, 'key-0001', { ...says, digest: 'e' }), later)).at).toBe(later);
  expect((await keptArrival(store.db, askedOf(actor, 'key-0002', says), later)).at).toBe(later);
  expect((await keptArrival(store.db, askedOf(await addPerson(store.db), 'key-0001', says), later)).at).toBe(later);
});
