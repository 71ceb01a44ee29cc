import { setTimeout } from 'node:timers/promises';
import type { Jobs } from '#db/jobs.ts';
import type { Db } from '#db/pool.ts';
import { chainPending } from '#db/sequencer.ts';
import { refuseLate } from '#usecases/intake-late.ts';
import { lapsePlans } from '#usecases/lapse-plans.ts';
import { remindDeadlines } from '#usecases/remind-deadlines.ts';
import { readSealedScan } from '#usecases/scan-read.ts';
import { scanBytes, type ScannerAddress } from './clamd.ts';
import type { Carriers } from './outbox.ts';
import { emptyOutbox } from './outbox.ts';
import { verifyVersion } from './verify-version.ts';

/** How long an entry may wait to be chained while nothing else happens, and messages to leave, and a deadline to be noticed. */
const pauses = { chain: 500, outbox: 2_000, reminders: 30_000, lapses: 300_000 } as const;

/** Chains the audit, does the jobs, carries messages out and reminds of deadlines, until stopped; one in each server process, any number in all. */
export async function startWorker(
  db: Db,
  jobs: Jobs,
  carriers: Carriers,
  report: (error: unknown) => void,
  scanner?: ScannerAddress,
): Promise<{ stop: () => Promise<void> }> {
  const inspect = scanner && ((bytes: Uint8Array) => scanBytes(scanner, bytes));
  await jobs.work('version-verify', ({ planId, n }) => verifyVersion(db, planId, n));
  await jobs.work('scan-read', ({ scan }) => readSealedScan(db, scan, inspect));
  const ending = new AbortController();
  const { signal } = ending;
  const loops = [
    repeat(pauses.chain, signal, report, async () => {
      while ((await chainPending(db)) > 0);
    }),
    repeat(pauses.outbox, signal, report, () => emptyOutbox(db, carriers)),
    repeat(pauses.reminders, signal, report, () => remindDeadlines(db)),
    repeat(pauses.lapses, signal, report, () => lapsePlans(db)),
    repeat(pauses.lapses, signal, report, () => refuseLate(db)),
  ];
  return {
    stop: async () => {
      await jobs.close();
      ending.abort();
      await Promise.all(loops);
      // What the last commands left is chained before the server goes.
      await chainPending(db).catch(() => {});
    },
  };
}

/** Does the work again and again, with a pause between, until the signal. */
export async function repeat(pause: number, signal: AbortSignal, report: (error: unknown) => void, work: () => Promise<unknown>): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      await work();
      failing = false;
    } catch (error) {
      // A database that is away for a while is told once, not twice a second.
      if (!failing) report(error);
      failing = true;
    }
    await setTimeout(pause, undefined, { signal }).catch(() => {});
  }
}
