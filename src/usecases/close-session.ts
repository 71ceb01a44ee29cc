import { appendAudit } from '#db/audit.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Ends the session; answers with the cookies that clear the browser's. Without one there is nothing to do. */
export async function closeSession(deps: Deps, session: Session | null, headers: Headers): Promise<readonly string[]> {
  const closed = await deps.accounts.api.signOut({ headers, returnHeaders: true });
  if (session !== null) {
    await deps.db
      .transaction()
      .execute((tx) => appendAudit(tx, { actor: session.person, organisationId: session.organisation, command: 'session.close', subject: session.username }));
  }
  return closed.headers.getSetCookie();
}
