import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** Who outside the zone owes the plan what. */
export function owedQuery(plan: string) {
  return queryOptions({ queryKey: ['owed', plan], refetchInterval: 60_000, queryFn: ({ signal }) => call('owed', { params: { plan }, signal }) });
}
