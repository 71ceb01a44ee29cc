import { APIError } from 'better-auth/api';
import { now } from '#db/clock.ts';
import type { Db } from '#db/pool.ts';

/** How often it is asked while the database answers and the library does not. */
const tries = 3;

/**
 * What the library of accounts answers. It hides why it failed: where the database cannot be reached either, that is why, and that error is
 * thrown instead, so that the person is asked to come again. Only for what may be asked twice.
 */
export async function askAccounts<T>(db: Db, ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (error) {
      await throwIfAway(db, error);
      if (!isFault(error) || tried >= tries) throw error;
    }
  }
}

/** Throws the database's error where that is what stands behind the library's. */
export async function throwIfAway(db: Db, error: unknown): Promise<void> {
  if (isFault(error)) await now(db);
}

function isFault(error: unknown): boolean {
  return error instanceof APIError && error.statusCode >= 500;
}
