import { keepFile } from '#db/files.ts';
import { currentMending, type MendingRow } from '#db/mendings.ts';
import { findConfirmation, insertConfirmation } from '#db/confirmations.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { PlanRecommendationRow } from '#db/plan-recommendations.ts';
import { findLiveRecommendation } from '#db/plan-recommendations.ts';
import { setPlanState } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { findVersion, type VersionRow } from '#db/versions.ts';
import { type DocumentRequest, drawDocument, renderDocument } from '#documents/render/document.ts';
import type { RenderedPaper } from '#documents/render/form.ts';
import { check } from '#domain/filing/check.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { decideRecommendation, type RecommendationFacts } from '#domain/filing/lifecycle/recommendation.ts';
import { placesNotNamed } from '#domain/filing/mending.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { formatDay } from '#domain/values/instant.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import type { Done } from './command.ts';
import { command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { filedText } from './filed-text.ts';
import { askedOf, keptArrival } from './keep-arrival.ts';
import { loadPlan } from './load-plan.ts';
import type { Session } from './session.ts';
import { tellConfirmed } from './tell-mending.ts';

interface Ready {
  readonly facts: RecommendationFacts;
  readonly arrivedAt: string;
  readonly recommendation: PlanRecommendationRow;
  readonly round: number;
  /** The letter anew where it says something else now; null where the one that was issued still says it. */
  readonly letter: RenderedPaper | null;
}

/**
 * The city stands by version `n`, which mends what the intake centre asked for: the plan is recommended as it was, under the same slot
 * and the same letter, which is made anew only where the mending changed what it says. Judged by the mending's own deadline. A version
 * that has come meanwhile must be looked at first.
 */
export async function confirmMended(
  deps: Deps,
  asker: Session | null,
  key: string,
  { plan: planId, n }: { readonly plan: string; readonly n: number },
  elapsed: () => number,
): Promise<{ done: true }> {
  let came: string | undefined;
  return command(
    deps,
    { session: asker, key, act: 'recommendation.confirm', says: { plan: planId, n } },
    {
      prepare: async () => {
        came ??= await arrivalOf(deps.db, elapsed);
        return prepare(deps, asker, key, { planId, n }, came);
      },
      within: (tx, ready) => carryOut(tx, asker, planId, n, ready),
    },
  );
}

async function prepare(deps: Deps, asker: Session | null, key: string, { planId, n }: { planId: string; n: number }, came: string): Promise<Ready> {
  const { plan, session } = authorisePlan(asker, 'recommendation.confirm', await findPlanFacts(deps.db, planId));
  const { recommendation, mending, version } = await mended(deps, plan, n);
  const { at: arrivedAt, keep } = await keptArrival(deps.db, askedOf(session.person, key, { plan: plan.id, n, digest: version.contentDigest }), came);
  const [edition, before] = [await pinnedEdition(deps.db, version.editionDigest), await filedText(deps.db, plan, mending.n)];
  const places = placesNotNamed(edition, before, await filedText(deps.db, plan, n), mending.parts);
  const open = await openProblems(deps, plan, version, arrivedAt);
  const facts: RecommendationFacts = {
    by: ['city'],
    arrivedAt: Date.parse(arrivedAt),
    deadline: Date.parse(mending.deadline),
    onlyNamedParts: places.length === 0,
    openProblems: open.length,
  };
  const decision = decideRecommendation(recommendation.state, 'confirm', facts);
  if (!decision.done) throw new Refusal(decision.code, detailOf(decision.code, { places, open, mending, arrivedAt }));
  await keep();
  const letter = await letterAnew(deps, plan, { before: before.content, version, recommendation, arrivedAt });
  return { facts, arrivedAt, recommendation, round: mending.round, letter };
}

/** What is to be confirmed; refuses where nothing was mended, or where `n` is not the newest. */
async function mended(
  deps: Deps,
  plan: PlanFacts,
  n: number,
): Promise<{ readonly recommendation: PlanRecommendationRow; readonly mending: MendingRow; readonly version: VersionRow }> {
  const [recommendation, mending] = [await findLiveRecommendation(deps.db, plan.id), await currentMending(deps.db, plan.id)];
  const version = plan.latest === n ? await findVersion(deps.db, plan.id, n) : undefined;
  if (recommendation === undefined || mending === undefined || version === undefined || n <= mending.n)
    throw new Refusal('wrongState', { latest: plan.latest });
  return { recommendation, mending, version };
}

/**
 * What recommending the frozen text would meet. That the slot is held and the opinions are signed stands from the recommendation itself,
 * and the mending's deadline is judged beside this.
 */
async function openProblems(deps: Deps, plan: PlanFacts, version: VersionRow, at: string): Promise<readonly Problem[]> {
  const { facts } = await loadPlan(deps.db, plan);
  const edition = await pinnedEdition(deps.db, version.editionDigest);
  const problems = check(edition, version.content, 'recommend', { ...facts, at, recommended: [], opinions: ['plan', 'form'] });
  return problems.filter((problem) => !isSettled(problem));
}

function detailOf(
  code: string,
  found: { readonly places: readonly string[]; readonly open: readonly Problem[]; readonly mending: MendingRow; readonly arrivedAt: string },
): Readonly<Record<string, unknown>> {
  if (code === 'partsNotNamed') return { places: found.places };
  if (code === 'problemsOpen') return { problems: found.open };
  return { deadline: found.mending.deadline, arrivedAt: found.arrivedAt };
}

async function letterAnew(
  deps: Deps,
  plan: PlanFacts,
  of: { readonly before: PlanContent; readonly version: VersionRow; readonly recommendation: PlanRecommendationRow; readonly arrivedAt: string },
): Promise<RenderedPaper | null> {
  const { before, version, recommendation, arrivedAt } = of;
  const request = (content: PlanContent): DocumentRequest => ({
    edition,
    plan: content,
    problems: [],
    mark: { number: plan.number, version: version.n, digest: version.contentDigest, publicUrl: deps.publicUrl },
    date: formatDay(Date.parse(arrivedAt)),
    demo: deps.demo,
    letterNumber: recommendation.documentNumber,
  });
  const edition = await pinnedEdition(deps.db, version.editionDigest);
  const after = request(version.content);
  const says = (one: DocumentRequest) => JSON.stringify(drawDocument('letter', one).body);
  return says(request(before)) === says(after) ? null : renderDocument('letter', after);
}

async function carryOut(tx: Tx, asker: Session | null, planId: string, n: number, ready: Ready): Promise<Done<{ done: true }> | 'again'> {
  const { plan, session } = authorisePlan(asker, 'recommendation.confirm', await findPlanFacts(tx, planId, 'update'));
  const recommendation = await findLiveRecommendation(tx, plan.id);
  if (plan.latest !== n || recommendation?.id !== ready.recommendation.id || (await currentMending(tx, plan.id))?.round !== ready.round) return 'again';
  const decision = decideRecommendation(recommendation.state, 'confirm', ready.facts);
  if (!decision.done) throw new Refusal(decision.code);
  const { facts } = ready;
  const moved = decidePlan(plan.state, 'confirm', { by: ['sys'], arrivedAt: facts.arrivedAt, deadline: facts.deadline, openProblems: 0, checkBegun: true });
  if (!moved.done) throw new Refusal(moved.code);
  const standing = (await findConfirmation(tx, recommendation.id)) ?? recommendation;
  const letter =
    ready.letter === null
      ? { letterDigest: standing.letterDigest, letterPages: standing.letterPages }
      : { letterDigest: await keepFile(tx, 'application/pdf', ready.letter.bytes), letterPages: ready.letter.pages };
  await insertConfirmation(tx, { recommendationId: recommendation.id, n, ...letter, confirmedBy: session.person, confirmedAt: ready.arrivedAt });
  await setPlanState(tx, plan.id, moved.to);
  await tellConfirmed(tx, plan, session);
  return { reply: { done: true }, subject: plan.number, detail: { event: 'confirm', version: n, letter: letter.letterDigest } };
}
