import { APIError } from 'better-auth/api';
import { appendAudit } from '#db/audit.ts';
import { digestOf } from '#db/files.ts';
import { countTry, forgetOldTries, forgetTries, uncountTry } from '#db/sign-in-tries.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from './deps.ts';
import { oneByOne } from './one-by-one.ts';
import type { Session } from './session.ts';
import { sessionOf } from './session.ts';

/** Wrong tries that one address has for one name, and for all names, within a minute. */
const triesOfName = 5;
const triesOfAddress = 60;
const windowSeconds = 60;

export interface Opened {
  readonly session: Session;
  /** Set-Cookie values to pass on as they are. */
  readonly cookies: readonly string[];
}

interface Given {
  readonly username: string;
  readonly password: string;
}

/**
 * Signs in with user name and password. A wrong name and a wrong password answer alike. Tries for one name from one address wait for each
 * other: a person with many windows is never held back for right passwords that are still being looked at.
 */
export async function openSession(deps: Deps, given: Given, headers: Headers): Promise<Opened> {
  const address = headers.get('x-real-ip') ?? '';
  const ofName = tryName(address, given.username);
  return oneByOne(ofName, () => tryOnce(deps, given, headers, ofName, tryName(address)));
}

async function tryOnce(deps: Deps, given: Given, headers: Headers, ofName: string, ofAddress: string): Promise<Opened> {
  await forgetOldTries(deps.db, windowSeconds);
  const tries = [await countTry(deps.db, ofName, windowSeconds), await countTry(deps.db, ofAddress, windowSeconds)] as const;
  if (tries[0] > triesOfName || tries[1] > triesOfAddress) throw new Refusal('tooManyAttempts', { seconds: windowSeconds });
  const { user, cookies } = await signIn(deps, given, headers);
  const session = await sessionOf(deps, user);
  if (session === null) throw new Refusal('wrongCredentials');
  await forgetTries(deps.db, ofName);
  await uncountTry(deps.db, ofAddress);
  await deps.db
    .transaction()
    .execute((tx) => appendAudit(tx, { actor: user, organisationId: session.organisation, command: 'session.open', subject: session.username }));
  return { session, cookies };
}

async function signIn(deps: Deps, body: Given, headers: Headers): Promise<{ user: string; cookies: readonly string[] }> {
  try {
    const signed = await deps.accounts.api.signInUsername({ body: { ...body }, headers, returnHeaders: true });
    return { user: signed.response.user.id, cookies: signed.headers.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw new Refusal('wrongCredentials');
    throw error;
  }
}

/** What is typed as a user name may be a password by mistake, so that only its digest is kept. */
function tryName(address: string, username = '*'): string {
  return `sign-in:${digestOf(Buffer.from(`${address}\n${username.toLowerCase()}`))}`;
}
