import { sql } from 'kysely';
import type { Db, Tx } from './pool.ts';

/** Somebody outside the zone whose turn it is. */
export interface OwedRow {
  readonly projectId: string;
  readonly number: string;
  /** proposal: its applicant has not submitted it; local: the authority has not answered. */
  readonly what: 'proposal' | 'local';
  readonly organisationId: string;
  readonly organisation: string;
  /** Since when it is theirs. */
  readonly since: string;
  /** When the zone returned it, where it did. */
  readonly returnedAt: string | null;
  /** Last save of the proposal. */
  readonly savedAt: string | null;
  readonly nudgedAt: string | null;
}

/** Who owes what for a plan's live projects, in the projects' order: one query, however many there are. */
export async function listOwed(db: Db, planId: string): Promise<readonly OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    with live as (select id, number, position, owner_id, state from project where plan_id = ${planId} and removed_at is null),
    owed as (
      select live.id as project_id, live.number, live.position, 'proposal' as what, live.owner_id as organisation_id,
        coalesce(last_return.at, accepted.decided_at, plan.created_at) as since, last_return.at as returned_at, saved.at as saved_at
      from live
      join plan on plan.id = ${planId}
      left join answer accepted on accepted.project_id = live.id
      left join lateral (select max(at) as at from proposal_review where project_id = live.id and event = 'return') last_return on true
      left join lateral (select max(saved_at) as at from block where plan_id = ${planId} and document = live.id::text) saved on true
      where live.owner_id is not null and live.state = 'drafting'
      union all
      select live.id, live.number, live.position, 'local', asked.authority_id, asked.asked_at, null, null
      from live join local_recommendation asked on asked.project_id = live.id and asked.state = 'asked')
    select owed.project_id, owed.number, owed.what, owed.organisation_id, organisation.name as organisation,
      owed.since, owed.returned_at, owed.saved_at, hurried.at as nudged_at
    from owed
    join organisation on organisation.id = owed.organisation_id
    left join lateral (select max(at) as at from nudge
      where plan_id = ${planId} and nudge.organisation_id = owed.organisation_id and nudge.what = owed.what || ' ' || owed.number) hurried on true
    order by owed.position, owed.what desc`.execute(db);
  return rows;
}

/** Keeps that somebody was asked to hurry. */
export async function insertNudge(tx: Tx, planId: string, { organisationId, what, number }: OwedRow, by: string): Promise<void> {
  await tx
    .insertInto('nudge')
    .values({ planId, organisationId, what: `${what} ${number}`, by })
    .execute();
}
