import { sql } from 'kysely';
import type { LocalState } from '#domain/filing/lifecycle/local.ts';
import type { ProposalState } from '#domain/filing/lifecycle/proposal.ts';
import { isId } from './ids.ts';
import type { Hold } from './plan-facts.ts';
import type { PlanState } from './plans.ts';
import type { Db } from './pool.ts';

/** What access and lifecycle decide by for a proposal, in one row. */
export interface ProposalFacts {
  readonly id: string;
  readonly number: string;
  /** 0-based, among the plan's live projects. */
  readonly position: number;
  readonly planId: string;
  readonly planNumber: string;
  readonly planState: PlanState;
  readonly zoneId: string;
  readonly zone: string;
  /** Division code of the zone's prefecture. */
  readonly city: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  /** The owner's credit code, as far as known. */
  readonly ownerCode: string | null;
  /** `locked` while the plan is neither being drafted nor mended here. */
  readonly state: ProposalState;
  /** While its plan is being mended: keys of the blocks that may change; null otherwise. */
  readonly mended: readonly string[] | null;
  readonly partners: readonly string[];
  /** Newest submitted version; null where none was. */
  readonly latest: number | null;
  /** Who was asked last to recommend it, about which version, and what came of it; null where nobody was. */
  readonly localId: string | null;
  readonly localVersion: number | null;
  readonly localState: LocalState | null;
  readonly callId: string;
  readonly callYear: number;
  /** In force for its zone, extensions included; while the plan is being mended, the mending's own. */
  readonly submitBy: string;
  readonly editionDigest: string;
}

/** A mending opens the proposals that it names, and no other. */
const state = sql`case when plan.state = 'drafting' or cardinality(mended_blocks(plan.id, project.id::text)) > 0 then project.state else 'locked' end`;

/** Columns of the facts, over project, plan, call, zone, city, owner and the newest recommendation. */
const columns = sql`
  project.id, project.number, project.plan_id, project.owner_id, owner.name as owner, owner.uscc as owner_code,
  ${state} as state, mended_blocks(plan.id, project.id::text) as mended,
  (select count(*)::int from project before where before.plan_id = project.plan_id and before.removed_at is null and before.position < project.position) as position,
  plan.number as plan_number, plan.state as plan_state, plan.zone_id, plan.call_id, zone.name as zone, city.city_code as city,
  call.year as call_year, plan_submit_by(plan.id) as submit_by, call.edition_digest,
  array(select organisation_id::text from project_partner where project_id = project.id) as partners,
  (select max(n) from proposal_version where project_id = project.id) as latest,
  local.authority_id as local_id, local.version as local_version, local.state as local_state`;

const tables = sql`
  project
  join plan on plan.id = project.plan_id
  join call on call.id = plan.call_id
  join organisation zone on zone.id = plan.zone_id
  join organisation city on city.id = plan.city_id
  left join organisation owner on owner.id = project.owner_id
  left join lateral (
    select authority_id, version, state from local_recommendation where project_id = project.id order by asked_at desc, version desc limit 1
  ) local on true`;

/**
 * The facts of a live proposal; any text may be asked for, and what is no id, or a project that was taken out, is absent.
 * `share` keeps plan and project from changing state until the transaction ends; `update` keeps everybody else's events waiting.
 */
export async function findProposalFacts(db: Db, projectId: string, hold?: Hold): Promise<ProposalFacts | undefined> {
  if (!isId(projectId)) return undefined;
  if (hold !== undefined) {
    // The plan first, as every command does, so that no two wait for each other.
    await sql`select from plan where id = (select plan_id from project where id = ${projectId}) for share`.execute(db);
    await sql`select from project where id = ${projectId} ${hold === 'update' ? sql`for update` : sql`for share`}`.execute(db);
  }
  const { rows } = await sql<ProposalFacts>`select ${columns} from ${tables} where project.id = ${projectId} and project.removed_at is null`.execute(db);
  return rows[0];
}

/** A proposal as lists show it. `title` and `applicant` are what is filled in; `filedTitle` and so on what was submitted to be recommended. */
export interface ProposalListRow extends ProposalFacts {
  readonly title: string | null;
  readonly applicant: string | null;
  readonly filedTitle: string | null;
  readonly filedApplicant: string | null;
  readonly savedAt: string | null;
  /** Of the newest return. */
  readonly returned: string | null;
}

/** Where a proposal keeps the name of the project and its applicant's. */
export interface ProposalNames {
  readonly block: string;
  readonly title: string;
  readonly applicant: string;
}

/** Live proposals that an organisation owns, takes part in, or was asked to recommend, by number. */
export async function listProposalRows(db: Db, organisationId: string, at: ProposalNames): Promise<readonly ProposalListRow[]> {
  const { rows } = await sql<ProposalListRow>`
    select ${columns}, summary.answers ->> ${at.title} as title, summary.answers ->> ${at.applicant} as applicant,
      asked.content #>> array['answers', ${at.block}, ${at.title}]::text[] as filed_title,
      asked.content #>> array['answers', ${at.block}, ${at.applicant}]::text[] as filed_applicant,
      (select max(saved_at) from block where plan_id = project.plan_id and document = project.id::text) as saved_at,
      (select reason from proposal_review where project_id = project.id and event = 'return' order by at desc limit 1) as returned
    from ${tables}
    left join block summary on summary.plan_id = project.plan_id and summary.document = project.id::text and summary.block = ${at.block}
    left join proposal_version asked on asked.project_id = project.id and asked.n = local.version
    where project.removed_at is null and plan.state <> 'ended' and (
      project.owner_id = ${organisationId}
      or local.authority_id = ${organisationId}
      or exists (select from project_partner where project_id = project.id and organisation_id = ${organisationId})
    )
    order by project.number`.execute(db);
  return rows;
}

/** What a plan's check must know of each of its live projects, in the plan's order. */
export interface PlanProposalRow extends Pick<ProposalFacts, 'id' | 'ownerId' | 'owner' | 'state' | 'latest' | 'localVersion' | 'localState'> {
  /** Name of the authority that was asked last. */
  readonly local: string | null;
  /** Of the newest return. */
  readonly returned: string | null;
}

export async function listPlanProposals(db: Db, planId: string): Promise<readonly PlanProposalRow[]> {
  const { rows } = await sql<PlanProposalRow>`
    select project.id, project.owner_id, owner.name as owner, newest.n as latest, local.version as local_version, local.state as local_state,
      local.name as local, (select reason from proposal_review where project_id = project.id and event = 'return' order by at desc limit 1) as returned,
      ${state} as state
    from project
    join plan on plan.id = project.plan_id
    left join organisation owner on owner.id = project.owner_id
    left join lateral (select max(n) as n from proposal_version where project_id = project.id) newest on true
    left join lateral (
      select version, local_recommendation.state, organisation.name
      from local_recommendation join organisation on organisation.id = authority_id
      where project_id = project.id order by asked_at desc, version desc limit 1
    ) local on true
    where project.plan_id = ${planId} and project.removed_at is null
    order by project.position`.execute(db);
  return rows;
}
