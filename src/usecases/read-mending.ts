import { type ConfirmationRow, findConfirmation } from '#db/confirmations.ts';
import { listMendings, type MendingRow } from '#db/mendings.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { findIntakeStanding, findLiveRecommendation } from '#db/plan-recommendations.ts';
import type { Db } from '#db/pool.ts';
import { listVersionProjects } from '#db/proposal-versions.ts';
import { findVersion } from '#db/versions.ts';
import { acts } from '#domain/access/acts.ts';
import { may } from '#domain/access/may.ts';
import { formatPointer } from '#domain/values/pointer.ts';
import { authorisePlan, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Whose turn it is: the zone's to mend, the city's to confirm, the zone's to bring paper, nobody's any more. */
export type MendingStep = 'zone' | 'city' | 'paper' | 'over';

export interface MendingStanding {
  readonly mending: MendingRow;
  readonly step: MendingStep;
  /** The version that mends it, once one was submitted. */
  readonly mendedBy: number | null;
  readonly confirmation: (ConfirmationRow & { readonly by: string }) | null;
}

/** How far that mending is, the newest of the plan. */
export async function mendingStanding(db: Db, plan: PlanFacts, mending: MendingRow): Promise<MendingStanding> {
  const mendedBy = plan.latest !== null && plan.latest > mending.n ? plan.latest : null;
  const recommendation = await findLiveRecommendation(db, plan.id);
  const newest = recommendation && (await findConfirmation(db, recommendation.id));
  const confirmation = newest !== undefined && newest.n > mending.n ? newest : null;
  const open = (await findIntakeStanding(db, plan.id))?.state === 'mending';
  return { mending, step: open ? stepOf(plan, mending, mendedBy) : 'over', mendedBy, confirmation };
}

function stepOf(plan: PlanFacts, { parts }: MendingRow, mendedBy: number | null): MendingStep {
  if (plan.state !== 'mending' || parts.length === 0) return 'paper';
  return mendedBy === null ? 'zone' : 'city';
}

/** Every round in which the plan was sent back, newest first, and how far the newest is. */
export async function readMending(deps: Deps, asker: Session | null, planId: string) {
  const { plan, session } = authorisePlan(asker, 'mending.read', await findPlanFacts(deps.db, planId));
  const rounds = await listMendings(deps.db, plan.id);
  const [newest] = rounds;
  const standing = newest && (await mendingStanding(deps.db, plan, newest));
  const filed = standing?.mendedBy == null ? undefined : await findVersion(deps.db, plan.id, standing.mendedBy);
  const subject = subjectOf(plan);
  const { step = 'over', mendedBy = null, confirmation = null } = standing ?? {};
  return {
    plan: plan.number,
    state: plan.state,
    step,
    rounds: await Promise.all(rounds.map(async (row) => presentRound(row, await listVersionProjects(deps.db, plan.id, row.n)))),
    mended: mendedBy === null || filed === undefined ? null : { n: mendedBy, filedAt: filed.filedAt },
    confirmed: confirmation === null ? null : { n: confirmation.n, at: confirmation.confirmedAt, by: confirmation.by },
    may: acts.filter((act) => may(session, act, subject)),
  };
}

/** `pointer` is the part's place in the version that was sent back: `/projects/3/money`. */
function presentRound({ round, n, deadline, reason, parts, paper, askedAt }: MendingRow, projects: readonly string[]) {
  return {
    round,
    n,
    deadline,
    reason,
    parts: parts.map(({ document, block, text }) => ({ document, block, text, pointer: pointerOf(document, block, projects) })),
    paper: [...paper],
    askedAt,
  };
}

function pointerOf(document: string, block: string, projects: readonly string[]): string {
  const at = projects.indexOf(document);
  return formatPointer(at < 0 ? [document, block] : ['projects', String(at), block]);
}
