import { keepFile } from '#db/files.ts';
import { findIntake, insertFormalItem } from '#db/intakes.ts';
import { insertLookup, insertReceipt, insertRefusal } from '#db/paper-desk.ts';
import { awaitPaper } from '#db/plan-recommendations.ts';
import type { PlanRow } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';

/** One row in each table that keeps what came to the desk, and what was found out about it. */
export async function freezeIntake(tx: Tx, { id: planId }: PlanRow, clerk: string): Promise<void> {
  await awaitPaper(tx, planId);
  const intake = await findIntake(tx, planId);
  if (intake === undefined) throw new Error('no intake was begun');
  const digest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF-receipt'));
  const [at, counts] = ['2022-03-23T02:16:00.000Z', { plan: 9, form: 10, letter: 2 }];
  const handed = { handedInBy: '薛映川', courier: null, tracking: null, remark: '' };
  await insertReceipt(tx, {
    intakeId: intake.id,
    n: 1,
    planVersion: 1,
    stampedAt: at,
    clerk,
    counts,
    ...handed,
    digest,
    auditSeq: 0,
    auditHash: '0'.repeat(64),
  });
  await insertRefusal(tx, { planId, code: 'x', cause: 'late', at, clerk, ...handed });
  await insertLookup(tx, { code: 'x', status: 'unknown', planId: null, planVersion: null, paper: null, page: null, clerk });
  await insertFormalItem(tx, { intakeId: intake.id, planVersion: 1, item: 'sameText', result: 'met', note: '', clerk });
}
