import { sql, type Selectable } from 'kysely';
import { isId } from './ids.ts';
import { nextNumber } from './plans.ts';
import type { Db, Tx } from './pool.ts';
import type { Project } from './schema/filing.ts';

export type ProjectRow = Selectable<Project>;

/** Adds a project after the last one. The caller holds the plan's lock, which keeps positions apart. */
export async function insertProject(tx: Tx, planId: string, year: number): Promise<ProjectRow> {
  const number = await nextNumber(tx, `XM${year}`);
  return tx
    .insertInto('project')
    .values({ planId, number, position: sql<number>`(select coalesce(max(position) + 1, 0) from project where plan_id = ${planId})` })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Live projects in order: the index here is the N of /projects/N. */
export async function listProjects(db: Db, planId: string): Promise<readonly ProjectRow[]> {
  return db.selectFrom('project').selectAll().where('planId', '=', planId).where('removedAt', 'is', null).orderBy('position').execute();
}

/** A project of this plan, removed ones too. */
export async function findProject(db: Db, planId: string, id: string): Promise<ProjectRow | undefined> {
  if (!isId(id)) return undefined;
  return db.selectFrom('project').selectAll().where('planId', '=', planId).where('id', '=', id).executeTakeFirst();
}

/** The number of any project, removed ones too; what is no id has none. */
export async function findProjectNumber(db: Db, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  return (await db.selectFrom('project').select('number').where('id', '=', id).executeTakeFirst())?.number;
}

/** Takes a project out at `removedAt`, or with null puts it back in its place. */
export async function setProjectRemoved(tx: Tx, id: string, removedAt: string | null): Promise<void> {
  await tx.updateTable('project').set({ removedAt }).where('id', '=', id).execute();
}

/** How far its proposal is; locked is never written. The caller holds the project's lock. */
export async function setProposalState(tx: Tx, id: string, state: ProjectRow['state'] | 'locked'): Promise<void> {
  if (state === 'locked') throw new Error('a proposal is locked by its plan');
  await tx.updateTable('project').set({ state }).where('id', '=', id).execute();
}

/** The applicant's organisation writes the project's proposal from now on. */
export async function setProjectOwner(tx: Tx, id: string, ownerId: string): Promise<void> {
  await tx.updateTable('project').set({ ownerId }).where('id', '=', id).execute();
}
