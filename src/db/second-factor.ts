import { sql } from 'kysely';
import type { Db, Tx } from './pool.ts';

/** How long a code could still be taken: three windows of 30 seconds, and some. */
const lifeSeconds = 150;

/**
 * Takes a one-time code, once: false where the same person has used it already. Asked before the code is looked at, so that
 * two requests at the same moment cannot both have it.
 */
export async function takeCode(db: Db, userId: string, digest: string): Promise<boolean> {
  await sql`delete from used_code where user_id = ${userId} and at < clock_timestamp() - make_interval(secs => ${lifeSeconds})`.execute(db);
  const { numAffectedRows } = await sql`insert into used_code (user_id, digest) values (${userId}, ${digest}) on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}

/** Takes a person's second factor away: they have lost what makes the codes. */
export async function removeSecondFactor(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth."twoFactor" where "userId" = ${userId}`.execute(tx);
  await sql`update auth."user" set "twoFactorEnabled" = false where id = ${userId}`.execute(tx);
}

/** Whose sign-in waits for its second factor, by the cookie that the password was answered with. Its value cannot be guessed; the library checks its signature. */
export async function findPendingUser(db: Db, cookies: string): Promise<string | undefined> {
  const value = /(?:^|;\s*)(?:__Secure-)?jiqun\.two_factor=([^;]+)/.exec(cookies)?.[1];
  const [identifier = ''] = value === undefined ? [] : decodeURIComponent(value).split('.');
  const { rows } = await sql<{
    value: string;
  }>`select value from auth.verification where identifier = ${identifier} and "expiresAt" > clock_timestamp()`.execute(db);
  return rows[0]?.value;
}
