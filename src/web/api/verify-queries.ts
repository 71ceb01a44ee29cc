import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** Whether a file is a filed paper, by the SM3 of its bytes. */
export function verifyFileQuery(digest: string | undefined) {
  return queryOptions({
    queryKey: ['verify', 'file', digest],
    staleTime: 0,
    enabled: digest !== undefined,
    queryFn: ({ signal }) => call('verifyFile', { params: { digest: digest ?? '' }, signal }),
  });
}

/** The receipt of a filing. */
export function receiptQuery(plan: string, number: string) {
  return queryOptions({ queryKey: ['receipt', plan, number], queryFn: ({ signal }) => call('receipt', { params: { plan, number }, signal }) });
}
