import { findDecision, insertSupplementRead, listSupplements } from '#db/call-decisions.ts';
import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { check } from '#domain/filing/check.ts';
import { changedRules, editionChanges } from '#domain/programme/edition-changes.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { loadPlan } from './load-plan.ts';
import type { Session } from './session.ts';

/**
 * What each supplement changed for this plan: the differences of the two snapshots, and what the check says by the new one that it did not
 * say by the old one.
 */
export async function readSupplements(deps: Deps, asker: Session | null, planId: string) {
  const { plan } = authorisePlan(asker, 'plan.supplements', await findPlanFacts(deps.db, planId));
  const supplements = await listSupplements(deps.db, plan.id);
  if (supplements.length === 0) return [];
  const { content, facts } = await loadPlan(deps.db, plan);
  const at = await now(deps.db);
  return Promise.all(
    supplements.map(async ({ id, text, reason, inForceAt, beforeDigest, afterDigest, readAt }) => {
      const [before, after] = [await pinnedEdition(deps.db, beforeDigest), await pinnedEdition(deps.db, afterDigest)];
      const changes = editionChanges(before, after);
      const touched = changedRules(changes);
      const said = new Set(check(before, content, 'submit', { ...facts, at }).map(({ rule, path, message }) => `${rule} ${path} ${message}`));
      const problems = check(after, content, 'submit', { ...facts, at })
        .filter((problem) => touched.has(problem.rule) && !said.has(`${problem.rule} ${problem.path} ${problem.message}`))
        .map(({ rule, path, message }) => ({ rule, path, message }));
      return {
        id,
        text,
        reason,
        inForceAt,
        readAt,
        edition: afterDigest,
        changes: changes.map((change) => ({ ...change, ...('rules' in change ? { rules: [...change.rules] } : {}) })),
        problems,
      };
    }),
  );
}

/** The zone has read what a supplement changes for its plan. */
export async function acknowledgeSupplement(deps: Deps, asker: Session | null, key: string, planId: string, decisionId: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'plan.acknowledge', says: { plan: planId, supplement: decisionId } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'plan.acknowledge', await findPlanFacts(tx, planId, 'share'));
      const decision = await findDecision(tx, plan.callId, decisionId);
      if (decision === undefined || decision.kind !== 'supplement' || decision.inForceAt === null) throw new Refusal('notFound');
      await insertSupplementRead(tx, { planId: plan.id, decisionId: decision.id, person: session.person });
      return { reply: { done: true }, subject: plan.number, detail: { event: 'acknowledge', supplement: decision.id } };
    }),
  );
}
