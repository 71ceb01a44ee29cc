import type { Selectable } from 'kysely';
import type { ProposalContent } from '#domain/filing/check-proposal.ts';
import type { Db, Tx } from './pool.ts';
import type { ProposalReview, ProposalVersion } from './schema/solicitation.ts';

export type ProposalVersionRow = Selectable<ProposalVersion>;
export type ProposalVersionHead = Omit<ProposalVersionRow, 'content'>;
export type ReviewRow = Selectable<ProposalReview>;

export interface NewProposalVersion {
  readonly projectId: string;
  readonly n: number;
  readonly content: ProposalContent;
  readonly editionDigest: string;
  readonly contentDigest: string;
  readonly filedAt: string;
  readonly filedBy: string;
}

const head = ['projectId', 'n', 'editionDigest', 'contentDigest', 'filedAt', 'filedBy'] as const;

/** Freezes a version. The caller holds the project's lock. */
export async function insertProposalVersion(tx: Tx, { content, ...rest }: NewProposalVersion): Promise<void> {
  await tx
    .insertInto('proposalVersion')
    .values({ ...rest, content: JSON.stringify(content) })
    .execute();
}

/** Newest first. */
export async function listProposalVersions(db: Db, projectId: string): Promise<readonly ProposalVersionHead[]> {
  return db.selectFrom('proposalVersion').select(head).where('projectId', '=', projectId).orderBy('n', 'desc').execute();
}

export async function findProposalVersion(db: Db, projectId: string, n: number): Promise<ProposalVersionRow | undefined> {
  return db.selectFrom('proposalVersion').selectAll().where('projectId', '=', projectId).where('n', '=', n).executeTakeFirst();
}

export interface NewReview {
  readonly projectId: string;
  readonly version: number;
  readonly event: ReviewRow['event'];
  readonly reason: string | null;
  /** Pointers within the proposal. */
  readonly fields: readonly string[];
  readonly byPerson: string;
}

export async function insertReview(tx: Tx, { fields, ...rest }: NewReview): Promise<void> {
  await tx
    .insertInto('proposalReview')
    .values({ ...rest, fields: JSON.stringify(fields) })
    .execute();
}

/** Newest first, with the names of who did it. */
export async function listReviews(db: Db, projectId: string): Promise<readonly (ReviewRow & { readonly by: string })[]> {
  return db
    .selectFrom('proposalReview')
    .innerJoin('auth.user as person', 'person.id', 'proposalReview.byPerson')
    .selectAll('proposalReview')
    .select('person.name as by')
    .where('projectId', '=', projectId)
    .orderBy('at', 'desc')
    .execute();
}

/** Which version of which project a frozen plan holds, in its order (model, invariant 11). */
export async function freezePlanProjects(
  tx: Tx,
  planId: string,
  planVersion: number,
  projects: readonly { readonly id: string; readonly version: number | null }[],
): Promise<void> {
  if (projects.length === 0) return;
  const rows = projects.map(({ id, version }, position) => ({ planId, planVersion, position, projectId: id, proposalVersion: version }));
  await tx.insertInto('planVersionProject').values(rows).execute();
}

/** The projects that a frozen plan holds, in its order. */
export async function listVersionProjects(db: Db, planId: string, planVersion: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('planVersionProject')
    .select('projectId')
    .where('planId', '=', planId)
    .where('planVersion', '=', planVersion)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.projectId);
}
