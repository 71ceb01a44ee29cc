import type { Db } from '#db/pool.ts';
import { digestOf } from '#db/files.ts';
import type { Limit } from '#db/sign-in-tries.ts';
import { countTry, forgetOldTries, forgetTries, heldBack } from '#db/sign-in-tries.ts';
import { Refusal } from '#domain/values/refusal.ts';

/**
 * Five wrong passwords or codes for one user name lock it for 15 minutes, from wherever they came. A name that nobody has locks alike:
 * a locked answer tells a stranger nothing. It ends by itself, or when somebody who manages the account ends it.
 */
export const lockLimit: Limit = { most: 5, seconds: 15 * 60, after: 'last' };

/** Seconds of the longest limit that counts in the same table (requests for a place): nothing younger is forgotten. */
const longest = 3600;

/** What is typed as a user name may be a password by mistake, so that only its digest is kept. */
export function lockKey(username: string): string {
  return `sign-in:${digestOf(Buffer.from(`name\n${username.toLowerCase()}`))}`;
}

/** Counts a try for this name; refuses it where the name is locked. Answers whether this one, if wrong, is the last before the lock. */
export async function refuseLocked(db: Db, username: string): Promise<{ readonly last: boolean }> {
  await forgetOldTries(db, longest);
  const { count, seconds } = await countTry(db, lockKey(username), lockLimit);
  if (count > lockLimit.most) throw new Refusal('locked', { seconds: Math.max(1, seconds) });
  return { last: count === lockLimit.most };
}

/** Ends a lock, and forgets the wrong tries before it. */
export function unlock(db: Db, username: string): Promise<void> {
  return forgetTries(db, lockKey(username));
}

/** Seconds for which each of these names is still locked. */
export async function lockedNames(db: Db, usernames: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const held = await heldBack(
    db,
    usernames.map((name) => lockKey(name)),
    lockLimit,
  );
  return new Map(usernames.flatMap((name) => (held.has(lockKey(name)) ? [[name, held.get(lockKey(name))!] as const] : [])));
}
