import { type CheckRow, findCheck, listOpinions, type OpinionRow } from '#db/city-checks.ts';
import { findDeadlines } from '#db/calls.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { findLiveRecommendation, type PlanRecommendationRow } from '#db/plan-recommendations.ts';
import type { Db, Tx } from '#db/pool.ts';
import { type HolderRow, listHolders, type QuotaName } from '#db/quotas.ts';
import { findVersion, type VersionRow } from '#db/versions.ts';
import type { Act } from '#domain/access/acts.ts';
import { check } from '#domain/filing/check.ts';
import { type CityCheckEvent, type CityCheckFacts, type CityCheckState, decideCityCheck } from '#domain/filing/lifecycle/city-check.ts';
import type { Problem } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { type LivePlan, loadPlan } from './load-plan.ts';
import type { Session } from './session.ts';

/** A submitted plan as its city's bureau decides on it. */
export interface CityFile {
  readonly plan: PlanFacts;
  readonly live: LivePlan;
  /** The newest version: what is checked and recommended. */
  readonly version: VersionRow;
  readonly check: CheckRow | undefined;
  readonly opinions: readonly OpinionRow[];
  readonly recommendation: PlanRecommendationRow | undefined;
  readonly quota: QuotaName;
  /** Who holds the city's recommendations now, this plan included. */
  readonly holders: readonly HolderRow[];
  /** Deadline of recommending, in force for this zone. */
  readonly recommendBy: string;
}

export async function loadCityFile(db: Db, plan: PlanFacts): Promise<CityFile> {
  const live = await loadPlan(db, plan);
  const version = plan.latest === null ? undefined : await findVersion(db, plan.id, plan.latest);
  if (version === undefined) throw new Refusal('notFound');
  const quota = { callId: plan.callId, kind: 'recommendation', scope: live.content.city } as const;
  return {
    plan,
    live,
    version,
    quota,
    check: await findCheck(db, plan.id, version.n),
    opinions: await listOpinions(db, plan.id, version.n),
    recommendation: await findLiveRecommendation(db, plan.id),
    holders: await listHolders(db, quota),
    recommendBy: (await findDeadlines(db, plan.callId, plan.zoneId)).recommendBy,
  };
}

/** What stands against recommending the version now, told all at once (R01–R04, R08, R38 …). Nothing for a plan that is being drafted again. */
export function recommendProblems({ plan, live, version, opinions, holders, recommendBy }: CityFile, at: string): readonly Problem[] {
  if (plan.state === 'drafting') return [];
  const others = holders.filter((holder) => holder.planId !== plan.id).map((holder) => holder.zone);
  const facts = { ...live.facts, at, submitBy: recommendBy, recommended: others, opinions: opinions.map((opinion) => opinion.kind) };
  return check(live.edition, version.content, 'recommend', facts);
}

/** Principles that the version breaks for reasons given: the city reads each. */
export function exceptionsOf({ plan, live, version }: CityFile): readonly Problem[] {
  const { proposals, ...facts } = live.facts;
  const known = plan.state === 'drafting' || proposals === undefined ? facts : { ...facts, proposals };
  return check(live.edition, version.content, 'submit', { ...known, at: version.filedAt }).filter((problem) => problem.justification !== undefined);
}

/** A plan held for one of the bureau's acts, and how far its check is. */
export interface HeldCheck {
  readonly plan: PlanFacts;
  readonly session: Session;
  readonly n: number;
  readonly check: CheckRow | undefined;
}

/** A plan as somebody has it before their eyes: `n` is the version that they look at, where they say it. */
export type SeenPlan = { readonly plan: string; readonly n?: number };

/** Refuses an act on a version that came after the one that was looked at. */
export function refuseUnseen({ latest }: Pick<PlanFacts, 'latest'>, { n }: SeenPlan): void {
  if (n !== undefined && n !== latest) throw new Refusal('wrongState', { latest });
}

export async function holdCheck(tx: Tx, asker: Session | null, act: Act, seen: SeenPlan): Promise<HeldCheck> {
  const { plan, session } = authorisePlan(asker, act, await findPlanFacts(tx, seen.plan, 'update'));
  if (plan.latest === null) throw new Refusal('wrongState');
  refuseUnseen(plan, seen);
  return { plan, session, n: plan.latest, check: await findCheck(tx, plan.id, plan.latest) };
}

/** The state that the city's event leads to; refused where its lifecycle does not have it. */
export function cityStep(
  { plan }: Pick<HeldCheck, 'plan'>,
  state: CityCheckState | 'new',
  event: CityCheckEvent,
  more: Partial<CityCheckFacts> = {},
): CityCheckState {
  const decision = decideCityCheck(state, event, { by: ['city'], newest: plan.state === 'atCity', recommended: false, ...more });
  if (!decision.done) throw new Refusal(decision.code);
  return decision.to;
}
