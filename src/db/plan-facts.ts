import { sql } from 'kysely';
import { isId } from './ids.ts';
import type { PlanState } from './plans.ts';
import type { Db } from './pool.ts';

/** What access and lifecycle decide by, in one row. */
export interface PlanFacts {
  readonly id: string;
  readonly number: string;
  readonly state: PlanState;
  readonly zoneId: string;
  readonly cityId: string;
  readonly callId: string;
  readonly callYear: number;
  readonly callState: string;
  /** In force for its zone, extensions included; while the plan is being mended, the mending's own. */
  readonly submitBy: string;
  readonly editionDigest: string;
  /** It ended because the intake centre did not admit it: the province goes on seeing it. */
  readonly refusedAtIntake: boolean;
  /** Number of its newest version; null where none was submitted. */
  readonly latest: number | null;
}

/** `share` keeps the state from changing until the transaction ends; `update` keeps everybody else's events waiting. */
export type Hold = 'share' | 'update';

/** The facts of a plan; any text may be asked for, and what is no id is simply absent. */
export async function findPlanFacts(db: Db, id: string, hold?: Hold): Promise<PlanFacts | undefined> {
  if (!isId(id)) return undefined;
  // Locked first and read after: a row that was waited for is then read as the other transaction left it.
  if (hold !== undefined) await sql`select from plan where id = ${id} ${hold === 'update' ? sql`for update` : sql`for share`}`.execute(db);
  return db
    .selectFrom('plan')
    .innerJoin('call', 'call.id', 'plan.callId')
    .select(['plan.id', 'plan.number', 'plan.state', 'plan.zoneId', 'plan.cityId', 'plan.callId'])
    .select(['call.year as callYear', 'call.state as callState', 'call.editionDigest'])
    .select(sql<string>`plan_submit_by(plan.id)`.as('submitBy'))
    .select(sql<boolean>`exists (select from intake where intake.plan_id = plan.id and intake.state = 'refused')`.as('refusedAtIntake'))
    .select((query) =>
      query
        .selectFrom('planVersion')
        .select((max) => max.fn.max('planVersion.n').as('n'))
        .whereRef('planVersion.planId', '=', 'plan.id')
        .as('latest'),
    )
    .where('plan.id', '=', id)
    .executeTakeFirst();
}

/** Waits for everybody else who is about to begin a plan for this zone. */
export async function lockZone(db: Db, zoneId: string): Promise<void> {
  await sql`select from organisation where id = ${zoneId} for update`.execute(db);
}
