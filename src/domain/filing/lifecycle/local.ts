import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const localStates = ['asked', 'given', 'declined', 'stale'] as const;
export type LocalState = (typeof localStates)[number];

export type LocalEvent = 'ask' | 'give' | 'decline' | 'stale';
export type LocalWho = 'zone' | 'local' | 'sys';
export type LocalGuard = 'outside' | 'submitted' | 'newest' | 'reason';

/**
 * The recommendation of an outside project by the authority where it lies, of one version (G3.5, model §2). A new version makes stale
 * also what was asked about the old one and not answered yet: an opinion on it could be used by nobody.
 */
export const localTable: Table<LocalState, LocalEvent, LocalWho, LocalGuard, never> = {
  ask: { from: ['new'], to: 'asked', who: [['zone']], guards: ['outside', 'submitted'], effects: [] },
  give: { from: ['asked'], to: 'given', who: [['local']], guards: ['newest', 'reason'], effects: [] },
  decline: { from: ['asked'], to: 'declined', who: [['local']], guards: ['newest', 'reason'], effects: [] },
  stale: { from: ['asked', 'given'], to: 'stale', who: [['sys']], guards: [], effects: [] },
};

export interface LocalFacts {
  readonly by: readonly LocalWho[];
  /** The applicant lies outside the zone, as the version says. */
  readonly outside?: boolean;
  /** There is a version to recommend, and the zone has it. */
  readonly submitted?: boolean;
  /** It was asked about the newest version. */
  readonly newest?: boolean;
  /** The opinion, or the reason of a no. */
  readonly text?: string;
}

const guards: Guards<LocalGuard, LocalFacts> = {
  outside: (facts) => (facts.outside === true ? undefined : 'badRequest'),
  submitted: (facts) => (facts.submitted === true ? undefined : 'wrongState'),
  newest: (facts) => (facts.newest === true ? undefined : 'wrongState'),
  reason: (facts) => ((facts.text ?? '').trim() === '' ? 'badRequest' : undefined),
};

/** What this event does to a recommendation in this state, given the facts. */
export function decideLocal(state: LocalState | 'new', event: LocalEvent, facts: LocalFacts): Decision<LocalState, never> {
  return decideBy(localTable, guards, state, event, facts);
}
