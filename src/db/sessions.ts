import { sql } from 'kysely';
import type { Db, Tx } from './pool.ts';

/** One browser in which a person is signed in. */
export interface SessionRow {
  readonly id: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly since: string;
  /** Renewed at most every ten minutes. */
  readonly seenAt: string;
}

/** Where a person is signed in now, newest first; instants by the product's clock, as everything that people see. */
export async function listSessions(db: Db, userId: string): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`select id, "userAgent", "ipAddress" as address, "createdAt" + ahead as since, "updatedAt" + ahead as "seenAt"
    from auth.session, (select public.jiqun_now() - clock_timestamp() as ahead) moved where "userId" = ${userId} and "expiresAt" > clock_timestamp() order by "createdAt" desc, id`.execute(
    db,
  );
  return rows;
}

/** Ends sessions of these people at once: their next request is nobody's. `but` is the one that stays. Answers how many ended. */
export async function endSessions(tx: Tx, userIds: readonly string[], but: string | null = null): Promise<number> {
  if (userIds.length === 0) return 0;
  const { numAffectedRows } = await sql`delete from auth.session where "userId" in (${sql.join(userIds)}) and id is distinct from ${but}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Ends one of this person's own sessions; false where there is none with this id. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from auth.session where "userId" = ${userId} and id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}
