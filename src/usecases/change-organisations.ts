import { appendAudit } from '#db/audit.ts';
import { digestOf } from '#db/files.ts';
import { forgetContact, insertName, keepContact, setOrganisationState } from '#db/organisation-changes.ts';
import { findOrganisation, insertOrganisation, type OrganisationRow } from '#db/organisations.ts';
import { listPeople, movePeople } from '#db/people.ts';
import type { Tx } from '#db/pool.ts';
import { endSessions } from '#db/sessions.ts';
import { countTry } from '#db/sign-in-tries.ts';
import type { Act } from '#domain/access/acts.ts';
import { keptKinds } from '#domain/access/keeping.ts';
import { relationsOf, type OrganisationKind } from '#domain/access/relations.ts';
import { decideOrganisation, type OrganisationEvent, type OrganisationState, type OrganisationWho } from '#domain/filing/lifecycle/organisation.ts';
import { checkCreditCode, isPhone } from '#domain/values/identifiers.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { mergePapers } from './merge-papers.ts';
import { tellOrganisation } from './notify.ts';
import { authoriseOrganisation, organisationSubject } from './organisations.ts';
import type { Session } from './session.ts';
import { orTaken } from './taken.ts';

/** Places that one address may ask for within an hour. */
const requestLimit = { most: 20, seconds: 3600, after: 'first' } as const;

export interface RequestedPlace {
  readonly kind: 'company' | 'institute';
  readonly name: string;
  readonly uscc: string;
  /** The person looked at a credit code whose check digit fails: some legal old codes do. */
  readonly confirmed: boolean;
  readonly keeper: string;
  readonly contact: string;
  readonly phone: string;
}

/** A company registers itself; whoever keeps its place decides. Asked for twice, the same request answers alike. */
export async function requestOrganisation(deps: Deps, asked: RequestedPlace, headers: Headers): Promise<{ done: true }> {
  const name = asked.name.trim();
  refuseBadCode(asked.uscc, asked.confirmed);
  if (!isPhone(asked.phone.trim())) throw new Refusal('badRequest', { at: ['phone'] });
  const from = `request:${digestOf(Buffer.from(headers.get('x-real-ip') ?? ''))}`;
  if ((await countTry(deps.db, from, requestLimit)).count > requestLimit.most) throw new Refusal('tooManyAttempts', { seconds: requestLimit.seconds });
  await orTaken(
    deps.db.transaction().execute(async (tx) => {
      // Held, so that the same request sent twice at once finds itself waiting.
      const keeper = await findOrganisation(tx, asked.keeper, 'update');
      if (keeper?.state !== 'active' || !keptKinds[keeper.kind].includes(asked.kind)) throw new Refusal('badRequest', { at: ['keeper'] });
      const waiting = await tx
        .selectFrom('organisation')
        .select(['id', 'name'])
        .where('uscc', '=', asked.uscc)
        .where('state', '=', 'requested')
        .executeTakeFirst();
      if (waiting?.name === name) return;
      const place = { kind: asked.kind, name, uscc: asked.uscc, cityCode: keeper.cityCode, keeperId: keeper.id };
      const { to } = decide('new', 'request', ['public']);
      const organisationId = await insertOrganisation(tx, { ...place, state: to });
      await keepContact(tx, { organisationId, name: asked.contact.trim(), phone: deps.seal.close(asked.phone.trim()) });
      await tellOrganisation(
        tx,
        keeper.id,
        { kind: 'organisation.requested', link: `/people/${organisationId}`, params: { company: name } },
        { right: 'submit' },
      );
      await appendAudit(tx, { actor: 'public', command: 'organisation.request', subject: name, detail: { event: 'request' } });
    }),
  );
  return { done: true };
}

export interface NewPlace {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly uscc: string | null;
  readonly confirmed: boolean;
  readonly cityCode: string | null;
}

