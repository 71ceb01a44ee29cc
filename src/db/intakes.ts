import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { FormalItem, Intake, IntakeResult } from './schema/intake.ts';

export type IntakeRow = Selectable<Intake>;
export type ResultRow = Selectable<IntakeResult>;

export async function findIntake(db: Db, planId: string): Promise<IntakeRow | undefined> {
  return db.selectFrom('intake').selectAll().where('planId', '=', planId).executeTakeFirst();
}

/** The caller holds the plan's lock. */
export async function setIntake(tx: Tx, id: string, change: { readonly state?: IntakeRow['state']; readonly number?: string }): Promise<void> {
  await tx.updateTable('intake').set(change).where('id', '=', id).execute();
}

/** A file as the centre's lists show it. */
export interface IntakeListRow {
  readonly planId: string;
  readonly plan: string;
  readonly zone: string;
  readonly city: string;
  readonly cluster: string | null;
  readonly state: IntakeRow['state'];
  readonly number: string | null;
  readonly version: number;
  readonly filedAt: string;
  /** Instant by which paper, or what is mended, is due. */
  readonly deadline: string;
  readonly firstReceiptAt: string | null;
  readonly receipts: number;
  readonly mendingRound: number | null;
  readonly mendingReason: string | null;
  readonly mendingOnline: boolean;
  readonly mendedVersion: boolean;
  readonly confirmed: boolean;
  readonly openResult: ResultRow['kind'] | null;
}

/** Every file that a city has recommended, by what is due first. `nameAt`: where the form keeps the cluster's name. */
export async function listIntakes(db: Db, nameAt: readonly [block: string, field: string]): Promise<readonly IntakeListRow[]> {
  const [block, field] = nameAt;
  const { rows } = await sql<IntakeListRow>`
    select plan.id as plan_id, plan.number as plan, zone.name as zone, city.name as city, intake.state, intake.number,
      newest.content #>> array['form', ${block}, ${field}]::text[] as cluster, newest.n as version, newest.filed_at,
      coalesce(round.deadline, call_deadline(plan.call_id, plan.zone_id, 'paper')) as deadline,
      (select min(stamped_at) from paper_receipt where intake_id = intake.id) as first_receipt_at,
      (select count(*)::int from paper_receipt where intake_id = intake.id) as receipts,
      round.round as mending_round, round.reason as mending_reason,
      coalesce(jsonb_array_length(round.parts) > 0, false) as mending_online,
      coalesce(newest.n > round.n, false) as mended_version,
      exists (select from recommendation_confirmation done join recommendation on recommendation.id = done.recommendation_id
        where recommendation.plan_id = plan.id and done.n = newest.n) as confirmed,
      (select kind from intake_result where intake_id = intake.id and decision is null) as open_result
    from intake
    join plan on plan.id = intake.plan_id
    join organisation zone on zone.id = plan.zone_id
    join organisation city on city.id = plan.city_id
    join lateral (select n, filed_at, content from plan_version where plan_id = plan.id order by n desc limit 1) newest on true
    left join lateral (select round, deadline, reason, parts, n from mending where intake_id = intake.id order by round desc limit 1) round on true
    where plan.state in ('atProvince', 'mending', 'admitted', 'supported') or intake.state = 'refused'
    order by deadline, plan.number`.execute(db);
  return rows;
}

export interface NewFormalItem {
  readonly intakeId: string;
  readonly planVersion: number;
  readonly item: string;
  readonly result: 'met' | 'broken' | 'open';
  readonly note: string;
  readonly clerk: string;
}

export async function insertFormalItem(tx: Tx, item: NewFormalItem): Promise<void> {
  await tx.insertInto('formalItem').values(item).execute();
}

/** What was found out last about each human item of this version, with the name of who looked. A new version is looked at anew. */
export async function listFormalItems(db: Db, intakeId: string, planVersion: number): Promise<readonly (Selectable<FormalItem> & { readonly by: string })[]> {
  return db
    .selectFrom('formalItem')
    .innerJoin('auth.user as person', 'person.id', 'formalItem.clerk')
    .selectAll('formalItem')
    .select('person.name as by')
    .distinctOn('formalItem.item')
    .where('intakeId', '=', intakeId)
    .where('planVersion', '=', planVersion)
    .orderBy('formalItem.item')
    .orderBy('formalItem.id', 'desc')
    .execute();
}

