import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { Recommendation } from './schema/city.ts';

export type PlanRecommendationRow = Selectable<Recommendation>;

/** The recommendation that a plan holds now. */
export async function findLiveRecommendation(db: Db, planId: string): Promise<PlanRecommendationRow | undefined> {
  return db.selectFrom('recommendation').selectAll().where('planId', '=', planId).where('state', '=', 'active').executeTakeFirst();
}

/** Newest first, those that were withdrawn too. */
export async function listRecommendations(db: Db, planId: string): Promise<readonly PlanRecommendationRow[]> {
  return db.selectFrom('recommendation').selectAll().where('planId', '=', planId).orderBy('madeAt', 'desc').execute();
}

export async function insertLiveRecommendation(
  tx: Tx,
  row: Pick<Insertable<Recommendation>, 'id' | 'planId' | 'n' | 'cityId' | 'documentNumber' | 'letterDigest' | 'letterPages' | 'madeBy' | 'madeAt'>,
): Promise<void> {
  await tx
    .insertInto('recommendation')
    .values({ ...row, state: 'active', withdrawnBy: null, withdrawnAt: null, reason: null })
    .execute();
}

export async function withdrawRow(tx: Tx, id: string, withdrawn: { readonly person: string; readonly at: string; readonly reason: string }): Promise<void> {
  const { person, at, reason } = withdrawn;
  await tx.updateTable('recommendation').set({ state: 'withdrawn', withdrawnBy: person, withdrawnAt: at, reason }).where('id', '=', id).execute();
}

/** The letter in force: of the newest confirmation of a mended version, else the one that was issued first. */
export async function letterOf(db: Db, { id, n, letterDigest }: PlanRecommendationRow): Promise<{ readonly n: number; readonly digest: string }> {
  const confirmed = await db
    .selectFrom('recommendationConfirmation')
    .select(['n', 'letterDigest'])
    .where('recommendationId', '=', id)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return confirmed === undefined ? { n, digest: letterDigest } : { n: confirmed.n, digest: confirmed.letterDigest };
}

/** How far the intake centre is with the plan, and whether it has stamped paper of it. */
export interface IntakeStanding {
  readonly state: 'awaitingPaper' | 'checking' | 'mending' | 'admitted' | 'refused';
  readonly paper: boolean;
}

export async function findIntakeStanding(db: Db, planId: string): Promise<IntakeStanding | undefined> {
  const { rows } = await sql<IntakeStanding>`
    select state, exists (select from paper_receipt where intake_id = intake.id) as paper from intake where plan_id = ${planId}`.execute(db);
  return rows[0];
}

/** The intake centre awaits the plan's paper, again where it did already. */
export async function awaitPaper(tx: Tx, planId: string): Promise<void> {
  await tx
    .insertInto('intake')
    .values({ planId, state: 'awaitingPaper', number: null })
    .onConflict((conflict) => conflict.column('planId').doNothing())
    .execute();
}

/** Organisations that own a proposal in the plan, each with its projects. */
export async function listOwners(
  db: Db,
  planId: string,
): Promise<readonly { readonly projectId: string; readonly number: string; readonly organisationId: string }[]> {
  const rows = await db
    .selectFrom('project')
    .select(['id as projectId', 'number', 'ownerId as organisationId'])
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .execute();
  return rows.flatMap(({ organisationId, ...row }) => (organisationId === null ? [] : [{ ...row, organisationId }]));
}
