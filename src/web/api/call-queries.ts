import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { fillPath, paths } from './paths.ts';
import { queryClient } from './queries.ts';

export type CallFile = Reply<'callFile'>;
export type CallDecision = CallFile['decisions'][number];
export type CallPage = Reply<'callPage'>;
export type Change = CallDecision['changes'][number];
export type CallValues = CallFile['draft']['values'];

export const callsQuery = queryOptions({ queryKey: ['calls'], queryFn: ({ signal }) => call('calls', { signal }) });

export function callFileQuery(id: string) {
  return queryOptions({ queryKey: ['calls', id], queryFn: ({ signal }) => call('callFile', { params: { call: id }, signal }) });
}

export const callPageQuery = queryOptions({ queryKey: ['call', 'page'], staleTime: 60_000, queryFn: ({ signal }) => call('callPage', { signal }) });

export function supplementsQuery(plan: string) {
  return queryOptions({ queryKey: ['plan', plan, 'supplements'], queryFn: ({ signal }) => call('supplements', { params: { plan }, signal }) });
}

/** A document of the open call. */
export function callDocumentUrl(document: string): string {
  return fillPath(paths.callDocument[1], { document });
}

/** Everything that shows a call. */
export async function refreshCalls(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['calls'] }), queryClient.invalidateQueries({ queryKey: ['call'] })]);
}
