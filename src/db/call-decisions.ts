import { type Insertable, type Selectable, sql } from 'kysely';
import type { CallValues } from '#domain/programme/call-values.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { CallDecision } from './schema/calls.ts';

/** What the province decided about a published call; `inForceAt` is null while it waits for a second person. */
export interface DecisionRow {
  readonly id: string;
  readonly callId: string;
  readonly kind: Selectable<CallDecision>['kind'];
  readonly zoneId: string | null;
  readonly zone: string | null;
  readonly submitBy: string | null;
  readonly recommendBy: string | null;
  readonly paperBy: string | null;
  readonly text: string | null;
  readonly values: CallValues | null;
  readonly beforeDigest: string | null;
  readonly afterDigest: string | null;
  readonly reason: string;
  readonly persons: number;
  readonly person: string;
  readonly personName: string;
  readonly at: string;
  readonly secondName: string | null;
  readonly inForceAt: string | null;
}

const decision = sql`select d.id, d.call_id, d.kind, d.zone_id, zone.name as zone, d.submit_by, d.recommend_by, d.paper_by, d.text, d.values,
    d.before_digest, s.after_digest, d.reason, d.persons, d.person, first.name as person_name, d.at, second.name as second_name,
    case when d.persons = 1 then d.at else s.at end as in_force_at
  from call_decision d
  join auth."user" first on first.id = d.person
  left join call_decision_second s on s.decision_id = d.id
  left join auth."user" second on second.id = s.person
  left join organisation zone on zone.id = d.zone_id`;

/** In the order in which they were asked for. */
export async function listDecisions(db: Db, callId: string): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`${decision} where d.call_id = ${callId} order by d.at, d.id`.execute(db);
  return rows;
}

export async function findDecision(db: Db, callId: string, id: string): Promise<DecisionRow | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<DecisionRow>`${decision} where d.call_id = ${callId} and d.id = ${id}`.execute(db);
  return rows[0];
}

export type NewDecision = Omit<Insertable<CallDecision>, 'id' | 'at' | 'values'> & { readonly values?: CallValues | null };

export async function insertDecision(tx: Tx, { values, ...rest }: NewDecision): Promise<string> {
  const row = await tx
    .insertInto('callDecision')
    .values({ ...rest, values: values == null ? null : JSON.stringify(values) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertSecond(tx: Tx, second: { decisionId: string; person: string; afterDigest?: string | null }): Promise<void> {
  await tx
    .insertInto('callDecisionSecond')
    .values({ ...second, afterDigest: second.afterDigest ?? null })
    .execute();
}

export interface SupplementRow {
  readonly id: string;
  readonly text: string;
  readonly reason: string;
  readonly inForceAt: string;
  readonly beforeDigest: string;
  readonly afterDigest: string;
  /** The plan's people have said that they read it. */
  readonly readAt: string | null;
}

/** Supplements that came after the plan was begun, oldest first. */
export async function listSupplements(db: Db, planId: string): Promise<readonly SupplementRow[]> {
  const { rows } = await sql<SupplementRow>`select d.id, d.text, d.reason, s.at as in_force_at, d.before_digest, s.after_digest, r.at as read_at
    from plan p
    join call_decision d on d.call_id = p.call_id and d.kind = 'supplement'
    join call_decision_second s on s.decision_id = d.id
    left join supplement_read r on r.decision_id = d.id and r.plan_id = p.id
    where p.id = ${planId} and s.at > p.created_at order by s.at`.execute(db);
  return rows;
}

/** Once is enough: a second reading changes nothing. */
export async function insertSupplementRead(tx: Tx, read: { planId: string; decisionId: string; person: string }): Promise<void> {
  await tx
    .insertInto('supplementRead')
    .values(read)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
