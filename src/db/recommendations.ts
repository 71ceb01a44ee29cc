import { sql, type Selectable } from 'kysely';
import type { LocalEvent, LocalState } from '#domain/filing/lifecycle/local.ts';
import type { Db, Tx } from './pool.ts';
import type { LocalRecommendation } from './schema/solicitation.ts';

export type RecommendationRow = Selectable<LocalRecommendation>;

/** The newest recommendation of a project, whoever was asked; only the newest counts. */
export async function findRecommendation(db: Db, projectId: string): Promise<(RecommendationRow & { readonly authority: string }) | undefined> {
  return db
    .selectFrom('localRecommendation')
    .innerJoin('organisation', 'organisation.id', 'localRecommendation.authorityId')
    .selectAll('localRecommendation')
    .select('organisation.name as authority')
    .where('projectId', '=', projectId)
    .orderBy('askedAt', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertRecommendation(
  tx: Tx,
  asked: { readonly projectId: string; readonly version: number; readonly authorityId: string; readonly askedAt: string; readonly by: string },
): Promise<string> {
  const { by, ...row } = asked;
  const { id } = await tx
    .insertInto('localRecommendation')
    .values({ ...row, state: 'asked', opinion: null, answeredAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertEvent(tx, id, 'ask', null, by);
  return id;
}

export interface Answered {
  readonly state: LocalState;
  readonly event: Exclude<LocalEvent, 'ask'>;
  /** The opinion or the reason; undefined leaves what stands. */
  readonly opinion?: string;
  readonly at: string;
  /** Null where the product itself does it. */
  readonly by: string | null;
}

/** The caller holds the project's lock. */
export async function answerRecommendation(tx: Tx, id: string, { state, event, opinion, at, by }: Answered): Promise<void> {
  await tx
    .updateTable('localRecommendation')
    .set({ state, ...(opinion === undefined ? {} : { opinion, answeredAt: at }) })
    .where('id', '=', id)
    .execute();
  await insertEvent(tx, id, event, opinion ?? null, by);
}

async function insertEvent(tx: Tx, recommendationId: string, event: LocalEvent, opinion: string | null, byPerson: string | null): Promise<void> {
  const n = sql<number>`(select count(*) + 1 from local_recommendation_event where recommendation_id = ${recommendationId})`;
  await tx.insertInto('localRecommendationEvent').values({ recommendationId, n, event, opinion, byPerson }).execute();
}

/** A recommendation as its authority's list shows it, with what the version says of project and applicant. */
export interface LocalRequestRow extends RecommendationRow {
  readonly number: string;
  readonly zone: string;
  readonly title: string | null;
  readonly company: string | null;
  readonly newest: number;
  readonly submitBy: string;
}

/** What was asked of an authority, open ones first, then newest first. `at`: where a proposal keeps its name and its applicant's. */
export async function listLocalRequests(
  db: Db,
  authorityId: string,
  at: { readonly block: string; readonly title: string; readonly applicant: string },
): Promise<readonly LocalRequestRow[]> {
  const { rows } = await sql<LocalRequestRow>`
    select asked.*, project.number, zone.name as zone, plan_submit_by(plan.id) as submit_by,
      version.content #>> array['answers', ${at.block}, ${at.title}]::text[] as title,
      version.content #>> array['answers', ${at.block}, ${at.applicant}]::text[] as company,
      (select max(n) from proposal_version where project_id = project.id) as newest
    from local_recommendation asked
    join project on project.id = asked.project_id
    join plan on plan.id = project.plan_id
    join organisation zone on zone.id = plan.zone_id
    join proposal_version version on version.project_id = asked.project_id and version.n = asked.version
    where asked.authority_id = ${authorityId} and project.removed_at is null
    order by asked.state <> 'asked', asked.asked_at desc`.execute(db);
  return rows;
}
