import { findCheck } from '#db/city-checks.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/**
 * Takes a submitted plan back while it can still be submitted again and the city has not begun its check. Its versions stay, and none of
 * them is in force until the next submission. `elapsed` is how long ago the request had arrived in full: waiting for a lock costs nobody the deadline.
 */
export function recallPlan(deps: Deps, asker: Session | null, key: string, planId: string, reason: string, elapsed: () => number): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'plan.recall', says: { plan: planId, reason } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'plan.recall', await findPlanFacts(tx, planId, 'update'));
      const arrivedAt = await arrivalOf(tx, elapsed);
      const checkBegun = (await findCheck(tx, plan.id, plan.latest)) !== undefined;
      const judged = {
        by: ['zone'],
        arrivedAt: Date.parse(arrivedAt),
        deadline: Date.parse(plan.submitBy),
        openProblems: 0,
        checkBegun,
        reason,
      } as const;
      const decision = decidePlan(plan.state, 'recall', judged);
      if (!decision.done) throw new Refusal(decision.code, { submitBy: plan.submitBy, arrivedAt, checkBegun });
      await setPlanState(tx, plan.id, decision.to);
      const params = { zone: session.organisationName, number: plan.number };
      await tellOrganisation(tx, plan.cityId, { kind: 'plan.recalled', params, link: '/city' });
      return { reply: { done: true }, subject: plan.number, detail: { event: 'recall', version: plan.latest, reason } };
    }),
  );
}
