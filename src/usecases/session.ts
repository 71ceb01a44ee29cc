import type { Actor } from '#domain/access/relations.ts';
import { listMemberships } from '#db/organisations.ts';
import type { Deps } from './deps.ts';

/** Who is signed in, with the names that screens show. */
export interface Session extends Actor {
  readonly username: string;
  readonly name: string;
  readonly organisationName: string;
}

/** The person behind a request's cookie in the organisation they speak for; null where nobody is signed in. */
export async function readSession(deps: Deps, headers: Headers): Promise<Session | null> {
  if (!headers.has('cookie')) return null;
  const found = await deps.accounts.api.getSession({ headers });
  return found === null ? null : sessionOf(deps, found.user.id);
}

/** The session of a person, by account; null for an account without a place in any organisation. */
export async function sessionOf(deps: Deps, userId: string): Promise<Session | null> {
  const [place] = await listMemberships(deps.db, userId);
  if (place === undefined) return null;
  return {
    person: place.userId,
    organisation: place.organisationId,
    kind: place.kind,
    rights: { write: place.canWrite, submit: place.canSubmit },
    username: place.username ?? '',
    name: place.name,
    organisationName: place.organisation,
  };
}
