import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { appendAudit } from '#db/audit.ts';
import { countTry, forgetTries, uncountTry } from '#db/sign-in-tries.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from './deps.ts';
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

/** Signs in with user name and password. A wrong name and a wrong password answer alike. */
export async function openSession(deps: Deps, given: { readonly username: string; readonly password: string }, headers: Headers): Promise<Opened> {
  const address = headers.get('x-real-ip') ?? '';
  const [ofName, ofAddress] = [tryName(address, given.username), tryName(address)];
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

async function signIn(
  deps: Deps,
  body: { readonly username: string; readonly password: string },
  headers: Headers,
): Promise<{ user: string; cookies: readonly string[] }> {
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
  return `sign-in:${createHash('sm3').update(`${address}\n${username.toLowerCase()}`).digest('hex')}`;
}
