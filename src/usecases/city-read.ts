import { lastChecked, listNotes, listNoteThreads, listOpinions } from '#db/city-checks.ts';
import { now } from '#db/clock.ts';
import { namesOf } from '#db/organisations.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { findIntakeStanding, listRecommendations } from '#db/plan-recommendations.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { acts } from '#domain/access/acts.ts';
import { may } from '#domain/access/may.ts';
import { authorisePlan, subjectOf } from './authorise.ts';
import { exceptionsOf, loadCityFile, recommendProblems } from './city-file.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

const kinds = ['plan', 'form'] as const;

/** A submitted plan with everything that its city's bureau has done to it and may do now. */
export async function readCityCheck(deps: Deps, asker: Session | null, planId: string) {
  const { db } = deps;
  const { plan, session } = authorisePlan(asker, 'city.read', await findPlanFacts(db, planId));
  const file = await loadCityFile(db, plan);
  const { live, version, check, holders, recommendBy } = file;
  const before = await lastChecked(db, plan.id, version.n);
  const notes = check === undefined ? [] : await listNotes(db, check.id);
  const threads = await listNoteThreads(db, plan.id);
  const given = await listRecommendations(db, plan.id);
  const opinions = await listOpinions(db, plan.id, version.n);
  const intake = await findIntakeStanding(db, plan.id);
  const names = await namesOf(db, [
    ...[check?.openedBy, check?.concludedBy].flatMap((id) => id ?? []),
    ...notes.map((note) => note.byPerson),
    ...opinions.map((opinion) => opinion.signedBy),
    ...given.flatMap((one) => [one.madeBy, ...(one.withdrawnBy === null ? [] : [one.withdrawnBy])]),
  ]);
  const nameOf = (id: string | null | undefined): string => (id == null ? '' : (names.get(id) ?? ''));
  const documents = await listVersionDocuments(db, plan.id, version.n);
  return {
    plan: { id: plan.id, number: plan.number, zone: live.zone.name, state: plan.state, edition: plan.editionDigest },
    version: {
      n: version.n,
      filedAt: version.filedAt,
      digest: version.contentDigest,
      pages: { form: version.pages, ...Object.fromEntries(documents.map(({ kind, pages }) => [kind, pages])) },
    },
    before,
    recommendBy,
    may: acts.filter((act) => may(session, act, subjectOf(plan))),
    check:
      check === undefined
        ? null
        : {
            state: check.state,
            openedBy: nameOf(check.openedBy),
            openedAt: check.openedAt,
            concludedBy: check.concludedBy === null ? null : nameOf(check.concludedBy),
            concludedAt: check.concludedAt,
            mine: check.concludedBy === session.person,
            reason: check.reason,
          },
    notes: notes.map(({ id, document, block, path, body, byPerson, at }) => ({
      id,
      document,
      block,
      path,
      text: body,
      by: nameOf(byPerson),
      at,
      mine: byPerson === session.person,
    })),
    threads: threads.map((thread) => ({ ...thread, entries: [...thread.entries] })),
    opinions: kinds.map((kind) => {
      const signed = opinions.find((opinion) => opinion.kind === kind);
      const { title, statements } = live.edition.opinions[kind];
      return { kind, title, statements: [...(signed?.statements ?? statements)], by: signed ? nameOf(signed.signedBy) : null, at: signed?.signedAt ?? null };
    }),
    problems: [...recommendProblems(file, await now(db))],
    exceptions: [...exceptionsOf(file)],
    quota: {
      limit: live.edition.parameters.zonesPerCity,
      persons: live.edition.parameters.recommendPersons,
      holders: holders.map(({ planId: id, zone }) => ({ plan: id, zone })),
    },
    recommendations: given.map((one) => ({
      n: one.n,
      state: one.state,
      documentNumber: one.documentNumber,
      pages: one.letterPages,
      by: nameOf(one.madeBy),
      at: one.madeAt,
      withdrawnBy: one.withdrawnBy === null ? null : nameOf(one.withdrawnBy),
      withdrawnAt: one.withdrawnAt,
      reason: one.reason,
    })),
    intake: intake ?? null,
  };
}
