import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { Call } from './schema.ts';

export type CallRow = Selectable<Call>;

export async function insertCall(tx: Tx, call: Insertable<Call>): Promise<void> {
  await tx.insertInto('call').values(call).execute();
}

/** The call that zones file under now: published, the newest first. Whether its deadline is over is for the reader to say. */
export async function findOpenCall(db: Db): Promise<CallRow | undefined> {
  return db.selectFrom('call').selectAll().where('state', '=', 'published').orderBy('published', 'desc').limit(1).executeTakeFirst();
}
