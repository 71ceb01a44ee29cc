import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

/** The applicant writes; the zone has it; the zone has taken it into its plan; the plan is filed and nothing changes. */
export const proposalStates = ['drafting', 'atZone', 'taken', 'locked'] as const;
export type ProposalState = (typeof proposalStates)[number];

export type ProposalEvent = 'begin' | 'submit' | 'recall' | 'return' | 'take' | 'lock' | 'unlock';
export type ProposalWho = 'owner' | 'zone' | 'sys';
export type ProposalGuard = 'reason' | 'noOpenProblems';
export type ProposalEffect = 'freezeVersion' | 'staleRecommendations';

/**
 * The proposal's lifecycle (model §2). `recall` is the owner's own undoing of a submission that nobody has acted on; it needs no reason
 * from anybody. Locking is never stored: it follows from the plan's state, and stands here for the plan's `lockProjects`.
 */
export const proposalTable: Table<ProposalState, ProposalEvent, ProposalWho, ProposalGuard, ProposalEffect> = {
  begin: { from: ['new'], to: 'drafting', who: [['zone']], guards: [], effects: [] },
  submit: { from: ['drafting'], to: 'atZone', who: [['owner']], guards: ['noOpenProblems'], effects: ['freezeVersion', 'staleRecommendations'] },
  recall: { from: ['atZone'], to: 'drafting', who: [['owner']], guards: [], effects: [] },
  return: { from: ['atZone', 'taken'], to: 'drafting', who: [['zone']], guards: ['reason'], effects: [] },
  take: { from: ['atZone'], to: 'taken', who: [['zone']], guards: [], effects: [] },
  lock: { from: ['taken'], to: 'locked', who: [['sys']], guards: [], effects: [] },
  unlock: { from: ['locked'], to: 'taken', who: [['sys']], guards: [], effects: [] },
};

export interface ProposalFacts {
  readonly by: readonly ProposalWho[];
  readonly reason?: string;
  /** Problems of the proposal that neither mending nor a justification nor a tick has settled. */
  readonly openProblems?: number;
}

const guards: Guards<ProposalGuard, ProposalFacts> = {
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
  noOpenProblems: (facts) => (facts.openProblems === 0 ? undefined : 'problemsOpen'),
};

/** What this event does to a proposal in this state, given the facts. */
export function decideProposal(state: ProposalState | 'new', event: ProposalEvent, facts: ProposalFacts): Decision<ProposalState, ProposalEffect> {
  return decideBy(proposalTable, guards, state, event, facts);
}
