import { APIError } from 'better-auth/api';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '#db/pool.ts';
import { createDatabase } from '#tests/support/database.ts';
import { askAccounts } from './ask-accounts.ts';
import { isBusy } from './busy.ts';

const database = await createDatabase();
const store = openStore(database.url);
afterAll(async () => {
  await store.close();
  await database.drop();
});
const failing = (times: number) => {
  let asked = 0;
  return async () => {
    asked += 1;
    if (asked <= times) throw new APIError('INTERNAL_SERVER_ERROR');
    return asked;
  };
};

test('a failure of the library while the database is away is the database being away', async () => {
  const away = openStore('postgres://nobody@127.0.0.1:1/none');
  const error = await askAccounts(away.db, failing(1)).catch((thrown: unknown) => thrown);
  expect(isBusy(error)).toBe(true);
  await away.close();
});

test('a failure that is over by the time the database is asked is not heard of; one that stays is a bug', async () => {
  expect(await askAccounts(store.db, failing(2))).toBe(3);
  const error = await askAccounts(store.db, failing(9)).catch((thrown: unknown) => thrown);
  expect([error instanceof APIError, isBusy(error)]).toEqual([true, false]);
});

test('what the library refuses is passed on at once', async () => {
  let asked = 0;
  const refused = askAccounts(store.db, async () => {
    asked += 1;
    throw new APIError('UNAUTHORIZED');
  });
  await expect(refused).rejects.toMatchObject({ statusCode: 401 });
  expect(asked).toBe(1);
});
