import { appendAudit } from '#db/audit.ts';
import { now } from '#db/clock.ts';
import { lateIntakes, setIntake } from '#db/intakes.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';
import { decideIntake } from '#domain/filing/lifecycle/intake.ts';
import { formatDeadline } from '#domain/values/instant.ts';
import { loadIntakeFile } from './intake-file.ts';
import { planAfter } from './intake-decide.ts';
import { tellFilers } from './intake-tell.ts';

/** Longer than any request may take, in milliseconds: paper that was stamped in time is stamped by then. */
export const longestRequest = 120_000;

/**
 * Refuses every file whose paper, or whose mended paper, never came once its deadline is past (R05). Each once, whichever process comes first.
 * Answers how many were refused.
 */
export async function refuseLate(db: Db): Promise<number> {
  let refused = 0;
  for (const planId of await lateIntakes(db, longestRequest)) if (await refuseOne(db, planId)) refused++;
  return refused;
}

function refuseOne(db: Db, planId: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const plan = await findPlanFacts(tx, planId, 'update');
    if (plan?.state !== 'atProvince' && plan?.state !== 'mending') return false;
    const file = await loadIntakeFile(tx, plan);
    const at = await now(tx);
    const facts = { by: ['sys'], arrivedAt: Date.parse(at) - longestRequest, deadline: Date.parse(file.deadline) } as const;
    const decision = decideIntake(file.intake.state, 'refuseLate', facts);
    if (!decision.done) return false;
    const reason = formatDeadline(facts.deadline);
    await setIntake(tx, file.intake.id, { state: decision.to });
    await setPlanState(tx, plan.id, planAfter(file, 'refuse', reason, at));
    await tellFilers(tx, file, 'intake.refusedLate', { deadline: reason });
    await appendAudit(tx, { actor: 'system', command: 'intake.refuseLate', subject: plan.number, detail: { event: 'refuseLate', deadline: file.deadline } });
    return true;
  });
}
