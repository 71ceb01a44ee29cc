import type { Insertable, Selectable } from 'kysely';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { RowRequest } from './schema/workbooks.ts';

export type RowRequestRow = Selectable<RowRequest>;

export async function insertRowRequest(tx: Tx, request: Insertable<RowRequest>): Promise<RowRequestRow | undefined> {
  return tx
    .insertInto('rowRequest')
    .values(request)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Requests of a plan, by table and then by name. */
export async function listRowRequests(db: Db, planId: string): Promise<readonly RowRequestRow[]> {
  return db.selectFrom('rowRequest').selectAll().where('planId', '=', planId).orderBy('block').orderBy('field').orderBy('rowName').orderBy('askedAt').execute();
}

/** A request of this plan, held until the transaction ends. */
export async function holdRowRequest(tx: Tx, planId: string, id: string): Promise<RowRequestRow | undefined> {
  if (!isId(id)) return undefined;
  return tx.selectFrom('rowRequest').selectAll().where('planId', '=', planId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findRowRequest(db: Db, token: string): Promise<RowRequestRow | undefined> {
  return db.selectFrom('rowRequest').selectAll().where('token', '=', token).executeTakeFirst();
}

export async function updateRowRequest(tx: Tx, id: string, change: Partial<Insertable<RowRequest>>): Promise<void> {
  await tx.updateTable('rowRequest').set(change).where('id', '=', id).execute();
}
