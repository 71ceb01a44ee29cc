import { findAccount } from '#db/accounts.ts';
import { listMemberships } from '#db/organisations.ts';
import type { Act } from '#domain/access/acts.ts';
import type { Actor, OrganisationKind } from '#domain/access/relations.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { askAccounts } from './ask-accounts.ts';
import type { Deps } from './deps.ts';

/** What a person must do before the session can be used for anything else. */
export type Must = 'changePassword' | 'setSecondFactor';

/** Who is signed in, with the names that screens show. */
export interface Session extends Actor {
  readonly username: string;
  readonly name: string;
  readonly organisationName: string;
  readonly must: Must | null;
  /** Id of the browser's session; absent where no browser asks. */
  readonly id?: string;
}

/** Kinds whose people hold what others must not see: a password alone does not let them in. */
const obliged: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>(['province', 'intake', 'expert']);

export function needsSecondFactor(deps: Deps, kind: OrganisationKind): boolean {
  return deps.secondFactor && obliged.has(kind);
}

/** The person behind a request's cookie in the organisation they speak for; null where nobody is signed in. */
export async function readSession(deps: Deps, headers: Headers): Promise<Session | null> {
  if (!headers.has('cookie')) return null;
  const found = await askAccounts(deps.db, () => deps.accounts.api.getSession({ headers }));
  if (found === null) return null;
  const session = await sessionOf(deps, found.user.id);
  return session === null ? null : { ...session, id: found.session.id };
}

/** The session of a person, by account; null for an account without a place that it may speak for now. */
export async function sessionOf(deps: Deps, userId: string): Promise<Session | null> {
  const [place] = await listMemberships(deps.db, userId);
  if (place === undefined) return null;
  return {
    person: place.userId,
    organisation: place.organisationId,
    kind: place.kind,
    rights: { write: place.canWrite, submit: place.canSubmit, manage: place.canManage },
    adminRole: place.adminRole,
    username: place.username ?? '',
    name: place.name,
    organisationName: place.organisation,
    must: await mustOf(deps, place),
  };
}

async function mustOf(deps: Deps, place: { readonly userId: string; readonly kind: OrganisationKind; readonly mustChange: boolean }): Promise<Must | null> {
  if (place.mustChange) return 'changePassword';
  if (!needsSecondFactor(deps, place.kind)) return null;
  return (await findAccount(deps.db, place.userId))?.secondFactor === true ? null : 'setSecondFactor';
}

const always: readonly Act[] = ['public.read', 'session.open', 'session.close', 'session.read', 'account.read'];
const toDo: Readonly<Record<Must, readonly Act[]>> = { changePassword: ['account.password'], setSecondFactor: ['account.password', 'account.secondFactor'] };

/** Refuses everything but what the person must do first. Asked for every request, whatever its route. */
export function refuseBeforeDuty(session: Session | null, act: Act): void {
  const must = session?.must ?? null;
  if (must === null || always.includes(act) || toDo[must].includes(act)) return;
  throw new Refusal(must === 'changePassword' ? 'mustChangePassword' : 'mustSetSecondFactor');
}
