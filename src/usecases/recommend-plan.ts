import { randomUUID } from 'node:crypto';
import { findIntakeStanding, awaitPaper, insertLiveRecommendation, listOwners } from '#db/plan-recommendations.ts';
import { keepFile } from '#db/files.ts';
import { holdEdition } from '#db/calls.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { listOfKind } from '#db/organisation-search.ts';
import { claimSlot } from '#db/quotas.ts';
import type { RenderedPaper } from '#documents/render/form.ts';
import { decideIntake } from '#domain/filing/lifecycle/intake.ts';
import { decideRecommendation, type RecommendationFacts } from '#domain/filing/lifecycle/recommendation.ts';
import { isSignedOff } from '#domain/filing/sign-off.ts';
import { readDocumentNumber } from '#domain/values/document-number.ts';
import { formatDay } from '#domain/values/instant.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { planStep } from './city-decide.ts';
import { type CityFile, loadCityFile, recommendProblems, refuseUnseen, type SeenPlan } from './city-file.ts';
import { command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import { askedOf, keptArrival } from './keep-arrival.ts';
import { intakeLink, intakeResultLink, papersLink, proposalLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import { renderLetter } from './recommend-letter.ts';
import type { Session } from './session.ts';

/** What the bureau keeps of its recommendation. A type, not an interface: a command's reply is JSON. */
export type Recommended = { readonly number: string; readonly version: number; readonly documentNumber: string; readonly madeAt: string };

interface Prepared {
  readonly n: number;
  readonly digest: string;
  readonly editionDigest: string;
  readonly arrivedAt: string;
  readonly letter: RenderedPaper;
}

/**
 * Recommends the city's one zone (G3.2): the letter is frozen under its 文号, the slot taken, the plan goes to the province and the intake
 * centre awaits its paper. The letter is rendered before the transaction, and only for what could be recommended at all; slot, sign-off
 * and deadline are judged again inside it. `elapsed` is how long ago the request had arrived in full.
 */
export async function recommendPlan(
  deps: Deps,
  asker: Session | null,
  key: string,
  seen: SeenPlan,
  documentNumber: string,
  elapsed: () => number,
): Promise<Recommended> {
  let arrival: string | undefined;
  // What cannot be read as a number is refused by the lifecycle, once it is certain that the asker may know of the plan.
  const number = readDocumentNumber(documentNumber) ?? '';
  return command(
    deps,
    { session: asker, key, act: 'recommendation.recommend', says: { ...seen, documentNumber } },
    {
      prepare: async (): Promise<Prepared> => {
        arrival ??= await arrivalOf(deps.db, elapsed);
        const { plan, session } = authorisePlan(asker, 'recommendation.recommend', await findPlanFacts(deps.db, seen.plan));
        refuseUnseen(plan, seen);
        const file = await loadCityFile(deps.db, plan);
        const { n, contentDigest: digest } = file.version;
        const { at: arrivedAt, keep } = await keptArrival(deps.db, askedOf(session.person, key, { plan: plan.id, n, digest, number }), arrival);
        judge(file, session, arrivedAt, number, isSlotLeft(file));
        await keep();
        const letter = await renderLetter(deps, file, number, formatDay(Date.parse(arrivedAt)));
        return { n, digest, editionDigest: plan.editionDigest, arrivedAt, letter };
      },
      within: (tx, prepared) => recommend(tx, asker, seen.plan, number, prepared),
    },
  );
}

async function recommend(tx: Tx, asker: Session | null, planId: string, documentNumber: string, ready: Prepared): Promise<Done<Recommended> | 'again'> {
  const { plan, session } = authorisePlan(asker, 'recommendation.recommend', await findPlanFacts(tx, planId, 'update'));
  // How many zones the city may recommend, a supplement may change: not between here and the end.
  const editionDigest = await holdEdition(tx, plan.callId);
  const file = await loadCityFile(tx, { ...plan, editionDigest });
  const { version, quota, live } = file;
  if (version.n !== ready.n || version.contentDigest !== ready.digest || editionDigest !== ready.editionDigest) return 'again';
  judge(file, session, ready.arrivedAt, documentNumber, true);
  const id = randomUUID();
  const slot = await claimSlot(tx, quota, live.edition.parameters.zonesPerCity, id);
  // Whoever was first holds it by now: they are named.
  if (slot === undefined) throw new Refusal('slotTaken', detailOf('slotTaken', await loadCityFile(tx, plan), [], ready.arrivedAt));
  const letterDigest = await keepFile(tx, 'application/pdf', ready.letter.bytes);
  const { arrivedAt: madeAt } = ready;
  const { n } = version;
  await insertLiveRecommendation(tx, {
    id,
    planId: plan.id,
    n,
    cityId: plan.cityId,
    documentNumber,
    letterDigest,
    letterPages: ready.letter.pages,
    madeBy: session.person,
    madeAt,
  });
  await setPlanState(tx, plan.id, planStep(file, 'recommend', 'sys'));
  await beginIntake(tx, plan.id, ready.arrivedAt);
  await tellRecommended(tx, file, session);
  return {
    reply: { number: plan.number, version: n, documentNumber, madeAt },
    subject: plan.number,
    detail: { event: 'recommend', version: n, slot, documentNumber, letter: letterDigest },
  };
}

/** Refuses what may not be recommended, and says why: which zone has the slot, what is open, who must act. */
function judge(file: CityFile, session: Session, arrivedAt: string, documentNumber: string, slot: boolean): void {
  const { check, opinions, live, recommendBy } = file;
  const signed = opinions.map((opinion) => opinion.signedBy);
  // The slot and the opinions have refusals of their own, which say more than an open problem would.
  const open = recommendProblems(file, arrivedAt).filter((problem) => !isSettled(problem) && !isJudgedHere(problem));
  const passed = check?.state === 'passed';
  const facts: RecommendationFacts = {
    by: ['city'],
    arrivedAt: Date.parse(arrivedAt),
    deadline: Date.parse(recommendBy),
    slot,
    passed,
    opinionsSigned: opinions.length === 2,
    openProblems: open.length,
    signedOff: isSignedOff(live.edition.parameters.recommendPersons, { passed: check?.concludedBy ?? null, signed, recommends: session.person }),
    documentNumber,
  };
  const decision = decideRecommendation('new', 'recommend', facts);
  if (!decision.done) throw new Refusal(decision.code, detailOf(decision.code, file, open, arrivedAt));
}

function isJudgedHere(problem: Problem): boolean {
  return problem.rule === 'R03' || problem.rule === 'R04' || (problem.rule === 'R08' && problem.path === '');
}

function isSlotLeft({ holders, live }: CityFile): boolean {
  return holders.length < live.edition.parameters.zonesPerCity;
}

function detailOf(
  code: Refusal['code'],
  { holders, opinions, recommendBy }: CityFile,
  open: readonly Problem[],
  arrivedAt: string,
): Readonly<Record<string, unknown>> {
  if (code === 'slotTaken') return { zones: holders.map((holder) => holder.zone) };
  if (code === 'problemsOpen') return { problems: open };
  if (code === 'opinionsMissing') return { missing: (['plan', 'form'] as const).filter((kind) => !opinions.some((opinion) => opinion.kind === kind)) };
  return code === 'tooLate' ? { recommendBy, arrivedAt } : {};
}

async function beginIntake(tx: Tx, planId: string, at: string): Promise<void> {
  const standing = await findIntakeStanding(tx, planId);
  const decision = decideIntake(standing?.state ?? 'new', 'begin', { by: ['sys'], arrivedAt: Date.parse(at), deadline: 0 });
  if (!decision.done) throw new Refusal(decision.code);
  await awaitPaper(tx, planId);
}

/** The zone and its companies, the intake centre and the province hear of it. */
async function tellRecommended(tx: Tx, { plan, live }: CityFile, session: Session): Promise<void> {
  const notice = { kind: 'plan.recommended', params: { city: session.organisationName, zone: live.zone.name, number: plan.number } } as const;
  await tellOrganisation(tx, plan.zoneId, { ...notice, link: papersLink(plan.id) });
  for (const { organisationId, projectId } of await listOwners(tx, plan.id))
    await tellOrganisation(tx, organisationId, { ...notice, link: proposalLink(projectId) });
  for (const [kind, link] of [
    ['intake', intakeLink(plan.id)],
    ['province', intakeResultLink(plan.id)],
  ] as const) {
    for (const organisation of await listOfKind(tx, kind)) await tellOrganisation(tx, organisation, { ...notice, link });
  }
}
