import { findIntakeStanding, findLiveRecommendation, withdrawRow } from '#db/plan-recommendations.ts';
import { findDeadlines } from '#db/calls.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import { listOfKind } from '#db/organisation-search.ts';
import { freeSlot } from '#db/quotas.ts';
import { decideRecommendation } from '#domain/filing/lifecycle/recommendation.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { planStep } from './city-decide.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { versionsLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/** Takes the recommendation back while recommending is in time and no paper was stamped: its slot is free again, the plan lies with the city. */
export function withdrawRecommendation(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  reason: string,
  elapsed: () => number,
): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'recommendation.withdraw', says: { plan: planId, reason } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'recommendation.withdraw', await findPlanFacts(tx, planId, 'update'));
      const standing = await findLiveRecommendation(tx, plan.id);
      if (standing === undefined) throw new Refusal('wrongState');
      const at = await arrivalOf(tx, elapsed);
      const { recommendBy } = await findDeadlines(tx, plan.callId, plan.zoneId);
      const paperReceived = (await findIntakeStanding(tx, plan.id))?.paper === true;
      const decision = decideRecommendation(standing.state, 'withdraw', {
        by: ['city'],
        arrivedAt: Date.parse(at),
        deadline: Date.parse(recommendBy),
        paperReceived,
        reason,
      });
      if (!decision.done) throw new Refusal(decision.code, { recommendBy, arrivedAt: at });
      await withdrawRow(tx, standing.id, { person: session.person, at, reason: reason.trim() });
      await freeSlot(tx, standing.id);
      await setPlanState(tx, plan.id, planStep({ plan }, 'unrecommend', 'sys', reason));
      const notice = { kind: 'plan.unrecommended', params: { city: session.organisationName, number: plan.number, reason: reason.trim() } } as const;
      await tellOrganisation(tx, plan.zoneId, { ...notice, link: versionsLink(plan.id) });
      for (const intake of await listOfKind(tx, 'intake')) await tellOrganisation(tx, intake, { ...notice, link: '/workbench' });
      return {
        reply: { done: true },
        subject: plan.number,
        detail: { event: 'withdraw', version: standing.n, documentNumber: standing.documentNumber, reason },
      };
    }),
  );
}