export type NewResult = Pick<ResultRow, 'intakeId' | 'planVersion' | 'kind' | 'projectId' | 'reason' | 'proposedBy' | 'items'>;

/** A unique index refuses a second one that waits to be decided. */
export async function insertResult(tx: Tx, { items, ...rest }: NewResult): Promise<string> {
  const { id } = await tx
    .insertInto('intakeResult')
    .values({ ...rest, items: JSON.stringify(items) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function decideResult(
  tx: Tx,
  id: string,
  decided: { readonly decision: 'agreed' | 'sentBack'; readonly by: string; readonly reason: string | null },
): Promise<void> {
  await tx
    .updateTable('intakeResult')
    .set({ decision: decided.decision, decidedBy: decided.by, decidedAt: sql<string>`jiqun_now()`, decisionReason: decided.reason })
    .where('id', '=', id)
    .execute();
}

export interface ListedResult extends ResultRow {
  readonly proposer: string;
  readonly decider: string | null;
  readonly project: string | null;
}

/** Newest first. */
export async function listResults(db: Db, intakeId: string): Promise<readonly ListedResult[]> {
  return db
    .selectFrom('intakeResult')
    .innerJoin('auth.user as proposer', 'proposer.id', 'intakeResult.proposedBy')
    .leftJoin('auth.user as decider', 'decider.id', 'intakeResult.decidedBy')
    .leftJoin('project', 'project.id', 'intakeResult.projectId')
    .selectAll('intakeResult')
    .select(['proposer.name as proposer', 'decider.name as decider', 'project.number as project'])
    .where('intakeId', '=', intakeId)
    .orderBy('proposedAt', 'desc')
    .execute();
}

/** Recommendation in force of a plan and the version that the city stands by, with when it first recommended. */
export async function findStanding(
  db: Db,
  planId: string,
): Promise<{ readonly madeAt: string; readonly n: number; readonly confirmed: number; readonly documentNumber: string } | undefined> {
  const { rows } = await sql<{ madeAt: string; n: number; confirmed: number; documentNumber: string }>`
    select made_at, n, document_number, greatest(n, (select max(n) from recommendation_confirmation where recommendation_id = recommendation.id)) as confirmed
    from recommendation where plan_id = ${planId} and state = 'active'`.execute(db);
  return rows[0];
}

/** Names of the zones that a city recommends in a call. */
export async function recommendedZones(db: Db, callId: string, cityId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('recommendation')
    .innerJoin('plan', 'plan.id', 'recommendation.planId')
    .innerJoin('organisation as zone', 'zone.id', 'plan.zoneId')
    .select('zone.name')
    .where('recommendation.state', '=', 'active')
    .where('plan.callId', '=', callId)
    .where('plan.cityId', '=', cityId)
    .orderBy('zone.name')
    .execute();
  return rows.map((row) => row.name);
}

export interface FiledProject {
  readonly id: string;
  readonly number: string;
  readonly ownerId: string | null;
  /** Version of the proposal that the plan's version holds; null where the zone fills it in itself. */
  readonly proposalVersion: number | null;
  /** Struck out at intake. */
  readonly struck: boolean;
}

/** The projects of a version, in its order. */
export async function filedProjects(db: Db, planId: string, planVersion: number): Promise<readonly FiledProject[]> {
  const { rows } = await sql<FiledProject>`
    select project.id, project.number, project.owner_id, filed.proposal_version,
      exists (select from intake_result where project_id = project.id and kind = 'strike' and decision = 'agreed') as struck
    from plan_version_project filed join project on project.id = filed.project_id
    where filed.plan_id = ${planId} and filed.plan_version = ${planVersion} order by filed.position`.execute(db);
  return rows;
}

/** Plans that await their paper, or what must be mended, although its deadline, and so many milliseconds more, are past. */
export async function lateIntakes(db: Db, grace: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select plan.id from intake join plan on plan.id = intake.plan_id
    where intake.state in ('awaitingPaper', 'mending') and plan.state in ('atProvince', 'mending')
      and jiqun_now() - ${grace} * interval '1 millisecond' >= coalesce(
        (select deadline from mending where intake_id = intake.id order by round desc limit 1), call_deadline(plan.call_id, plan.zone_id, 'paper'))`.execute(
    db,
  );
  return rows.map((row) => row.id);
}
