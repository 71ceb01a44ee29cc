import { useQuery } from '@tanstack/react-query';
import { call } from '#web/api/call.ts';
import { clockQuery, meQuery, queryClient, type Person } from '#web/api/queries.ts';
import { expectSession } from '#web/api/sign-in-again.ts';

/** Who is signed in; null for a visitor, undefined until known. */
export function useMe(): Person | null | undefined {
  return useQuery(meQuery).data;
}

/** What another person saw must not flash up: everything but the public answers is forgotten. */
export function enterAs(person: Person): void {
  forgetPrivate();
  queryClient.setQueryData(meQuery.queryKey, person);
  expectSession(true);
}

/** How many drafts of this person lie on this computer that the server does not have. */
export async function countDrafts(username: string): Promise<number> {
  return (await draftKeys(username)).length;
}

/** Ends the session and wipes this person's drafts from this computer. */
export async function leave(username: string): Promise<void> {
  expectSession(false);
  await call('signOut', { askSignIn: false });
  const { browserShelf } = await import('#web/drafts/draft-store.ts');
  for (const key of await draftKeys(username)) await browserShelf.del(key);
  forgetPrivate();
  queryClient.setQueryData(meQuery.queryKey, null);
}

async function draftKeys(username: string): Promise<readonly string[]> {
  const { browserShelf } = await import('#web/drafts/draft-store.ts');
  const start = JSON.stringify(['draft', username]).slice(0, -1);
  return (await browserShelf.entries()).map(([key]) => String(key)).filter((key) => key.startsWith(`${start},`));
}

function forgetPrivate(): void {
  const open = new Set<unknown>([clockQuery.queryKey[0], 'call', 'edition', 'verify']);
  queryClient.removeQueries({ predicate: (query) => !open.has(query.queryKey[0]) && query.queryKey[0] !== 'me' });
}
