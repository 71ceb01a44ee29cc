import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { openStore } from '#db/pool.ts';
import { check } from '#domain/filing/check.ts';
import { isSettled } from '#domain/values/problem.ts';
import { createDatabase } from '#tests/support/database.ts';
import { expectReplayed } from '#tests/support/replay.ts';
import { loadPlan } from '#usecases/load-plan.ts';
import { seedDemo } from './seed.ts';

const database = await createDatabase();
const store = openStore(database.url);
beforeAll(async () => void (await seedDemo(database.url)), 60_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

test('the demonstration’s whole plan can be submitted: one of its projects is its company’s own, taken by the zone', async () => {
  const { db } = store;
  const { id } = await db.selectFrom('plan').select('id').where('number', '=', 'JQ2022-0001').executeTakeFirstOrThrow();
  const plan = (await findPlanFacts(db, id))!;
  const { edition, content, facts, proposals } = await loadPlan(db, plan);
  expect(check(edition, content, 'submit', { ...facts, at: await now(db) }).filter((problem) => problem.severity === 'must' && !isSettled(problem))).toEqual(
    [],
  );
  expect(proposals.filter((one) => one.owner !== null)).toMatchObject([{ owner: '江苏沐衡泰生物制药股份有限公司', state: 'taken', latest: 1 }]);
  expect(proposals.filter((one) => one.localState !== null)).toMatchObject([{ local: '昆山市科学技术局', localState: 'asked', localVersion: 1 }]);
});

test('another zone has solicited projects and decided on two of three answers', async () => {
  const { rows } = await sql<{ number: string; state: string }>`select solicitation.number, answer.state from answer
    join solicitation on solicitation.id = solicitation_id order by answer.state`.execute(store.db);
  expect(rows).toEqual(['accepted', 'declined', 'offered'].map((state) => ({ number: 'ZJ2022-001', state })));
});

test('what was seeded left the entries in the log that lead to its states', async () => {
  expect(await expectReplayed(store.db)).toBeGreaterThan(15);
});
