import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { fillPath, paths } from './paths.ts';

export type RowRequest = Reply<'rowRequests'>[number];
export type RowToFill = Reply<'rowToFill'>;

export function rowRequestsQuery(plan: string) {
  return queryOptions({ queryKey: ['rows', plan], queryFn: ({ signal }) => call('rowRequests', { params: { plan }, signal }) });
}

export function rowToFillQuery(token: string) {
  return queryOptions({ queryKey: ['fill', token], retry: false, queryFn: ({ signal }) => call('rowToFill', { params: { token }, signal }) });
}

/** Address of the small workbook of one row. */
export function rowFileUrl(token: string): string {
  return fillPath(paths.rowFile[1], { token });
}
