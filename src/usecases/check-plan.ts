import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Problem } from '#domain/values/problem.ts';
import { isSettled } from '#domain/values/problem.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import { loadPlan } from './load-plan.ts';
import { submitProblems } from './plan-problems.ts';
import type { Session } from './session.ts';

/** What submitting now would meet. */
export async function checkPlan(deps: Deps, asker: Session | null, id: string): Promise<readonly Problem[]> {
  const { plan } = authorisePlan(asker, 'plan.check', await findPlanFacts(deps.db, id));
  const problems = submitProblems(await loadPlan(deps.db, plan), await now(deps.db));
  if (problems.every(isSettled)) deps.papersAhead?.(plan.id);
  return problems;
}
