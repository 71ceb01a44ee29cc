import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';

export type ZoneState = Reply<'zoneRegister'>['zones'][number];
export type ListRow = Reply<'officialLists'>['lists'][number];
export type ListKind = ListRow['kind'];
export type Imported = Reply<'importList'>;
export type OfficialMark = Reply<'marks'>[number];

export const registerQuery = queryOptions({ queryKey: ['register'], queryFn: ({ signal }) => call('zoneRegister', { signal }) });

export function zoneHistoryQuery(zone: string) {
  return queryOptions({ queryKey: ['register', zone], queryFn: ({ signal }) => call('zoneHistory', { params: { zone }, signal }) });
}

export const listsQuery = queryOptions({ queryKey: ['lists'], queryFn: ({ signal }) => call('officialLists', { signal }) });

export function listQuery(list: string, text: string, from: number) {
  return queryOptions({
    queryKey: ['lists', list, text, from],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('officialList', { params: { list }, query: { text, from }, signal }),
  });
}

/** What official lists say of the plan's answers, by pointer. */
export function marksQuery(plan: string) {
  return queryOptions({ queryKey: ['plan', plan, 'marks'], staleTime: 30_000, queryFn: ({ signal }) => call('marks', { params: { plan }, signal }) });
}
