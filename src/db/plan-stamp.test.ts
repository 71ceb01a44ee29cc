import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { planStamp } from './plan-stamp.ts';
import { openStore, type Store } from './pool.ts';

let database: TestDatabase;
let store: Store;
let owner: Store;

beforeAll(async () => {
  database = await createDatabase();
  store = openStore(database.url);
  owner = openStore(database.url, 'owner');
});
afterAll(async () => {
  await Promise.all([store.close(), owner.close()]);
  await database.drop();
});

test('the stamp of a plan changes with every row that its text is read from, even where a row is written as it was, and with nothing else', async () => {
  const [plan, other, person] = [await addPlan(owner.db), await addPlan(owner.db), await addPerson(owner.db)];
  const write = (statement: string) => sql.raw(statement).execute(owner.db);
  const insertBlock = (id: string) =>
    write(`insert into block (plan_id, document, block, version, answers, saved_at, saved_by) values ('${id}', 'form', 'goal', 1, '{}', now(), '${person}')`);
  await insertBlock(plan.id);
  await insertBlock(other.id);
  let last = await planStamp(store.db, plan);
  const changes = [
    `update block set answers = answers where plan_id = '${plan.id}'`,
    `insert into block (plan_id, document, block, version, answers, saved_at, saved_by) values ('${plan.id}', 'form', 'policy', 1, '{}', now(), '${person}')`,
    `insert into attachment (plan_id, document, path, name) values ('${plan.id}', 'form', '/goal', 'a.pdf')`,
    `delete from attachment where plan_id = '${plan.id}'`,
    `update organisation set name = name where id = '${plan.zoneId}'`,
    `update organisation set city_code = city_code where id = '${plan.cityId}'`,
  ];
  for (const change of changes) {
    await write(change);
    const stamp = await planStamp(store.db, plan);
    expect(stamp, change).not.toBe(last);
    last = stamp;
  }
  const beside = [
    `update block set answers = '{"a":1}' where plan_id = '${other.id}'`,
    `update organisation set name = name where id = '${other.zoneId}'`,
    `update plan set state = 'atCity' where id = '${plan.id}'`,
    `select from block where plan_id = '${plan.id}' for update`,
  ];
  for (const change of beside) {
    await write(change);
    expect(await planStamp(store.db, plan), change).toBe(last);
  }
});
