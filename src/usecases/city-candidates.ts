import { findDeadlines, findOpenCall } from '#db/calls.ts';
import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { listCityPlans } from '#db/city-plans.ts';
import { listHolders } from '#db/quotas.ts';
import { findOrganisation } from '#db/organisations.ts';
import { candidateFigures } from '#domain/filing/candidate.ts';
import { may } from '#domain/access/may.ts';
import { isSettled } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise, subjectOf } from './authorise.ts';
import { exceptionsOf, loadCityFile, recommendProblems } from './city-file.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import type { Session } from './session.ts';

/** The zones of the city side by side: those that have submitted with their figures, those that have not by name only. */
export async function readCandidates(deps: Deps, asker: Session | null) {
  const { db } = deps;
  const session = authorise(asker, 'city.list', { kind: 'plans' });
  const [call, city] = [await findOpenCall(db), await findOrganisation(db, session.organisation)];
  if (call === undefined || city === undefined) throw new Refusal('notFound');
  const edition = await pinnedEdition(db, call.editionDigest);
  const at = await now(db);
  const rows = await listCityPlans(db, call.id, city.id, city.cityCode ?? '');
  const holders = await listHolders(db, { callId: call.id, kind: 'recommendation', scope: city.cityCode ?? '' });
  const candidates = [];
  for (const { planId, zone } of rows) {
    const plan = planId === null ? undefined : await findPlanFacts(db, planId);
    if (plan === undefined || !may(session, 'city.read', subjectOf(plan))) candidates.push({ zone, plan: null });
    else candidates.push({ zone, plan: await candidate(deps, plan, at) });
  }
  return {
    call: { id: call.id, title: call.title, year: call.year, edition: call.editionDigest },
    city: city.name,
    recommendBy: (await findDeadlines(db, call.id)).recommendBy,
    quota: {
      limit: edition.parameters.zonesPerCity,
      persons: edition.parameters.recommendPersons,
      holders: holders.map((holder) => ({ plan: holder.planId, zone: holder.zone })),
    },
    candidates,
  };
}

async function candidate({ db }: Deps, plan: NonNullable<Awaited<ReturnType<typeof findPlanFacts>>>, at: string) {
  const file = await loadCityFile(db, plan);
  const { live, version, check, opinions, recommendation } = file;
  // Opinions that are not signed yet, and a slot that another holds, are told beside the figures.
  const open = recommendProblems(file, at).filter(
    (problem) => !isSettled(problem) && problem.rule !== 'R03' && !(problem.rule === 'R08' && problem.path === ''),
  );
  return {
    id: plan.id,
    number: plan.number,
    state: plan.state,
    version: version.n,
    filedAt: version.filedAt,
    ...candidateFigures(live.edition, version.content),
    exceptions: exceptionsOf(file).length,
    problems: open.length,
    check: check?.state ?? null,
    opinions: opinions.length,
    recommended: recommendation !== undefined,
  };
}
