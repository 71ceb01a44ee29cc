import type { Db } from './pool.ts';
import type { ReceiptRow } from './versions.ts';

/** The receipt of one of the plan's versions, by its number. */
export async function findReceipt(db: Db, planId: string, number: string): Promise<ReceiptRow | undefined> {
  return db.selectFrom('receipt').selectAll().where('planId', '=', planId).where('number', '=', number).executeTakeFirst();
}
