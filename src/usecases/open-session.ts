import { APIError } from 'better-auth/api';
import { type AccountRow, findAccount, findAccountByName } from '#db/accounts.ts';
import { appendAudit } from '#db/audit.ts';
import { digestOf } from '#db/files.ts';
import { findPendingUser, takeCode } from '#db/second-factor.ts';
import { endSessions } from '#db/sessions.ts';
import type { Limit } from '#db/sign-in-tries.ts';
import { countTry, uncountTry } from '#db/sign-in-tries.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { throwIfAway } from './ask-accounts.ts';
import type { Deps } from './deps.ts';
import { lockKey, refuseLocked, unlock } from './lock.ts';
import { oneByOne } from './one-by-one.ts';
import type { Session } from './session.ts';
import { sessionOf } from './session.ts';

/** Wrong tries that one address has for all names together: somebody who tries one password for many names is held back too. */
const addressLimit: Limit = { most: 60, seconds: 60, after: 'first' };

export interface Opened {
  /** Null while the second factor is wanted: until then there is no session. */
  readonly session: Session | null;
  /** Set-Cookie values to pass on as they are. */
  readonly cookies: readonly string[];
}

interface Given {
  readonly username: string;
  readonly password: string;
}

/**
 * Signs in with user name and password. A wrong name and a wrong password answer alike, and lock alike. Tries for one name wait for each
 * other: a person with many windows is never held back for right passwords that are still being looked at.
 */
export async function openSession(deps: Deps, given: Given, headers: Headers): Promise<Opened> {
  return oneByOne(lockKey(given.username), () => tryPassword(deps, given, headers));
}

async function tryPassword(deps: Deps, given: Given, headers: Headers): Promise<Opened> {
  const fromAddress = `sign-in:${digestOf(Buffer.from(`address\n${addressOf(headers)}`))}`;
  if ((await countTry(deps.db, fromAddress, addressLimit)).count > addressLimit.most) throw new Refusal('tooManyAttempts', { seconds: addressLimit.seconds });
  const { last } = await refuseLocked(deps.db, given.username);
  const account = await findAccountByName(deps.db, given.username);
  try {
    const signed = await deps.accounts.api.signInUsername({ body: { ...given }, headers, returnHeaders: true });
    await uncountTry(deps.db, fromAddress);
    const cookies = signed.headers.getSetCookie();
    if (account !== undefined && signed.response !== null && 'user' in signed.response) return { session: await enter(deps, account, headers), cookies };
    // The password was right, and is no wrong try; earlier ones are forgotten only when the code was right too.
    await uncountTry(deps.db, lockKey(given.username));
    return { session: null, cookies };
  } catch (error) {
    await throwIfAway(deps.db, error);
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    await auditRefused(deps, account, headers, 'wrongCredentials', last);
    throw new Refusal('wrongCredentials');
  }
}

/** Completes a sign-in by a code of the person's device, or by one of the spare codes. A code works once. */
export async function giveSecondFactor(deps: Deps, code: string, headers: Headers): Promise<Opened & { readonly session: Session }> {
  const user = await findPendingUser(deps.db, headers.get('cookie') ?? '');
  const account = user === undefined ? undefined : await findAccount(deps.db, user);
  if (account === undefined) throw new Refusal('wrongCode', { expired: true });
  return oneByOne(lockKey(account.username), async () => {
    const { last } = await refuseLocked(deps.db, account.username);
    const cookies = await tryCode(deps, account, code, headers);
    if (cookies !== undefined) return { session: await enter(deps, account, headers), cookies };
    await auditRefused(deps, account, headers, 'wrongCode', last);
    throw new Refusal('wrongCode');
  });
}

/** The cookies of the session that a right code opens; undefined for a wrong or used one. */
async function tryCode(deps: Deps, account: AccountRow, given: string, headers: Headers): Promise<readonly string[] | undefined> {
  const code = given.replaceAll(/\s/g, '');
  const isSpare = !/^\d{6}$/.test(code);
  if (!isSpare && !(await takeCode(deps.db, account.userId, codeDigest(code)))) return undefined;
  const asked = { body: { code }, headers, returnHeaders: true } as const;
  try {
    const { headers: answered } = isSpare ? await deps.accounts.api.verifyBackupCode(asked) : await deps.accounts.api.verifyTOTP(asked);
    return answered.getSetCookie();
  } catch (error) {
    await throwIfAway(deps.db, error);
    if (error instanceof APIError && error.statusCode < 500) return undefined;
    throw error;
  }
}

export function codeDigest(code: string): string {
  return digestOf(Buffer.from(code));
}

/** Both factors were right. A suspended person hears so: only they know the password. */
async function enter(deps: Deps, account: AccountRow, headers: Headers): Promise<Session> {
  await unlock(deps.db, account.username);
  const session = await sessionOf(deps, account.userId);
  if (session === null) {
    await deps.db.transaction().execute((tx) => endSessions(tx, [account.userId]));
    await auditRefused(deps, account, headers, 'accountSuspended', false);
    throw new Refusal('accountSuspended');
  }
  await deps.db
    .transaction()
    .execute((tx) => appendAudit(tx, { actor: session.person, organisationId: session.organisation, command: 'session.open', subject: session.username }));
  return session;
}

/** Who tried is unknown, and what was typed is kept nowhere: only whose account it was, if anybody's, and from where. */
async function auditRefused(deps: Deps, account: AccountRow | undefined, headers: Headers, refused: RefusalCode, locks: boolean): Promise<void> {
  const row = { actor: 'public', subject: account?.username ?? 'absent' } as const;
  await deps.db.transaction().execute(async (tx) => {
    await appendAudit(tx, { ...row, command: 'session.open', detail: { refused, address: addressOf(headers) } });
    if (locks && account !== undefined) await appendAudit(tx, { ...row, command: 'account.lock' });
  });
}

function addressOf(headers: Headers): string {
  return headers.get('x-real-ip') ?? '';
}
