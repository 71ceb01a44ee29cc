import type { Selectable } from 'kysely';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Db, Tx } from './pool.ts';
import type { Block } from './schema/filing.ts';

/** `document` is form, commitment, outline or a project's id. */
export type BlockRow = Selectable<Block>;

export interface BlockSave {
  readonly planId: string;
  readonly document: string;
  readonly block: string;
  /** Version that the answers were written on; 0 for a block never saved. */
  readonly base: number;
  readonly answers: BlockAnswers;
  readonly savedAt: string;
  /** User id. */
  readonly savedBy: string;
}

export type SaveResult = { readonly saved: BlockRow } | { readonly stale: BlockRow | null };

/** Every block of a plan that was ever saved, or of one of its documents. */
export async function readBlocks(db: Db, planId: string, document?: string): Promise<readonly BlockRow[]> {
  const all = db.selectFrom('block').selectAll().where('planId', '=', planId);
  return (document === undefined ? all : all.where('document', '=', document)).orderBy('document').orderBy('block').execute();
}

export async function findBlock(db: Db, planId: string, document: string, block: string): Promise<BlockRow | undefined> {
  return db.selectFrom('block').selectAll().where('planId', '=', planId).where('document', '=', document).where('block', '=', block).executeTakeFirst();
}

/** First saves of blocks that nobody else can know of yet: what saveBlock does, for all of them in two statements. */
export async function insertBlocks(tx: Tx, saves: readonly Omit<BlockSave, 'base'>[]): Promise<void> {
  if (saves.length === 0) return;
  const rows = saves.map(({ answers, ...save }) => ({ ...save, version: 1, answers: JSON.stringify(answers) }));
  await tx.insertInto('block').values(rows).execute();
  await tx.insertInto('blockHistory').values(rows).execute();
}

/**
 * Saves where `base` is the version that stands, and keeps the save for ever; otherwise changes nothing and answers with what
 * stands (null where the block was never saved). Two savers on one base: the second waits for the first and is stale.
 */
export async function saveBlock(tx: Tx, save: BlockSave): Promise<SaveResult> {
  const { planId, document, block, base, savedAt, savedBy } = save;
  const row = { version: base + 1, answers: JSON.stringify(save.answers), savedAt, savedBy };
  const key = { planId, document, block };
  const saved =
    base === 0
      ? await tx
          .insertInto('block')
          .values({ ...key, ...row })
          .onConflict((conflict) => conflict.columns(['planId', 'document', 'block']).doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx
          .updateTable('block')
          .set(row)
          .where((where) => where.and({ ...key, version: base }))
          .returningAll()
          .executeTakeFirst();
  if (saved === undefined) return { stale: (await findBlock(tx, planId, document, block)) ?? null };
  await tx
    .insertInto('blockHistory')
    .values({ ...key, ...row })
    .execute();
  return { saved };
}
