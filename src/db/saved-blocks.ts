import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Db } from './pool.ts';

/** What a save of long ago stored. */
export async function findSavedAnswers(db: Db, planId: string, document: string, block: string, version: number): Promise<BlockAnswers | undefined> {
  const row = await db
    .selectFrom('blockHistory')
    .select('answers')
    .where((where) => where.and({ planId, document, block, version }))
    .executeTakeFirst();
  return row?.answers;
}
