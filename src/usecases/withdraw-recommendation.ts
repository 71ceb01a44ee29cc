import { findIntakeStanding, findLiveRecommendation, withdrawRow } from '#db/plan-recommendations.ts';
import { appendAudit } from '#db/audit.ts';
import { findDeadlines } from '#db/calls.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import { listOfKind } from '#db/organisation-search.ts';
import type { Tx } from '#db/pool.ts';
import { freeSlot } from '#db/quotas.ts';
import { findLiveScan, setScanState } from '#db/scans.ts';
import { decideRecommendation } from '#domain/filing/lifecycle/recommendation.ts';
import { decideScan } from '#domain/filing/lifecycle/scan.ts';
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
      await removeScanOf(tx, session, plan, standing.n);
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

/** A scan shows the letter that is taken back, under codes that the next letter has too: nobody could tell that it is the old one. */
async function removeScanOf(tx: Tx, session: Session, plan: PlanFacts, n: number): Promise<void> {
  const scan = await findLiveScan(tx, plan.id, n, 'update');
  if (scan === undefined) return;
  const decision = decideScan(scan.state, 'remove', { by: ['sys'], asked: true });
  if (!decision.done) throw new Refusal(decision.code);
  await setScanState(tx, scan.id, decision.to);
  const entry = { actor: session.person, organisationId: session.organisation, command: 'scan.edit', subject: plan.number };
  await appendAudit(tx, { ...entry, detail: { event: 'remove', scan: scan.id, version: n } });
}
