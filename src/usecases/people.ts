import { insertAccount, setAccountState, setPassword } from '#db/accounts.ts';
import { forgetContact } from '#db/organisation-changes.ts';
import { insertMembership, type OrganisationRow } from '#db/organisations.ts';
import { findMember, type PersonRow, setRights } from '#db/people.ts';
import type { Tx } from '#db/pool.ts';
import { removeSecondFactor } from '#db/second-factor.ts';
import { endSessions } from '#db/sessions.ts';
import { reassignTasks } from '#db/tasks.ts';
import type { Act } from '#domain/access/acts.ts';
import { type AdminRole, relationsOf, type Rights } from '#domain/access/relations.ts';
import { type AccountEvent, type AccountWho, decideAccount } from '#domain/filing/lifecycle/account.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { hashPassword, oneTimePassword } from './accounts.ts';
import { command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import { unlock } from './lock.ts';
import { tellPeople } from './notify.ts';
import { authoriseOrganisation, organisationSubject } from './organisations.ts';
import type { Session } from './session.ts';
import { orTaken } from './taken.ts';

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly rights: Rights;
  readonly adminRole: AdminRole | null;
}

export interface OneTime {
  readonly username: string;
  /** Shown now and never again: it is stored nowhere. */
  readonly password: string;
}

/** Gives somebody a place in the organisation, with a password that must be replaced at the first sign-in. */
export async function addPerson(deps: Deps, asker: Session | null, key: string, organisationId: string, person: NewPerson): Promise<OneTime> {
  const username = person.username.toLowerCase();
  const { rights, adminRole } = person;
  const password = passwordFor(deps, asker, key);
  const { rights: given, ...says } = person;
  await command(
    deps,
    { session: asker, key, act: 'person.add', says: { organisation: organisationId, ...says, ...given } },
    {
      prepare: () => hashPassword(password),
      within: async (tx, hash): Promise<Done<{ username: string }>> => {
        const { session, organisation } = await authoriseOrganisation(tx, asker, 'person.add', organisationId, 'update');
        decide('new', 'add', session, organisation, '');
        refuseWrongPlace(organisation, rights, adminRole);
        const userId = await orTaken(insertAccount(tx, { username, name: person.name.trim(), hash, mustChange: true }));
        const place = { userId, organisationId: organisation.id, adminRole };
        await insertMembership(tx, { ...place, canWrite: rights.write, canSubmit: rights.submit, canManage: rights.manage });
        await forgetContact(tx, organisation.id);
        return { reply: { username }, subject: username, detail: { event: 'add', organisation: organisation.name, ...rights, adminRole } };
      },
    },
  );
  return { username, password };
}

/** An administrator has one of the three tasks and no content; everybody else has content and no such task. */
function refuseWrongPlace(organisation: OrganisationRow, rights: Rights, adminRole: AdminRole | null): void {
  const anyRight = rights.write || rights.submit || rights.manage;
  if ((organisation.kind === 'admin') !== (adminRole !== null) || (adminRole !== null && anyRight)) throw new Refusal('badRequest', { at: ['adminRole'] });
}

export function changeRights(deps: Deps, asker: Session | null, key: string, at: Place, rights: Rights): Promise<{ done: true }> {
  return onPerson(deps, asker, key, at, 'person.rights', { ...rights }, async (tx, { organisation, person }) => {
    if (person.state === 'closed') throw new Refusal('wrongState');
    refuseWrongPlace(organisation, rights, person.adminRole);
    await setRights(tx, organisation.id, person.id, rights);
    await tellPeople(tx, [person.id], { kind: 'account.changed', link: '/account', params: { what: 'rights' } });
    return { event: 'rights' };
  });
}

/** Suspending ends every session of the person at once: their next request is nobody's. */
export function suspendPerson(deps: Deps, asker: Session | null, key: string, at: Place, reason: string): Promise<{ done: true }> {
  return onPerson(deps, asker, key, at, 'person.suspend', { reason }, async (tx, { session, organisation, person }) => {
    const { to } = decide(person.state, 'suspend', session, organisation, reason);
    await setAccountState(tx, person.id, to);
    return { event: 'suspend', ended: await endSessions(tx, [person.id]) };
  });
}

export function resumePerson(deps: Deps, asker: Session | null, key: string, at: Place): Promise<{ done: true }> {
  return onPerson(deps, asker, key, at, 'person.resume', {}, async (tx, { session, organisation, person }) => {
    const { to } = decide(person.state, 'resume', session, organisation, '');
    await setAccountState(tx, person.id, to);
    return { event: 'resume' };
  });
}

