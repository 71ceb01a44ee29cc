import { queryOptions } from '@tanstack/react-query';
import { call, type Input, type Reply } from './call.ts';

export type AuditRow = Reply<'auditEntries'>['rows'][number];
export type AuditEntry = Reply<'auditEntry'>;
export type FileState = Reply<'fileState'>;
export type ContentAt = Reply<'contentAt'>;
export type WholeVerdict = Reply<'verifyAudit'>;
export type PublishedHead = Reply<'publishedHeads'>[number];
export type SystemState = Reply<'system'>;
export type AuditSearch = Input<'auditEntries'>['query'];

export function auditEntriesQuery(query: AuditSearch) {
  return queryOptions({ queryKey: ['audit', 'entries', query], staleTime: 0, queryFn: ({ signal }) => call('auditEntries', { query, signal }) });
}

/** An entry never changes; its link comes a moment after it. */
export function auditEntryQuery(entry: number) {
  return queryOptions({ queryKey: ['audit', 'entry', entry], staleTime: 0, queryFn: ({ signal }) => call('auditEntry', { params: { entry }, signal }) });
}

export function fileStateQuery(number: string, at: string) {
  return queryOptions({ queryKey: ['audit', 'file', number, at], queryFn: ({ signal }) => call('fileState', { params: { number }, query: { at }, signal }) });
}

/** Each time that it is asked for is on record: never asked again by itself. */
export function contentAtQuery(number: string, at: string) {
  return queryOptions({
    queryKey: ['audit', 'content', number, at],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => call('contentAt', { params: { number }, query: { at }, signal }),
  });
}

export const publishedHeadsQuery = queryOptions({
  queryKey: ['heads'],
  staleTime: 300_000,
  queryFn: ({ signal }) => call('publishedHeads', { signal }),
});

export const systemQuery = queryOptions({ queryKey: ['system'], staleTime: 0, refetchInterval: 30_000, queryFn: ({ signal }) => call('system', { signal }) });

export const securityQuery = queryOptions({
  queryKey: ['security'],
  staleTime: 0,
  refetchInterval: 60_000,
  queryFn: ({ signal }) => call('security', { signal }),
});
