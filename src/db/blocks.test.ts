import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { findBlock, readBlocks, saveBlock, type SaveResult } from './blocks.ts';
import { insertKey } from './command-keys.ts';
import { findLivePlan, insertPlan, setPlanState, type PlanRow } from './plans.ts';
import { openStore } from './pool.ts';
import { insertProject, listProjects, setProjectRemoved } from './projects.ts';

const database = await createDatabase();
const { db, close } = openStore(database.url);
let plan: PlanRow;
let person: string;

beforeAll(async () => {
  plan = await addPlan(db);
  person = await addPerson(db);
});
afterAll(async () => {
  await close();
  await database.drop();
});

function save(block: string, base: number, answers: Record<string, string>): Promise<SaveResult> {
  const savedAt = '2022-03-11T06:32:00.000Z';
  return db.transaction().execute((tx) => saveBlock(tx, { planId: plan.id, document: 'form', block, base, answers, savedAt, savedBy: person }));
}

test('a save on the version that stands is kept, and so is every save before it', async () => {
  await save('zone', 0, { name: '泰州' });
  await save('zone', 1, { name: '泰州高新区' });
  expect(await findBlock(db, plan.id, 'form', 'zone')).toMatchObject({ version: 2, answers: { name: '泰州高新区' }, savedAt: '2022-03-11T06:32:00.000Z' });
  const history = await db.selectFrom('blockHistory').select(['version', 'answers']).where('block', '=', 'zone').orderBy('version').execute();
  expect(history).toEqual([
    { version: 1, answers: { name: '泰州' } },
    { version: 2, answers: { name: '泰州高新区' } },
  ]);
});

test('a save on an older version changes nothing and is answered with what stands', async () => {
  await save('goal', 0, { text: 'a' });
  await save('goal', 1, { text: 'b' });
  for (const base of [0, 1, 7]) expect(await save('goal', base, { text: 'c' })).toMatchObject({ stale: { version: 2, answers: { text: 'b' } } });
  expect((await readBlocks(db, plan.id)).find((row) => row.block === 'goal')).toMatchObject({ version: 2, answers: { text: 'b' } });
});

test('a save on a version of a block never saved is stale, with nothing standing', async () => {
  expect(await save('policy', 3, { text: 'a' })).toEqual({ stale: null });
});

test.each([0, 1])('of sixteen savers on version %i at once, one is kept and fifteen see its text', async (base) => {
  const block = `race${base}`;
  if (base === 1) await save(block, 0, { by: 'first' });
  const results = await Promise.all(Array.from({ length: 16 }, (_, index) => save(block, base, { by: String(index) })));
  const kept = results.flatMap((result) => ('saved' in result ? [result.saved.answers] : []));
  const seen = results.flatMap((result) => ('stale' in result ? [result.stale?.answers] : []));
  expect(kept).toHaveLength(1);
  expect(seen).toEqual(Array.from({ length: 15 }, () => kept[0]));
});

test('a key is taken once, for one person', async () => {
  const entry = { actor: person, key: 'k1', route: 'submit', bodyDigest: 'd', reply: { number: 'HZ2022-000001' } };
  const take = (actor: string): Promise<boolean> => db.transaction().execute((tx) => insertKey(tx, { ...entry, actor }));
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(person)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await take('someone else')).toBe(true);
});

test('a zone has one live plan a call, and an ended one does not stand in its way', async () => {
  const again = (): Promise<PlanRow> =>
    db.transaction().execute((tx) => insertPlan(tx, { callId: plan.callId, year: 2022, zoneId: plan.zoneId, cityId: plan.cityId }));
  await expect(again()).rejects.toMatchObject({ constraint: 'plan_one_live' });
  await db.transaction().execute((tx) => setPlanState(tx, plan.id, 'ended'));
  const second = await again();
  expect(second.number).toBe(nextAfter(plan.number));
  expect((await findLivePlan(db, plan.callId, plan.zoneId))?.id).toBe(second.id);
});

test('a project taken out comes back in its own place', async () => {
  const other = await addPlan(db);
  const projects = await db
    .transaction()
    .execute(async (tx) => [await insertProject(tx, other.id, 2022), await insertProject(tx, other.id, 2022), await insertProject(tx, other.id, 2022)]);
  const ids = projects.map((project) => project.id);
  await db.transaction().execute((tx) => setProjectRemoved(tx, ids[1]!, '2022-03-11T06:32:00.000Z'));
  expect((await listProjects(db, other.id)).map((row) => row.id)).toEqual([ids[0], ids[2]]);
  await db.transaction().execute((tx) => setProjectRemoved(tx, ids[1]!, null));
  expect((await listProjects(db, other.id)).map((row) => row.id)).toEqual(ids);
});

/** The refused plan gave its number back: numbers have no gaps. */
function nextAfter(number: string): string {
  return number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}
