import { sql, type Selectable } from 'kysely';
import type { MendingPart } from '#domain/filing/intake.ts';
import type { Db, Tx } from './pool.ts';
import type { Mending } from './schema/intake.ts';

export type MendingRow = Selectable<Mending>;

export interface NewMending {
  readonly intakeId: string;
  /** Version that is to be mended. */
  readonly n: number;
  readonly deadline: string;
  readonly reason: string;
  /** Blocks that may change; empty where only paper is missing. */
  readonly parts: readonly MendingPart[];
  /** What is wrong with the paper. */
  readonly paper: readonly string[];
  readonly askedBy: string;
}

/** Opens the next round, and answers with its number. The caller holds the plan's lock. */
export async function insertMending(tx: Tx, { parts, paper, ...rest }: NewMending): Promise<number> {
  const row = await tx
    .insertInto('mending')
    .values({
      ...rest,
      round: sql<number>`(select coalesce(max(round), 0) + 1 from mending where intake_id = ${rest.intakeId})`,
      parts: JSON.stringify(parts),
      paper: JSON.stringify(paper),
    })
    .returning('round')
    .executeTakeFirstOrThrow();
  return row.round;
}

/** The newest round of a plan, whether it is still open or not: that, the states of plan and intake say. */
export async function currentMending(db: Db, planId: string): Promise<MendingRow | undefined> {
  return (await listMendings(db, planId))[0];
}

/** Newest first. */
export async function listMendings(db: Db, planId: string): Promise<readonly MendingRow[]> {
  return db
    .selectFrom('mending')
    .innerJoin('intake', 'intake.id', 'mending.intakeId')
    .selectAll('mending')
    .where('intake.planId', '=', planId)
    .orderBy('mending.round', 'desc')
    .execute();
}
