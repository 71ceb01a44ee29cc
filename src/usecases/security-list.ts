import { type AccountRow, type FailedTryRow, listAccounts, listFailedTries, listOpenSessions, type OpenSessionRow } from '#db/security-list.ts';
import { authorise } from './authorise.ts';
import type { Deps } from './deps.ts';
import { lockedNames } from './lock.ts';
import type { Session } from './session.ts';

const listed = 100;

export interface SecurityList {
  readonly locked: readonly (AccountRow & { readonly seconds: number })[];
  readonly tries: readonly FailedTryRow[];
  readonly sessions: readonly OpenSessionRow[];
}

/** Names that are locked, sign-ins that failed, and who is signed in: for the administrator of accounts. */
export async function readSecurity(deps: Deps, asker: Session | null): Promise<SecurityList> {
  authorise(asker, 'security.read', { kind: 'organisations' });
  const accounts = await listAccounts(deps.db);
  const locked = await lockedNames(
    deps.db,
    accounts.map((account) => account.username),
  );
  return {
    locked: accounts.flatMap((account) => {
      const seconds = locked.get(account.username);
      return seconds === undefined ? [] : [{ ...account, seconds }];
    }),
    tries: await listFailedTries(deps.db, listed),
    sessions: await listOpenSessions(deps.db, listed),
  };
}
