import { APIError } from 'better-auth/api';
import { findAccount, setPassword } from '#db/accounts.ts';
import { appendAudit } from '#db/audit.ts';
import { removeSecondFactor, takeCode } from '#db/second-factor.ts';
import { endSession, endSessions, listSessions } from '#db/sessions.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { hashPassword, isPassword, secretDigest } from './accounts.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import { throwIfAway } from './ask-accounts.ts';
import type { Deps } from './deps.ts';
import { lockKey, refuseLocked, unlock } from './lock.ts';
import { oneByOne } from './one-by-one.ts';
import { codeDigest } from './open-session.ts';
import type { Must, Session } from './session.ts';
import { needsSecondFactor } from './session.ts';

const own = { kind: 'own' } as const;
const fewestCharacters = 10;

export interface OwnAccount {
  readonly username: string;
  readonly name: string;
  readonly organisation: string;
  readonly must: Must | null;
  /** `off`: this installation is a demonstration and asks for none. */
  readonly secondFactor: 'off' | 'set' | 'unset';
  readonly obliged: boolean;
}

export async function readOwnAccount(deps: Deps, asker: Session | null): Promise<OwnAccount> {
  const session = authorise(asker, 'account.read', own);
  const account = await findAccount(deps.db, session.person);
  const { username, name, organisationName: organisation, must } = session;
  const secondFactor = !deps.secondFactor && deps.demo ? 'off' : account?.secondFactor === true ? 'set' : 'unset';
  return { username, name, organisation, must, secondFactor, obliged: needsSecondFactor(deps, session.kind) };
}

/** Replaces the password; every other session of this person ends. */
export function changePassword(deps: Deps, asker: Session | null, key: string, given: { current: string; next: string }): Promise<{ done: true }> {
  const session = authorise(asker, 'account.password', own);
  return command(
    deps,
    { session, key, act: 'account.password', says: { secret: secretDigest(deps.accounts, given.current, given.next) } },
    {
      prepare: async () => {
        await provePassword(deps, session, given.current);
        refuseUnfit(session, given);
        return hashPassword(given.next);
      },
      within: async (tx, hash) => {
        await setPassword(tx, session.person, hash, false);
        const ended = await endSessions(tx, [session.person], session.id ?? null);
        return { reply: { done: true }, subject: session.username, detail: { event: 'changePassword', ended } };
      },
    },
  );
}

/** Wrong passwords count towards the lock here too: a borrowed window must not be a place to guess in. */
async function provePassword(deps: Deps, session: Session, password: string): Promise<void> {
  await oneByOne(lockKey(session.username), async () => {
    await refuseLocked(deps.db, session.username);
    const account = await findAccount(deps.db, session.person);
    if (account === undefined || !(await isPassword(account.hash, password))) throw new Refusal('wrongCredentials');
    await unlock(deps.db, session.username);
  });
}

function refuseUnfit(session: Session, { current, next }: { current: string; next: string }): void {
  if ([...next].length < fewestCharacters) throw new Refusal('unfitPassword', { reason: 'short' });
  if (next === current) throw new Refusal('unfitPassword', { reason: 'same' });
  if (next.toLowerCase().includes(session.username)) throw new Refusal('unfitPassword', { reason: 'username' });
}

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly since: string;
  readonly seenAt: string;
  /** The browser that asks. */
  readonly current: boolean;
}

export async function listOwnSessions(deps: Deps, asker: Session | null): Promise<OwnSession[]> {
  const session = authorise(asker, 'account.sessions', own);
  const rows = await listSessions(deps.db, session.person);
  return rows.map(({ id, userAgent, address, since, seenAt }) => ({
    id,
    device: userAgent ?? '',
    address: address ?? '',
    since,
    seenAt,
    current: id === session.id,
  }));
}

/** Ends one of one's own sessions, by id; `others`: all but the one that asks. */
export function revokeSessions(deps: Deps, asker: Session | null, key: string, which: string): Promise<{ done: true }> {
  const session = authorise(asker, 'account.sessions', own);
  return command(
    deps,
    { session, key, act: 'account.sessions', says: { which } },
    atOnce(async (tx) => {
      const ended = which === 'others' ? await endSessions(tx, [session.person], session.id ?? null) : Number(await endSession(tx, session.person, which));
      if (which !== 'others' && ended === 0) throw new Refusal('notFound');
      return { reply: { done: true }, subject: session.username, detail: { event: 'revoke', ended } };
    }),
  );
}

/** Begins a second factor: what the person's device is to scan, and spare codes. Counts for nothing until it was confirmed by a code. */
export async function beginSecondFactor(deps: Deps, asker: Session | null, password: string, headers: Headers): Promise<{ uri: string; spareCodes: string[] }> {
  const session = authorise(asker, 'account.secondFactor', own);
  refuseInDemo(deps);
  await provePassword(deps, session, password);
  try {
    const begun = await deps.accounts.api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
    if (!('totpURI' in begun)) throw new Refusal('wrongState');
    await audit(deps, session, 'beginSecondFactor');
    // The device shows the user name, not the address that nobody has.
    return { uri: begun.totpURI.replaceAll(/(%40|@)jiqun\.invalid/gi, ''), spareCodes: begun.backupCodes };
  } catch (error) {
    // It is set up and confirmed already.
    await throwIfAway(deps.db, error);
    if (error instanceof APIError && error.statusCode < 500) throw new Refusal('wrongState');
    throw error;
  }
}

/** Confirms it by a first code; answers the cookies of the session that goes on. Other sessions end: they were opened without it. */
export async function confirmSecondFactor(deps: Deps, asker: Session | null, given: string, headers: Headers): Promise<readonly string[]> {
  const session = authorise(asker, 'account.secondFactor', own);
  refuseInDemo(deps);
  const code = given.replaceAll(/\s/g, '');
  await refuseLocked(deps.db, session.username);
  if (!(await takeCode(deps.db, session.person, codeDigest(code)))) throw new Refusal('wrongCode');
  try {
    const confirmed = await deps.accounts.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
    await unlock(deps.db, session.username);
    await audit(deps, session, 'confirmSecondFactor');
    return confirmed.headers.getSetCookie();
  } catch (error) {
    await throwIfAway(deps.db, error);
    if (error instanceof APIError && error.statusCode < 500) throw new Refusal('wrongCode');
    throw error;
  }
}

/** Takes one's own second factor away, where it is not obliged. */
export function dropSecondFactor(deps: Deps, asker: Session | null, key: string, password: string): Promise<{ done: true }> {
  const session = authorise(asker, 'account.secondFactor', own);
  return command(
    deps,
    { session, key, act: 'account.secondFactor', says: { event: 'drop', secret: secretDigest(deps.accounts, password) } },
    {
      prepare: () => provePassword(deps, session, password),
      within: async (tx) => {
        if (needsSecondFactor(deps, session.kind)) throw new Refusal('wrongState');
        await removeSecondFactor(tx, session.person);
        return { reply: { done: true }, subject: session.username, detail: { event: 'dropSecondFactor' } };
      },
    },
  );
}

function refuseInDemo(deps: Deps): void {
  if (deps.demo && !deps.secondFactor) throw new Refusal('wrongState');
}

function audit(deps: Deps, session: Session, event: string): Promise<void> {
  const row = { actor: session.person, organisationId: session.organisation, command: 'account.secondFactor', subject: session.username, detail: { event } };
  return deps.db.transaction().execute((tx) => appendAudit(tx, row));
}
