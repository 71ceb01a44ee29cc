import type { ProposalFacts } from '#db/proposal-facts.ts';
import type { RecommendationState } from '#domain/filing/plan.ts';

/** Where a proposal keeps what lists, claims and recommendations read: block and fields. */
export const proposalAt = {
  block: 'summary',
  title: 'name',
  applicant: 'applicant',
  code: 'applicantCode',
  location: 'location',
} as const;

/** How far the recommendation of the newest version is. */
export function recommendationOf(facts: Pick<ProposalFacts, 'latest' | 'localVersion' | 'localState'>): RecommendationState {
  if (facts.localState === null) return 'none';
  return facts.localVersion === facts.latest ? facts.localState : 'stale';
}
