import type { Db } from './pool.ts';
import type { ReceiptRow } from './versions.ts';

/** Receipts of a plan, oldest first. */
export function listReceipts(db: Db, planId: string): Promise<readonly ReceiptRow[]> {
  return db.selectFrom('receipt').selectAll().where('planId', '=', planId).orderBy('version').execute();
}
