import { findListFacts } from '#db/official-lists.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { findVersion } from '#db/versions.ts';
import { listZoneStates, findRegistered } from '#db/zone-register.ts';
import { textFor } from '#domain/access/may.ts';
import { listKinds } from '#domain/programme/edition.ts';
import { plainName } from '#domain/register/list-rows.ts';
import { type Mark, markQuestions, marksOf } from '#domain/register/marks.ts';
import { authorisePlan, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { loadPlan } from './load-plan.ts';
import type { Session } from './session.ts';

/** What official lists say of a plan's answers, in the text that this person reads. */
export async function readMarks(deps: Deps, asker: Session | null, planId: string): Promise<Mark[]> {
  const { plan, session } = authorisePlan(asker, 'plan.marks', await findPlanFacts(deps.db, planId));
  const isLive = textFor(session, subjectOf(plan)) === 'live';
  const filed = isLive || plan.latest === null ? undefined : await findVersion(deps.db, plan.id, plan.latest);
  const content = filed?.content ?? (await loadPlan(deps.db, plan)).content;
  const edition = await pinnedEdition(deps.db, filed?.editionDigest ?? plan.editionDigest);
  const asked = markQuestions(edition, content);
  const areas = await areaNames(deps, content.zone);
  const facts = await Promise.all(listKinds.map(async (kind) => [kind, await findListFacts(deps.db, kind, areas, asked)] as const));
  return [...marksOf(edition, content, Object.fromEntries(facts.filter(([, found]) => found !== undefined)))];
}

/** Every name that the zone has had: a list may have been made before it was renamed. */
async function areaNames(deps: Deps, zone: string): Promise<readonly string[]> {
  const registered = await findRegistered(deps.db, zone);
  const states = registered === undefined ? [] : await listZoneStates(deps.db, registered.zone);
  return [...new Set([zone, ...states.map((state) => state.content.name)].flatMap((name) => [name, plainName(name)]))];
}
