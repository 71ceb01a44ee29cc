import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import type { Problem } from '#domain/values/problem.ts';
import { call, type Reply } from './call.ts';
import { NetworkLoss, RefusalError } from './refusal-error.ts';
import { setServerClock } from './server-clock.ts';
import { expectSession, isSessionExpected } from './sign-in-again.ts';

export type Person = NonNullable<Reply<'me'>>;
export type PlanFile = Reply<'plan'>;
export type PlanRow = Reply<'plans'>[number];
export type VersionRow = Reply<'versions'>[number];
export type Receipt = Reply<'submit'>;
export type Call = Reply<'call'>;
export type BlockState = Reply<'saveBlock'>;

/**
 * Nothing waits in silence for the line to come back: a lost line is told at once, and a command that was pressed offline never
 * takes effect later by itself, when the person has long turned away from it.
 */
const networkMode = 'always';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode,
      // What is only read is asked for again by itself; call() has waited already as long as the server asked.
      retry: (count, error) => (error instanceof NetworkLoss || (error instanceof RefusalError && error.code === 'busy')) && count < 2,
      staleTime: 10_000,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode, retry: false },
  },
});

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  staleTime: 60_000,
  refetchInterval: 300_000,
  queryFn: async ({ signal }) => {
    const asked = Date.now();
    const reply = await call('clock', { signal });
    setServerClock(reply.now, asked, Date.now());
    return reply;
  },
});

/** The open call; null where none is open. */
export const callQuery = queryOptions({
  queryKey: ['call'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Call | null> => {
    try {
      return await call('call', { signal });
    } catch (error) {
      if (error instanceof RefusalError && error.code === 'notFound') return null;
      throw error;
    }
  },
});

/** Snapshots never change: fetched once. */
export function editionQuery(digest: string | undefined) {
  return queryOptions({
    queryKey: ['edition', digest],
    staleTime: Infinity,
    gcTime: Infinity,
    enabled: digest !== undefined,
    queryFn: async (): Promise<Edition> => asEdition(await call('edition', { params: { digest: digest ?? '' } })),
  });
}

/** The contract types a snapshot as JSON; the server froze it through the edition loader. */
function asEdition(snapshot: Json): Edition {
  if (!isSnapshot(snapshot)) throw new TypeError('not an edition snapshot');
  return snapshot;
}

function isSnapshot(value: unknown): value is Edition {
  return typeof value === 'object' && value !== null && 'forms' in value && 'rules' in value && 'duties' in value;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Person | null> => {
    const person = await call('me', { signal, askSignIn: false });
    const before = queryClient.getQueryData<Person | null>(['me']);
    // A session that ended under an open page: the page stays as it is, and the next thing asked for raises the dialog.
    if (person === null && isSessionExpected() && before) return before;
    // Another window signed in as someone else: what this one shows is not theirs.
    if (person && before && person.username !== before.username) location.assign('/workbench');
    expectSession(person !== null);
    return person;
  },
});

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: ({ signal }) => call('plans', { signal }) });

export function planQuery(plan: string) {
  return queryOptions({ queryKey: ['plan', plan], queryFn: ({ signal }) => call('plan', { params: { plan }, signal }) });
}

/** What submitting now would meet, judged by the server; always asked anew. */
export function checkQuery(plan: string) {
  return queryOptions({
    queryKey: ['check', plan],
    staleTime: 0,
    queryFn: async ({ signal }) => asProblems(await call('check', { params: { plan }, signal })),
  });
}

/** The same shape as the domain's, which only types absent members more strictly. */
export function asProblems(list: unknown): readonly Problem[] {
  if (!isProblems(list)) throw new TypeError('not a list of problems');
  return list;
}

function isProblems(list: unknown): list is readonly Problem[] {
  return Array.isArray(list) && list.every((each: unknown) => typeof each === 'object' && each !== null && 'severity' in each && 'path' in each);
}

export function versionsQuery(plan: string) {
  return queryOptions({ queryKey: ['versions', plan], queryFn: ({ signal }) => call('versions', { params: { plan }, signal }) });
}

/** A frozen version never changes, save for whether it is the current one. */
export function versionQuery(plan: string, n: number) {
  return queryOptions({ queryKey: ['version', plan, n], staleTime: Infinity, queryFn: ({ signal }) => call('version', { params: { plan, n }, signal }) });
}

export function verifyQuery(code: string) {
  return queryOptions({
    queryKey: ['verify', code],
    staleTime: 0,
    enabled: code !== '',
    queryFn: ({ signal }) => call('verify', { params: { code }, signal }),
  });
}
