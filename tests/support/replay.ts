import { expect } from 'vitest';
import type { Db } from '#db/pool.ts';
import { replayAll } from '#usecases/audit-log.ts';

/** Every state that is stored is the one that the log leads to (model §5, invariant 5); answers how many there are. */
export async function expectReplayed(db: Db): Promise<number> {
  const { replayed, mismatches } = await db.transaction().execute((tx) => replayAll(tx));
  expect(mismatches).toEqual([]);
  return replayed;
}
