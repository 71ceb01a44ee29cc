import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { queryClient } from './queries.ts';
import { RefusalError } from './refusal-error.ts';

export type Together = Reply<'together'>;
export type Thread = Reply<'threads'>['threads'][number];
export type TaskRow = Reply<'tasks'>[number];
export type Save = Reply<'blockHistory'>['saves'][number];

/** A document as the routes name it: form, commitment, outline or a project's id. */
export interface DocumentPlace {
  readonly plan: string;
  readonly document: string;
}

/** Which threads: all of the document, or those at one block or field. */
export interface ThreadsAt {
  readonly block?: string;
  readonly path?: string;
}

/** Milliseconds between two looks at what the others do; only while the page is seen. */
const lookEvery = 10_000;

/** Whoever may not know asks once; an ended session, or a lost line, comes back. */
function pace(query: { readonly state: { readonly error: Error | null } }): number | false {
  const { error } = query.state;
  return error instanceof RefusalError && error.code !== 'notSignedIn' ? false : lookEvery;
}

/** Who else is here and what is new. An ended session raises no dialog here: nobody has asked for anything. */
export function togetherQuery({ plan, document }: DocumentPlace) {
  return queryOptions({
    queryKey: ['together', plan, document],
    staleTime: 0,
    retry: false,
    refetchInterval: pace,
    queryFn: ({ signal }) => call('together', { params: { plan, document }, signal, askSignIn: false }),
  });
}

export function threadsQuery({ plan, document }: DocumentPlace, at: ThreadsAt, open: boolean) {
  const filter = { ...at, ...(open ? { state: 'open' as const } : {}) };
  return infiniteQueryOptions({
    queryKey: ['threads', plan, document, filter],
    staleTime: 0,
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam: before }) =>
      call('threads', { params: { plan, document }, query: { ...filter, ...(before === undefined ? {} : { before }) }, signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export async function refreshThreads({ plan, document }: DocumentPlace): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['threads', plan, document] }),
    queryClient.invalidateQueries({ queryKey: ['together', plan, document] }),
  ]);
}

export function tasksQuery(side: 'mine' | 'given') {
  return queryOptions({ queryKey: ['tasks', side], queryFn: ({ signal }) => call('tasks', { query: { side }, signal }) });
}

export function colleaguesQuery({ plan, document }: DocumentPlace) {
  return queryOptions({
    queryKey: ['colleagues', plan, document],
    staleTime: 60_000,
    queryFn: ({ signal }) => call('colleagues', { params: { plan, document }, signal }),
  });
}

export function historyQuery({ plan, document }: DocumentPlace, block: string) {
  return infiniteQueryOptions({
    queryKey: ['history', plan, document, block],
    staleTime: 0,
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam: before }) =>
      call('blockHistory', { params: { plan, document, block }, query: before === undefined ? {} : { before }, signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** What was saved never changes. */
export function saveQuery({ plan, document }: DocumentPlace, block: string, n: number | undefined) {
  return queryOptions({
    queryKey: ['save', plan, document, block, n],
    staleTime: Infinity,
    enabled: n !== undefined,
    queryFn: ({ signal }) => call('blockSave', { params: { plan, document, block, n: n ?? 0 }, signal }),
  });
}
