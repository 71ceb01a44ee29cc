import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { planStamp } from '#db/plan-stamp.ts';
import { openStore, type Store } from '#db/pool.ts';
import { createDatabase, type TestDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { readPlanText } from './plan-text.ts';

let database: TestDatabase;
let store: Store;
let owner: Store;
let person: string;

beforeAll(async () => {
  database = await createDatabase();
  store = openStore(database.url);
  owner = openStore(database.url, 'owner');
  person = await addPerson(owner.db);
});
afterAll(async () => {
  await Promise.all([store.close(), owner.close()]);
  await database.drop();
});

async function addFacts(): Promise<PlanFacts> {
  const facts = await findPlanFacts(owner.db, (await addPlan(owner.db)).id);
  if (facts === undefined) throw new Error('no plan');
  return facts;
}

async function write(plan: PlanFacts, fund: number): Promise<void> {
  await sql`insert into block (plan_id, document, block, version, answers, saved_at, saved_by)
    values (${plan.id}, 'form', 'policy', 1, ${JSON.stringify({ fund })}, now(), ${person})
    on conflict (plan_id, document, block) do update set answers = excluded.answers, version = block.version + 1`.execute(owner.db);
}

test('a text is read once for as long as nobody changes it, and what is shown is never older than what was saved', async () => {
  const plan = await addFacts();
  await write(plan, 1);
  const first = await readPlanText(store.db, plan);
  expect(await readPlanText(store.db, plan)).toBe(first);
  for (const fund of [2, 1, 2]) {
    await write(plan, fund);
    const text = await readPlanText(store.db, plan);
    expect(text.content.form).toEqual({ policy: { fund } });
    expect(text.stamp).not.toBe(first.stamp);
  }
});

test('another edition is another text, and what a transaction has not yet committed is kept for nobody', async () => {
  const plan = await addFacts();
  await write(plan, 1);
  await sql`insert into edition_snapshot (digest, id, content) values (${'2'.repeat(64)}, 'other', '{"id":"other","parameters":{}}')`.execute(owner.db);
  expect((await readPlanText(store.db, plan)).content.edition).not.toBe('other');
  expect((await readPlanText(store.db, { ...plan, editionDigest: '2'.repeat(64) })).content.edition).toBe('other');
  const failed = owner.db.transaction().execute(async (tx) => {
    await tx.updateTable('block').set({ answers: '{"fund":9}' }).where('planId', '=', plan.id).execute();
    expect((await readPlanText(tx, plan)).content.form).toEqual({ policy: { fund: 9 } });
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  for (const { db } of [owner, store]) expect((await readPlanText(db, plan)).content.form).toEqual({ policy: { fund: 1 } });
});

test('texts of more plans than are kept are read anew, the ones that were asked for longest ago first', async () => {
  const plans = [];
  for (let n = 0; n < 66; n++) plans.push(await addFacts());
  const [first, second, ...others] = plans as [PlanFacts, PlanFacts, ...PlanFacts[]];
  const [one, two] = [await readPlanText(store.db, first), await readPlanText(store.db, second)];
  for (const plan of others.slice(0, 62)) await readPlanText(store.db, plan);
  expect(await readPlanText(store.db, first)).toBe(one);
  for (const plan of others.slice(62)) await readPlanText(store.db, plan);
  expect(await readPlanText(store.db, first)).toBe(one);
  const anew = await readPlanText(store.db, second);
  expect(anew).not.toBe(two);
  expect(anew).toEqual(two);
});

test('a text and its stamp are of one instant, even where somebody writes between reading the one and the other', async () => {
  const plan = await addFacts();
  await write(plan, 1);
  const stamp = await planStamp(owner.db, plan);
  let written = false;
  const db = store.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (!written && result.rows[0]?.['stamp'] !== undefined) {
        written = true;
        await write(plan, 2);
      }
      return result;
    },
  });
  expect(await readPlanText(db, plan)).toMatchObject({ stamp, content: { form: { policy: { fund: 1 } } } });
  expect(written).toBe(true);
  expect((await readPlanText(db, plan)).content.form).toEqual({ policy: { fund: 2 } });
});
