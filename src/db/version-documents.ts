import type { Selectable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { PlanVersionDocument } from './schema/documents.ts';

/** A document frozen with a version of a plan, beside its form. */
export type VersionDocumentRow = Selectable<PlanVersionDocument>;

/** Keeps the documents of a version that is frozen in the same transaction; their bytes are already kept by keepFile. */
export async function insertVersionDocuments(tx: Tx, documents: readonly VersionDocumentRow[]): Promise<void> {
  if (documents.length > 0)
    await tx
      .insertInto('planVersionDocument')
      .values([...documents])
      .execute();
}

/** Documents of all versions of a plan, or of one. */
export async function listVersionDocuments(db: Db, planId: string, n?: number): Promise<readonly VersionDocumentRow[]> {
  const all = db.selectFrom('planVersionDocument').selectAll().where('planId', '=', planId);
  return (n === undefined ? all : all.where('n', '=', n)).orderBy('n', 'desc').orderBy('kind', 'desc').execute();
}
