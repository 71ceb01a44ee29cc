import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '#tests/support/database.ts';
import { openStore, type Store } from './pool.ts';
import { countTry } from './sign-in-tries.ts';

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

test('tries that come at the same moment are all counted, the very first ones too', async () => {
  const limit = { most: 100, seconds: 60, after: 'first' } as const;
  for (let round = 0; round < 10; round++) {
    const tries = await Promise.all(Array.from({ length: 12 }, () => countTry(store.db, `key ${round}`, limit)));
    expect(tries.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  }
});
