import { findLiveAnswer } from '#db/answers.ts';
import { findOpenCall } from '#db/calls.ts';
import { now } from '#db/clock.ts';
import { lockZone } from '#db/plan-facts.ts';
import { nextNumber } from '#db/plans.ts';
import type { NamedSolicitation } from '#db/solicitations.ts';
import * as store from '#db/solicitations.ts';
import type { Act } from '#domain/access/acts.ts';
import { judge, may } from '#domain/access/may.ts';
import type { SolicitationSubject } from '#domain/access/relations.ts';
import { decideSolicitation } from '#domain/filing/lifecycle/solicitation.ts';
import { missingTerms, type SolicitationTerms } from '#domain/filing/solicitation-terms.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { solicitationLink } from './links.ts';
import { tellPeople } from './notify.ts';
import type { Session } from './session.ts';

/** What can be done to a solicitation. */
const doings = [
  'solicitation.edit',
  'solicitation.publish',
  'solicitation.close',
  'solicitation.invite',
  'solicitation.offer',
] as const satisfies readonly Act[];

/** What the access table judges a solicitation by. */
export function solicitationSubjectOf({ zoneId: zone, state }: Pick<NamedSolicitation, 'zoneId' | 'state'>): SolicitationSubject {
  return { kind: 'solicitation', zone, state, published: state !== 'draft' };
}

/** Hidden and absent answer alike. */
export function authoriseSolicitation(
  asker: Session | null,
  act: Act,
  solicitation: NamedSolicitation | undefined,
): { readonly session: Session; readonly solicitation: NamedSolicitation } {
  if (solicitation === undefined) throw new Refusal(asker === null ? 'notSignedIn' : 'notFound');
  return { session: authorise(asker, act, solicitationSubjectOf(solicitation)), solicitation };
}

/** A solicitation as it is shown. */
export function shownSolicitation(row: NamedSolicitation, asker: Session | null) {
  const { id, number, zone, zoneId, state, terms, publishedAt, closedAt } = row;
  return { id, number, zone, mine: asker?.organisation === zoneId, state, terms: { ...terms, industries: [...terms.industries] }, publishedAt, closedAt };
}

/** What is published under every call that is open, and to a zone its own drafts. */
export async function listSolicitations(deps: Deps, asker: Session | null) {
  const rows = await store.listSolicitations(deps.db, asker?.organisation ?? null);
  return rows.filter((row) => may(asker, 'solicitation.read', solicitationSubjectOf(row))).map((row) => shownSolicitation(row, asker));
}

/** One solicitation: anybody's once it is published. */
export async function readSolicitation(deps: Deps, asker: Session | null, id: string) {
  const row = await store.findSolicitation(deps.db, id);
  const answer = row === undefined ? 'hidden' : judge(asker, 'solicitation.read', solicitationSubjectOf(row));
  if (row === undefined || answer !== 'yes') throw new Refusal(asker === null ? 'notSignedIn' : 'notFound');
  const subject = solicitationSubjectOf(row);
  const own = asker?.kind === 'company' ? await findLiveAnswer(deps.db, id, asker.organisation) : undefined;
  return { ...shownSolicitation(row, asker), may: doings.filter((act) => may(asker, act, subject)), answer: own?.id ?? null };
}

/** Begins the zone's solicitation under the open call; answers with the one that is not closed yet where there is one. */
export function draftSolicitation(deps: Deps, asker: Session | null, key: string): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'solicitation.draft', says: {} },
    atOnce(async (tx) => {
      const session = authorise(asker, 'solicitation.draft', { kind: 'call' });
      const call = await findOpenCall(tx);
      if (call === undefined) throw new Refusal('notFound');
      await lockZone(tx, session.organisation);
      const standing = await store.findStandingSolicitation(tx, call.id, session.organisation);
      const subject = session.organisationName;
      if (standing !== undefined) return { reply: { id: standing.id }, subject: standing.number ?? subject, detail: { existed: true } };
      const decision = decideSolicitation('new', 'draft', { by: ['zone'] });
      if (!decision.done) throw new Refusal(decision.code);
      return { reply: { id: await store.insertSolicitation(tx, call.id, session.organisation) }, subject, detail: { event: 'draft' } };
    }),
  );
}

/** Writes the terms of a draft, all of them. */
export function saveSolicitation(deps: Deps, asker: Session | null, key: string, id: string, terms: SolicitationTerms): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'solicitation.edit', says: { solicitation: id, terms: { ...terms } } },
    atOnce(async (tx) => {
      const { solicitation } = authoriseSolicitation(asker, 'solicitation.edit', await store.findSolicitation(tx, id, 'update'));
      if (terms.until !== null && Number.isNaN(Date.parse(terms.until))) throw new Refusal('badRequest', { at: ['until'] });
      await store.setTerms(tx, id, terms);
      return { reply: { done: true }, subject: solicitation.zone, detail: {} };
    }),
  );
}

/** Publishes a complete draft: its terms are frozen, it has a number, and every company hears of it. */
export function publishSolicitation(deps: Deps, asker: Session | null, key: string, id: string): Promise<{ number: string }> {
  return command(
    deps,
    { session: asker, key, act: 'solicitation.publish', says: { solicitation: id } },
    atOnce(async (tx) => {
      const { solicitation } = authoriseSolicitation(asker, 'solicitation.publish', await store.findSolicitation(tx, id, 'update'));
      const { terms, zone, state } = solicitation;
      const [missing, at] = [missingTerms(terms), await now(tx)];
      const decision = decideSolicitation(state, 'publish', { by: ['zone'], missing, now: Date.parse(at), until: Date.parse(terms.until ?? at) });
      if (!decision.done) throw new Refusal(decision.code, decision.code === 'badRequest' ? { missing } : { until: terms.until });
      const number = await nextNumber(tx, `ZJ${solicitation.callYear}`, 3);
      await store.setPublished(tx, id, number, at);
      await tellPeople(tx, await store.peopleOfCompanies(tx), { kind: 'solicitation.published', params: { zone, number }, link: solicitationLink(id) });
      return { reply: { number }, subject: number, detail: { event: 'publish', terms: { ...terms } } };
    }),
  );
}

/** Stops new offers; those that were made are still decided. */
export function closeSolicitation(deps: Deps, asker: Session | null, key: string, id: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'solicitation.close', says: { solicitation: id } },
    atOnce(async (tx) => {
      const { solicitation } = authoriseSolicitation(asker, 'solicitation.close', await store.findSolicitation(tx, id, 'update'));
      const decision = decideSolicitation(solicitation.state, 'close', { by: ['zone'] });
      if (!decision.done) throw new Refusal(decision.code);
      await store.setClosed(tx, id, await now(tx));
      return { reply: { done: true }, subject: solicitation.number ?? solicitation.zone, detail: { event: 'close' } };
    }),
  );
}
