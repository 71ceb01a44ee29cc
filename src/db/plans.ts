import { sql, type Selectable } from 'kysely';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { Plan } from './schema/filing.ts';

export type PlanRow = Selectable<Plan>;
export type PlanState = PlanRow['state'];

/** Begins a plan under the next number of the call's year. A unique index refuses a second live plan of the zone. */
export async function insertPlan(tx: Tx, plan: { callId: string; year: number; zoneId: string; cityId: string }): Promise<PlanRow> {
  const number = await nextNumber(tx, `JQ${plan.year}`);
  return tx
    .insertInto('plan')
    .values({ number, callId: plan.callId, zoneId: plan.zoneId, cityId: plan.cityId, state: 'drafting' })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findPlan(db: Db, id: string): Promise<PlanRow | undefined> {
  if (!isId(id)) return undefined;
  return db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findPlanNumbered(db: Db, number: string): Promise<PlanRow | undefined> {
  return db.selectFrom('plan').selectAll().where('number', '=', number).executeTakeFirst();
}

export async function findLivePlan(db: Db, callId: string, zoneId: string): Promise<PlanRow | undefined> {
  return db.selectFrom('plan').selectAll().where('callId', '=', callId).where('zoneId', '=', zoneId).where('state', '<>', 'ended').executeTakeFirst();
}

export async function setPlanState(tx: Tx, id: string, state: PlanState): Promise<void> {
  await tx.updateTable('plan').set({ state }).where('id', '=', id).execute();
}

/** `JQ2022-0001`: without gaps, never reused; the series stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, series: string, digits = 4): Promise<string> {
  const { rows } = await sql<{ number: string }>`select next_number(${series}, ${digits}) as number`.execute(tx);
  return rows[0]!.number;
}
