import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const answerStates = ['invited', 'offered', 'accepted', 'declined', 'withdrawn'] as const;
export type AnswerState = (typeof answerStates)[number];

export type AnswerEvent = 'invite' | 'offer' | 'accept' | 'decline' | 'withdraw';
export type AnswerWho = 'zone' | 'owner';
export type AnswerGuard = 'open' | 'inTime' | 'reason' | 'unlocked';
export type AnswerEffect = 'claim' | 'makeProject' | 'freeClaim' | 'endProject';

/** What a company answers to a solicitation (model §2). Offering claims the company for the zone (R30); every no has a reason. */
export const answerTable: Table<AnswerState, AnswerEvent, AnswerWho, AnswerGuard, AnswerEffect> = {
  invite: { from: ['new'], to: 'invited', who: [['zone']], guards: ['open'], effects: [] },
  offer: { from: ['new', 'invited'], to: 'offered', who: [['owner']], guards: ['open', 'inTime'], effects: ['claim'] },
  accept: { from: ['offered'], to: 'accepted', who: [['zone']], guards: ['unlocked'], effects: ['makeProject'] },
  decline: { from: ['offered'], to: 'declined', who: [['zone']], guards: ['reason'], effects: ['freeClaim'] },
  withdraw: {
    from: ['invited', 'offered', 'accepted'],
    to: 'withdrawn',
    who: [['owner']],
    guards: ['reason', 'unlocked'],
    effects: ['freeClaim', 'endProject'],
  },
};

export interface AnswerFacts {
  readonly by: readonly AnswerWho[];
  /** The solicitation is published and not closed. */
  readonly open?: boolean;
  /** Milliseconds; offering is judged by the solicitation's own closing instant. */
  readonly arrivedAt?: number;
  readonly until?: number;
  readonly reason?: string;
  /** The zone's plan is filed: its projects are fixed. */
  readonly locked?: boolean;
}

const guards: Guards<AnswerGuard, AnswerFacts> = {
  open: (facts) => (facts.open === true ? undefined : 'wrongState'),
  inTime: ({ arrivedAt, until }) => (arrivedAt !== undefined && until !== undefined && arrivedAt < until ? undefined : 'tooLate'),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
  unlocked: (facts) => (facts.locked === true ? 'notEditable' : undefined),
};

/** What this event does to an answer in this state, given the facts. */
export function decideAnswer(state: AnswerState | 'new', event: AnswerEvent, facts: AnswerFacts): Decision<AnswerState, AnswerEffect> {
  return decideBy(answerTable, guards, state, event, facts);
}
