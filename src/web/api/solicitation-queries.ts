import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { queryClient } from './queries.ts';

export type SolicitationRow = Reply<'solicitations'>[number];
export type Solicitation = Reply<'solicitation'>;
export type Terms = SolicitationRow['terms'];
export type AnswerRow = Reply<'answers'>[number];

/** Published and closed solicitations of the open call; for a zone its own draft too. Open to everybody. */
export const solicitationsQuery = queryOptions({ queryKey: ['solicitations'], queryFn: ({ signal }) => call('solicitations', { signal, askSignIn: false }) });

export function solicitationQuery(solicitation: string) {
  return queryOptions({
    queryKey: ['solicitation', solicitation],
    queryFn: ({ signal }) => call('solicitation', { params: { solicitation }, signal, askSignIn: false }),
  });
}

export const answersQuery = queryOptions({ queryKey: ['answers'], queryFn: ({ signal }) => call('answers', { signal }) });

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    retry: false,
    queryFn: ({ signal }) => call('invitation', { params: { token }, signal, askSignIn: false }),
  });
}

/** After anything that happened to a solicitation or an answer. */
export async function refreshSolicitation(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === 'string' && ['solicitations', 'solicitation', 'answers', 'invitation', 'plans', 'plan', 'check', 'proposals'].includes(first),
  });
}