/** Whoever keeps a place makes it, active at once. */
export function addOrganisation(deps: Deps, asker: Session | null, key: string, place: NewPlace): Promise<{ id: string }> {
  const name = place.name.trim();
  return command(
    deps,
    { session: asker, key, act: 'organisation.add', says: { ...place } },
    atOnce(async (tx) => {
      const session = authorise(asker, 'organisation.add', { kind: 'organisations' });
      if (!keptKinds[session.kind].includes(place.kind)) throw new Refusal('badRequest', { at: ['kind'] });
      if (place.uscc !== null) refuseBadCode(place.uscc, place.confirmed);
      else if (place.kind === 'company') throw new Refusal('badRequest', { at: ['uscc'] });
      const { to } = decide('new', 'add', ['keeper']);
      const cityCode = place.cityCode ?? (await findOrganisation(tx, session.organisation))?.cityCode ?? null;
      const made = { kind: place.kind, name, uscc: place.uscc, cityCode, keeperId: session.organisation, state: to };
      const id = await orTaken(insertOrganisation(tx, made));
      return { reply: { id }, subject: name, detail: { event: 'add', kind: place.kind } };
    }),
  );
}

type Plain = 'activate' | 'suspend' | 'resume' | 'close';

/** Activates, suspends, resumes or closes an organisation. Suspending and closing end every session of its people at once. */
export function changeOrganisation(deps: Deps, asker: Session | null, key: string, id: string, event: Plain, reason = ''): Promise<{ done: true }> {
  return onOrganisation(deps, asker, key, id, event, { reason }, async (tx, organisation, to) => {
    await setOrganisationState(tx, organisation.id, to);
    if (to === 'closed') await forgetContact(tx, organisation.id);
  });
}

/** Gives it another name, a zone another level too; the former ones stay findable. */
export function renameOrganisation(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  given: { name: string; level: string | null; reason: string },
): Promise<{ done: true }> {
  const name = given.name.trim();
  return onOrganisation(deps, asker, key, id, 'rename', { ...given, name }, async (tx, organisation) => {
    await orTaken(insertName(tx, { organisationId: organisation.id, name, level: given.level, reason: given.reason }));
  });
}

/** Closes it and moves its people and what they are at work on into another one that the same keeper activated. */
export function mergeOrganisation(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  given: { into: string; reason: string },
): Promise<{ done: true }> {
  return onOrganisation(deps, asker, key, id, 'merge', given, async (tx, organisation, to, by) => {
    const into = await findOrganisation(tx, given.into, 'update');
    const fits = into?.state === 'active' && into.kind === organisation.kind && into.keeperId === organisation.keeperId && into.id !== organisation.id;
    if (into === undefined || !fits) throw new Refusal('badRequest', { at: ['into'] });
    await movePeople(tx, organisation.id, into.id);
    const moved = await mergePapers(tx, organisation.id, into.id, { reason: given.reason, by });
    await setOrganisationState(tx, organisation.id, to, into.id);
    return { name: organisation.name, moved };
  });
}

function onOrganisation(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  event: Plain | 'rename' | 'merge',
  says: { readonly reason: string } & Readonly<Record<string, string | null>>,
  /** Answers what the audit should say beyond the event; `by`: the person who does it. */
  change: (tx: Tx, organisation: OrganisationRow, to: OrganisationState, by: string) => Promise<JsonObject | void>,
): Promise<{ done: true }> {
  const act = `organisation.${event}` as const satisfies Act;
  return command(
    deps,
    { session: asker, key, act, says: { organisation: id, ...says } },
    atOnce(async (tx) => {
      const { session, organisation } = await authoriseOrganisation(tx, asker, act, id, 'update');
      const by = relationsOf(session, organisationSubject(organisation)).filter((one) => one === 'keeper' || one === 'security');
      const { to, effects } = decide(organisation.state, event, by, says.reason);
      const people = await listPeople(tx, organisation.id);
      const more = await change(tx, organisation, to, session.person);
      const ended = effects.includes('endSessions')
        ? await endSessions(
            tx,
            people.map((person) => person.id),
          )
        : 0;
      return { reply: { done: true }, subject: organisation.name, detail: { event, ...says, ended, ...more } };
    }),
  );
}

function decide(state: OrganisationState | 'new', event: OrganisationEvent, by: readonly OrganisationWho[], reason = '') {
  const decision = decideOrganisation(state, event, { by, reason });
  if (!decision.done) throw new Refusal(decision.code);
  return decision;
}

function refuseBadCode(uscc: string, confirmed: boolean): void {
  const verdict = checkCreditCode(uscc);
  if (verdict === 'malformed') throw new Refusal('badRequest', { at: ['uscc'] });
  if (verdict === 'unchecked' && !confirmed) throw new Refusal('badRequest', { at: ['uscc'], reason: 'checkDigit' });
}
