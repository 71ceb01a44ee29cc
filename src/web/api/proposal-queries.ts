import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { asProblems, queryClient, type BlockState } from './queries.ts';

export type ProposalFile = Reply<'proposal'>;
export type ProposalRow = Reply<'proposals'>[number];
export type ProposalVersionRow = Reply<'proposalVersions'>[number];
export type LocalRequest = Reply<'localRequests'>[number];
export type RecommendationState = ProposalRow['recommendation'];

export const proposalsQuery = queryOptions({ queryKey: ['proposals'], queryFn: ({ signal }) => call('proposals', { signal }) });

export function proposalQuery(project: string) {
  return queryOptions({ queryKey: ['proposal', project], queryFn: ({ signal }) => call('proposal', { params: { project }, signal }) });
}

/** What submitting the proposal now would meet, judged by the server; always asked anew. */
export function proposalCheckQuery(project: string) {
  return queryOptions({
    queryKey: ['proposal-check', project],
    staleTime: 0,
    queryFn: async ({ signal }) => asProblems(await call('checkProposal', { params: { project }, signal })),
  });
}

export function proposalVersionsQuery(project: string) {
  return queryOptions({ queryKey: ['proposal-versions', project], queryFn: ({ signal }) => call('proposalVersions', { params: { project }, signal }) });
}

/** A frozen version never changes. */
export function proposalVersionQuery(project: string, n: number) {
  return queryOptions({
    queryKey: ['proposal-version', project, n],
    staleTime: Infinity,
    queryFn: ({ signal }) => call('proposalVersion', { params: { project, n }, signal }),
  });
}

export const localRequestsQuery = queryOptions({ queryKey: ['local-requests'], queryFn: ({ signal }) => call('localRequests', { signal }) });

export const localAuthoritiesQuery = queryOptions({
  queryKey: ['local-authorities'],
  staleTime: 300_000,
  queryFn: ({ signal }) => call('localAuthorities', { signal }),
});

/** A saved block stands in the proposal's file at once; what other pages count by it is asked anew. */
export function rememberProposalBlock(project: string, block: string, state: BlockState): void {
  queryClient.setQueryData(proposalQuery(project).queryKey, (file) => file && { ...file, blocks: { ...file.blocks, [block]: state } });
  void queryClient.invalidateQueries({ queryKey: ['proposal-check', project] });
}

/** After a step of a proposal's life: everything that shows it, plan and lists included, is asked anew. */
export async function refreshProposals(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === 'string' &&
      ['proposal', 'proposals', 'proposal-check', 'proposal-versions', 'local-requests', 'plan', 'plans', 'check', 'answers', 'solicitations'].includes(first),
  });
}
