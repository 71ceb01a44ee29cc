import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const cityCheckStates = ['open', 'passed', 'returned', 'notChosen'] as const;
export type CityCheckState = (typeof cityCheckStates)[number];

export type CityCheckEvent = 'open' | 'note' | 'pass' | 'reopen' | 'return' | 'decline';
export type CityCheckWho = 'city';
export type CityCheckGuard = 'newest' | 'notRecommended' | 'reason' | 'cityHasRecommended';
export type CityCheckEffect = 'notesToThreads' | 'planReturns' | 'planEnds';

/**
 * The city's check of one submitted version (model §2). It opens with the first thing that the city does to it. A passed check can be
 * opened again while the plan is not recommended: who looked twice must be able to say so.
 */
export const cityCheckTable: Table<CityCheckState, CityCheckEvent, CityCheckWho, CityCheckGuard, CityCheckEffect> = {
  open: { from: ['new'], to: 'open', who: [['city']], guards: ['newest'], effects: [] },
  note: { from: ['open'], to: 'same', who: [['city']], guards: ['newest'], effects: [] },
  pass: { from: ['open'], to: 'passed', who: [['city']], guards: ['newest'], effects: [] },
  reopen: { from: ['passed'], to: 'open', who: [['city']], guards: ['newest', 'notRecommended'], effects: [] },
  return: {
    from: ['open', 'passed'],
    to: 'returned',
    who: [['city']],
    guards: ['newest', 'notRecommended', 'reason'],
    effects: ['notesToThreads', 'planReturns'],
  },
  decline: {
    from: ['open', 'passed'],
    to: 'notChosen',
    who: [['city']],
    guards: ['newest', 'notRecommended', 'cityHasRecommended', 'reason'],
    effects: ['planEnds'],
  },
};

export interface CityCheckFacts {
  readonly by: readonly CityCheckWho[];
  /** It is the version in force, and the plan lies with the city. */
  readonly newest: boolean;
  readonly recommended: boolean;
  /** Another zone of this city holds the recommendation of the year. */
  readonly cityHasRecommended?: boolean;
  readonly reason?: string;
}

const guards: Guards<CityCheckGuard, CityCheckFacts> = {
  newest: (facts) => (facts.newest ? undefined : 'wrongState'),
  notRecommended: (facts) => (facts.recommended ? 'wrongState' : undefined),
  cityHasRecommended: (facts) => (facts.cityHasRecommended === true ? undefined : 'wrongState'),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
};

/** What this event does to a check in this state, given the facts. */
export function decideCityCheck(state: CityCheckState | 'new', event: CityCheckEvent, facts: CityCheckFacts): Decision<CityCheckState, CityCheckEffect> {
  return decideBy(cityCheckTable, guards, state, event, facts);
}
