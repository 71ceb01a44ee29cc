import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const rowRequestStates = ['open', 'answered', 'accepted', 'cancelled'] as const;
export type RowRequestState = (typeof rowRequestStates)[number];
export type RowRequestEvent = 'ask' | 'answer' | 'accept' | 'askAgain' | 'cancel';
/** `enterprise`: whoever has the token. */
export type RowRequestWho = 'zone' | 'enterprise';
export type RowRequestGuard = 'planDrafting' | 'reason';

/** One row asked from the enterprise that it is about. Until the zone has taken it over the enterprise may answer anew. */
export const rowRequestTable: Table<RowRequestState, RowRequestEvent, RowRequestWho, RowRequestGuard, never> = {
  ask: { from: ['new'], to: 'open', who: [['zone']], guards: ['planDrafting'], effects: [] },
  answer: { from: ['open', 'answered'], to: 'answered', who: [['enterprise'], ['zone']], guards: ['planDrafting'], effects: [] },
  accept: { from: ['answered'], to: 'accepted', who: [['zone']], guards: ['planDrafting'], effects: [] },
  askAgain: { from: ['answered'], to: 'open', who: [['zone']], guards: ['planDrafting', 'reason'], effects: [] },
  cancel: { from: ['open', 'answered'], to: 'cancelled', who: [['zone']], guards: [], effects: [] },
};

export interface RowRequestFacts {
  readonly by: readonly RowRequestWho[];
  readonly planDrafting: boolean;
  readonly reason?: string;
}

const guards: Guards<RowRequestGuard, RowRequestFacts> = {
  planDrafting: (facts) => (facts.planDrafting ? undefined : 'notEditable'),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
};

/** What this event does to a request in this state, given the facts. */
export function decideRowRequest(state: RowRequestState | 'new', event: RowRequestEvent, facts: RowRequestFacts): Decision<RowRequestState, never> {
  return decideBy(rowRequestTable, guards, state, event, facts);
}
