import { findContact } from '#db/organisation-changes.ts';
import { listKeepers, listNames, listOrganisations, type NameRow, type OrganisationListRow } from '#db/organisation-list.ts';
import type { OrganisationRow } from '#db/organisations.ts';
import { findOrganisation } from '#db/organisations.ts';
import { listPeople, type PersonRow } from '#db/people.ts';
import type { Db } from '#db/pool.ts';
import { type Act, acts } from '#domain/access/acts.ts';
import { may } from '#domain/access/may.ts';
import type { OrganisationSubject } from '#domain/access/relations.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import type { Deps } from './deps.ts';
import { lockedNames } from './lock.ts';
import type { Session } from './session.ts';
import { masked } from './masked.ts';

export function organisationSubject({ id, keeperId, state }: Pick<OrganisationRow, 'id' | 'keeperId' | 'state'>): OrganisationSubject {
  return { kind: 'organisation', id, keeper: keeperId, state };
}

/** Refuses what the access table does not allow with this organisation; hidden and absent answer alike. */
export async function authoriseOrganisation(
  db: Db,
  asker: Session | null,
  act: Act,
  id: string,
  hold?: 'update',
): Promise<{ readonly session: Session; readonly organisation: OrganisationRow }> {
  if (asker === null) throw new Refusal('notSignedIn');
  const organisation = await findOrganisation(db, id, hold);
  if (organisation === undefined) throw new Refusal('notFound');
  return { session: authorise(asker, act, organisationSubject(organisation)), organisation };
}

/** Those that this person's organisation activated; all of them for an administrator of accounts. */
export async function listKept(deps: Deps, asker: Session | null, search: string): Promise<readonly OrganisationListRow[]> {
  const session = authorise(asker, 'organisation.list', { kind: 'organisations' });
  return listOrganisations(deps.db, session.adminRole === 'security' ? null : session.organisation, search.trim());
}

/** Public: whom a company can ask for a place. */
export function listPlacesToAsk(deps: Deps): ReturnType<typeof listKeepers> {
  return listKeepers(deps.db);
}

export interface OrganisationFile {
  readonly id: string;
  readonly kind: OrganisationRow['kind'];
  readonly name: string;
  readonly uscc: string | null;
  readonly state: OrganisationRow['state'];
  readonly keeper: string | null;
  readonly mergedInto: string | null;
  readonly since: string;
  readonly names: readonly NameRow[];
  /** How to reach whoever asked for a place, the number masked; only for the keeper, until the first person has one. */
  readonly contact: { readonly name: string; readonly phone: string } | null;
  readonly people: readonly (PersonRow & { readonly lockedSeconds: number | null })[];
  /** What this person may do with it now, by act. */
  readonly may: readonly Act[];
}

const ofOrganisations = acts.filter((act) => act.startsWith('organisation.') || act.startsWith('person.'));

/** One organisation with its people; `own` is the asker's. */
export async function readOrganisation(deps: Deps, asker: Session | null, id: string): Promise<OrganisationFile> {
  const wanted = id === 'own' ? (asker?.organisation ?? id) : id;
  const { session, organisation } = await authoriseOrganisation(deps.db, asker, 'organisation.read', wanted);
  const { kind, name, uscc, state, keeperId, mergedInto, createdAt } = organisation;
  const [names, people, keeper, into, contact] = await Promise.all([
    listNames(deps.db, organisation.id),
    listPeople(deps.db, organisation.id),
    keeperId === null ? undefined : findOrganisation(deps.db, keeperId),
    mergedInto === null ? undefined : findOrganisation(deps.db, mergedInto),
    keeperId === session.organisation ? findContact(deps.db, organisation.id) : undefined,
  ]);
  const locked = await lockedNames(
    deps.db,
    people.map((person) => person.username),
  );
  return {
    id: organisation.id,
    kind,
    name,
    uscc,
    state,
    since: createdAt,
    names,
    keeper: keeper?.name ?? null,
    mergedInto: into?.name ?? null,
    contact: contact === undefined ? null : { name: contact.name, phone: masked(deps.seal.open(contact.phone)) },
    people: people.map((person) => ({ ...person, lockedSeconds: locked.get(person.username) ?? null })),
    may: ofOrganisations.filter((act) => may(session, act, organisationSubject(organisation))),
  };
}
