import { sql } from 'kysely';
import type { Tx } from './pool.ts';

/** Waits until every other transaction that waits for the same turn has ended; the turn is given back with this one. */
export async function waitTurn(tx: Tx, of: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${of}, 0))`.execute(tx);
}
