import { findIntake } from '#db/intakes.ts';
import { listReceipts, listRefusals, type RefusalRow } from '#db/paper-desk.ts';
import type { Db } from '#db/pool.ts';
import type { Copies } from '#domain/filing/intake.ts';

/** What the desk did with a plan's paper, for whoever handed it in. */
export interface HandedIn {
  /** Number of the file at the desk; null until paper was taken. */
  readonly number: string | null;
  readonly receipts: readonly { readonly n: number; readonly at: string; readonly version: number; readonly counts: Copies; readonly handedInBy: string }[];
  readonly refusals: readonly {
    readonly id: string;
    readonly at: string;
    readonly cause: RefusalRow['cause'];
    readonly handedInBy: string;
    readonly remark: string;
  }[];
}

export async function handedIn(db: Db, planId: string): Promise<HandedIn | null> {
  const intake = await findIntake(db, planId);
  if (intake === undefined) return null;
  const [receipts, refusals] = [await listReceipts(db, intake.id), await listRefusals(db, planId)];
  return {
    number: intake.number,
    receipts: receipts.map(({ n, stampedAt, planVersion, counts, handedInBy }) => ({ n, at: stampedAt, version: planVersion, counts, handedInBy })),
    refusals: refusals.map(({ id, at, cause, handedInBy, remark }) => ({ id, at, cause, handedInBy, remark })),
  };
}
