import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';

export type Mending = Reply<'mending'>;
export type MendingRound = Mending['rounds'][number];

/** What a plan must mend, and how far it is. */
export function mendingQuery(plan: string) {
  return queryOptions({ queryKey: ['mending', plan], queryFn: ({ signal }) => call('mending', { params: { plan }, signal }) });
}
