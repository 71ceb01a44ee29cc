import { appendAudit } from '#db/audit.ts';
import { findDeadlines } from '#db/calls.ts';
import { now } from '#db/clock.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { listOwners } from '#db/plan-recommendations.ts';
import { setPlanState } from '#db/plans.ts';
import type { Db, Tx } from '#db/pool.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { pinnedEdition } from './editions.ts';
import { proposalLink } from './links.ts';
import { tellOrganisation } from './notify.ts';

const day = 86_400_000;

/** How long after the deadline an extension may still be asked for, where the edition does not say. */
const usualDays = 30;

/**
 * Ends plans that nobody filed: still being drafted, or still with the city, when even an extension that was asked for at the last moment
 * would be over. Their text and versions stay. Answers how many ended; each ends once, whichever process comes first.
 */
export async function lapsePlans(db: Db): Promise<number> {
  const waiting = await db.selectFrom('plan').select('id').where('state', 'in', ['drafting', 'atCity']).execute();
  let ended = 0;
  for (const { id } of waiting) if ((await isOver(db, id)) && (await db.transaction().execute((tx) => lapse(tx, id)))) ended++;
  return ended;
}

/** Asked without holding the plan, so that nobody who works on it waits for this. */
async function isOver(db: Db, id: string): Promise<boolean> {
  const plan = await findPlanFacts(db, id);
  return plan !== undefined && (await decided(db, plan)).done;
}

async function lapse(tx: Tx, id: string): Promise<boolean> {
  const plan = await findPlanFacts(tx, id, 'update');
  if (plan === undefined) return false;
  const decision = await decided(tx, plan);
  if (!decision.done) return false;
  await setPlanState(tx, plan.id, decision.to);
  await appendAudit(tx, {
    actor: 'system',
    organisationId: plan.zoneId,
    command: 'plan.lapse',
    subject: plan.number,
    detail: { event: 'lapse', version: plan.latest },
  });
  const notice = { kind: 'plan.lapsed', params: { number: plan.number } } as const;
  await tellOrganisation(tx, plan.zoneId, { ...notice, link: '/workbench' });
  for (const { organisationId, projectId } of await listOwners(tx, plan.id))
    await tellOrganisation(tx, organisationId, { ...notice, link: proposalLink(projectId) });
  return true;
}

async function decided(db: Db, plan: PlanFacts) {
  const { recommendBy } = await findDeadlines(db, plan.callId, plan.zoneId);
  // What lies with the city waits for its recommendation; what is being drafted could not even be submitted.
  const deadline = Date.parse(plan.state === 'drafting' ? plan.submitBy : recommendBy);
  const requestsUntil = deadline + lapseDays(await pinnedEdition(db, plan.editionDigest)) * day;
  return decidePlan(plan.state, 'lapse', { by: ['sys'], arrivedAt: Date.parse(await now(db)), deadline, openProblems: 0, checkBegun: false, requestsUntil });
}

function lapseDays({ parameters }: Edition): number {
  const { lapseDays: days } = parameters;
  return typeof days === 'number' ? days : usualDays;
}
