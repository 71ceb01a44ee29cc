import { afterAll, expect, test } from 'vitest';
import { findAccountByName } from '#db/accounts.ts';
import { openStore } from '#db/pool.ts';
import { createDatabase } from '#tests/support/database.ts';
import { isPassword } from './accounts.ts';
import { makeFirstAccount } from './first-account.ts';

const database = await createDatabase();
const store = openStore(database.url);
afterAll(async () => {
  await store.close();
  await database.drop();
});

test('the first account is made once; again only where nobody is left who manages the province’s people', async () => {
  const first = { username: 'Ting.One', name: '甲', organisation: '某省科技厅' };
  const made = await makeFirstAccount(store.db, first);
  expect(made?.username).toBe('ting.one');
  const account = await findAccountByName(store.db, 'ting.one');
  expect(account).toMatchObject({ state: 'active', mustChange: true });
  expect(await isPassword(account!.hash, made!.password)).toBe(true);
  const next = { ...first, username: 'ting.two' };
  expect(await makeFirstAccount(store.db, next)).toBeUndefined();
  await store.db.updateTable('person').set({ state: 'closed' }).execute();
  await expect(makeFirstAccount(store.db, first)).rejects.toMatchObject({ code: 'taken' });
  expect((await makeFirstAccount(store.db, next))?.username).toBe('ting.two');
  expect((await store.db.selectFrom('organisation').select('name').execute()).map(({ name }) => name)).toEqual(['某省科技厅']);
});