/** Ends a lock before its time. */
export function unlockPerson(deps: Deps, asker: Session | null, key: string, at: Place): Promise<{ done: true }> {
  return onPerson(deps, asker, key, at, 'person.unlock', {}, async (tx, { person }) => {
    await unlock(tx, person.username);
    return { event: 'unlock' };
  });
}

/** Gives a person a new one-time password, ends their sessions and their lock; where their device is lost too, takes the second factor away. */
export async function resetPassword(deps: Deps, asker: Session | null, key: string, at: Place, secondFactor: boolean): Promise<OneTime> {
  const password = passwordFor(deps, asker, key);
  const change: Change = async (tx, { person }, hash) => {
    if (person.state === 'closed') throw new Refusal('wrongState');
    await setPassword(tx, person.id, hash, true);
    if (secondFactor) await removeSecondFactor(tx, person.id);
    await unlock(tx, person.username);
    return { event: 'resetPassword', secondFactor, ended: await endSessions(tx, [person.id]) };
  };
  const { username } = await onPerson(deps, asker, key, at, 'person.resetPassword', { secondFactor }, change, () => hashPassword(password));
  return { username, password };
}

/** A person leaves: a colleague takes over what they may do and their open tasks, the account is closed, their name stays wherever it stands. */
export function handOver(deps: Deps, asker: Session | null, key: string, at: Place, given: { to: string; reason: string }): Promise<{ done: true }> {
  return onPerson(deps, asker, key, at, 'person.handOver', given, async (tx, { session, organisation, person }) => {
    const heir = given.to === person.id ? undefined : await findMember(tx, organisation.id, given.to);
    if (heir?.state !== 'active') throw new Refusal('badRequest', { at: ['to'] });
    const { to } = decide(person.state, 'handOver', session, organisation, given.reason);
    const rights = { write: person.write || heir.write, submit: person.submit || heir.submit, manage: person.manage || heir.manage };
    if (heir.adminRole === null) await setRights(tx, organisation.id, heir.id, rights);
    await setRights(tx, organisation.id, person.id, { write: false, submit: false, manage: false });
    await setAccountState(tx, person.id, to);
    const tasks = await reassignTasks(tx, person.id, heir.id);
    await tellPeople(tx, [heir.id], { kind: 'account.changed', link: '/account', params: { what: 'tookOver' } });
    return { event: 'handOver', heir: heir.username, tasks, ended: await endSessions(tx, [person.id]) };
  });
}

export interface Place {
  readonly organisation: string;
  /** User id. */
  readonly person: string;
}

interface Concerned {
  readonly session: Session;
  readonly organisation: OrganisationRow;
  readonly person: PersonRow;
}

/** Answers what the audit keeps beside what was asked. */
type Change = (tx: Tx, concerned: Concerned, hash: string) => Promise<JsonObject>;

type PersonAct = Extract<Act, `person.${string}`>;

async function onPerson(
  deps: Deps,
  asker: Session | null,
  key: string,
  at: Place,
  act: PersonAct,
  says: JsonObject,
  change: Change,
  prepare: () => Promise<string> = async () => '',
): Promise<{ done: true; username: string }> {
  return command(
    deps,
    { session: asker, key, act, says: { ...at, ...says } },
    {
      prepare,
      within: async (tx, hash): Promise<Done<{ done: true; username: string }>> => {
        const { session, organisation } = await authoriseOrganisation(tx, asker, act, at.organisation, 'update');
        const person = await findMember(tx, organisation.id, at.person);
        if (person === undefined) throw new Refusal('notFound');
        // Nobody does this to themselves: somebody who manages people is always left.
        if (person.id === session.person && act !== 'person.handOver') throw new Refusal('notAllowed', { reason: 'self' });
        const detail = await change(tx, { session, organisation, person }, hash);
        return { reply: { done: true, username: person.username }, subject: person.username, detail: { ...says, ...detail } };
      },
    },
  );
}

function decide(state: PersonRow['state'] | 'new', event: AccountEvent, session: Session, organisation: OrganisationRow, reason: string) {
  const by = relationsOf(session, organisationSubject(organisation)).filter(
    (one): one is AccountWho => one === 'member' || one === 'keeper' || one === 'security',
  );
  const decision = decideAccount(state, event, { by, reason });
  if (!decision.done) throw new Refusal(decision.code);
  return decision;
}

function passwordFor(deps: Deps, asker: Session | null, key: string): string {
  return oneTimePassword(deps.accounts, asker?.person ?? '', key);
}
