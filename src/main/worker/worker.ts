import { setTimeout } from 'node:timers/promises';
import type { Jobs } from '#db/jobs.ts';
import type { Db } from '#db/pool.ts';
import { chainPending } from '#db/sequencer.ts';
import { verifyVersion } from './verify-version.ts';

/** How long an entry may wait to be chained while nothing else happens. */
const pause = 500;

/** Chains the audit and does the jobs until stopped; one in each server process, any number in all. */
export async function startWorker(db: Db, jobs: Jobs, report: (error: unknown) => void): Promise<{ stop: () => Promise<void> }> {
  await jobs.work('version-verify', ({ planId, n }) => verifyVersion(db, planId, n));
  const ending = new AbortController();
  const chaining = chainUntil(db, ending.signal, report);
  return {
    stop: async () => {
      await jobs.close();
      ending.abort();
      await chaining;
    },
  };
}

async function chainUntil(db: Db, signal: AbortSignal, report: (error: unknown) => void): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      while ((await chainPending(db)) > 0);
      failing = false;
    } catch (error) {
      // A database that is away for a while is told once, not twice a second.
      if (!failing) report(error);
      failing = true;
    }
    await setTimeout(pause, undefined, { signal }).catch(() => {});
  }
  // What the last commands left is chained before the server goes.
  await chainPending(db).catch(() => {});
}
