import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { createDatabase, type TestDatabase } from '#tests/support/database.ts';
import { saveBlock } from './blocks.ts';
import { listClaims } from './claims.ts';
import { insertPlan, type PlanRow, setPlanState } from './plans.ts';
import { openStore, type Store } from './pool.ts';
import { insertOrganisation } from './organisations.ts';
import { insertProject, setProjectRemoved } from './projects.ts';

let database: TestDatabase;
let owner: Store;
let person: string;
let mine: PlanRow;
let theirs: PlanRow;

const code = '91321203TXT001138Y';
const at = ['summary', 'applicantCode'] as const;

beforeAll(async () => {
  database = await createDatabase();
  owner = openStore(database.url, 'owner');
  person = await addPerson(owner.db);
  mine = await addPlan(owner.db);
  theirs = await owner.db.transaction().execute(async (tx) => {
    const zoneId = await insertOrganisation(tx, { kind: 'zone', name: '乙高新区', cityCode: '320100' });
    return insertPlan(tx, { callId: mine.callId, year: 2022, zoneId, cityId: mine.cityId });
  });
});

afterAll(async () => {
  await owner?.close();
  await database?.drop();
});

/** A project of the plan whose applicant has this code. */
async function project(plan: PlanRow, applicantCode = code): Promise<{ id: string; number: string }> {
  return owner.db.transaction().execute(async (tx) => {
    const row = await insertProject(tx, plan.id, 2022);
    const place = { planId: plan.id, document: row.id, block: at[0], base: 0, savedAt: '2022-03-01T00:00:00.000Z', savedBy: person };
    await saveBlock(tx, { ...place, answers: { [at[1]]: applicantCode } });
    return row;
  });
}

const claims = () => listClaims(owner.db, { id: mine.id, callId: mine.callId }, [code], at);

test('an applicant’s live projects in other plans of the call are named: not the own ones, removed ones, other calls’ or ended plans’', async () => {
  await project(mine);
  await project(await addPlan(owner.db));
  await project(theirs, '91320000000000000X');
  expect(await claims()).toEqual({});
  const [one, two] = [await project(theirs), await project(theirs)];
  expect(await claims()).toEqual({ [code]: [one.number, two.number] });
  await owner.db.transaction().execute((tx) => setProjectRemoved(tx, one.id, '2022-03-02T00:00:00.000Z'));
  expect(await claims()).toEqual({ [code]: [two.number] });
  await owner.db.transaction().execute((tx) => setPlanState(tx, theirs.id, 'ended'));
  expect(await claims()).toEqual({});
});
