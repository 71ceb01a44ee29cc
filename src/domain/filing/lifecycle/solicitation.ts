import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const solicitationStates = ['draft', 'published', 'closed'] as const;
export type SolicitationState = (typeof solicitationStates)[number];

export type SolicitationEvent = 'draft' | 'publish' | 'close';
export type SolicitationGuard = 'complete' | 'ahead';
export type SolicitationEffect = 'number' | 'freezeTerms';

/** A zone's call for projects (C2). Its terms are frozen when it is published; closing stops new offers, not decisions. */
export const solicitationTable: Table<SolicitationState, SolicitationEvent, 'zone', SolicitationGuard, SolicitationEffect> = {
  draft: { from: ['new'], to: 'draft', who: [['zone']], guards: [], effects: [] },
  publish: { from: ['draft'], to: 'published', who: [['zone']], guards: ['complete', 'ahead'], effects: ['number', 'freezeTerms'] },
  close: { from: ['published'], to: 'closed', who: [['zone']], guards: [], effects: [] },
};

export interface SolicitationFacts {
  readonly by: readonly 'zone'[];
  /** Keys of the terms that are not filled in. */
  readonly missing?: readonly string[];
  /** Milliseconds. */
  readonly now?: number;
  readonly until?: number;
}

const guards: Guards<SolicitationGuard, SolicitationFacts> = {
  complete: (facts) => (facts.missing?.length === 0 ? undefined : 'badRequest'),
  ahead: ({ now, until }) => (now !== undefined && until !== undefined && now < until ? undefined : 'tooLate'),
};

/** What this event does to a solicitation in this state, given the facts. */
export function decideSolicitation(
  state: SolicitationState | 'new',
  event: SolicitationEvent,
  facts: SolicitationFacts,
): Decision<SolicitationState, SolicitationEffect> {
  return decideBy(solicitationTable, guards, state, event, facts);
}
