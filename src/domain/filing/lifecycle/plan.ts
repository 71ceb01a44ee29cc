import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const planStates = ['drafting', 'atCity', 'atProvince', 'mending', 'admitted', 'supported', 'ended'] as const;
export type PlanState = (typeof planStates)[number];

export type PlanEvent =
  | 'begin'
  | 'submit'
  | 'return'
  | 'recall'
  | 'decline'
  | 'lapse'
  | 'withdraw'
  | 'withdrawAdmitted'
  | 'recommend'
  | 'unrecommend'
  | 'mend'
  | 'resubmit'
  | 'confirm'
  | 'admit'
  | 'refuse'
  | 'support'
  | 'fail';

export type PlanWho = 'zone' | 'city' | 'officer' | 'sys';
export type PlanGuard = 'inTime' | 'noOpenProblems' | 'checkNotBegun' | 'reason' | 'pastRequests';
export type PlanEffect = 'freezeVersion' | 'receipt' | 'lockProjects' | 'unlockProjects' | 'fileProjects' | 'freeSlot' | 'endProjects' | 'convertProjects';

/**
 * The plan's lifecycle (model §2). Events marked `sys` are effects of another thing's event (recommendation, intake, appraisal)
 * or of the clock; they stand here so that replaying the audit gives every state. A recall must be in time too: what is taken back
 * after the deadline could never be submitted again.
 */
export const planTable: Table<PlanState, PlanEvent, PlanWho, PlanGuard, PlanEffect> = {
  begin: { from: ['new'], to: 'drafting', who: [['zone']], guards: [], effects: [] },
  submit: { from: ['drafting'], to: 'atCity', who: [['zone']], guards: ['inTime', 'noOpenProblems'], effects: ['freezeVersion', 'lockProjects', 'receipt'] },
  return: { from: ['atCity'], to: 'drafting', who: [['city']], guards: ['reason'], effects: ['unlockProjects'] },
  recall: { from: ['atCity'], to: 'drafting', who: [['zone']], guards: ['reason', 'checkNotBegun', 'inTime'], effects: ['unlockProjects'] },
  decline: { from: ['atCity'], to: 'ended', who: [['sys']], guards: ['reason'], effects: ['endProjects'] },
  lapse: { from: ['drafting', 'atCity'], to: 'ended', who: [['sys']], guards: ['pastRequests'], effects: ['endProjects'] },
  withdraw: { from: ['drafting', 'atCity', 'atProvince', 'mending'], to: 'ended', who: [['zone', 'city']], guards: ['reason'], effects: ['endProjects'] },
  withdrawAdmitted: { from: ['admitted'], to: 'ended', who: [['zone', 'city', 'officer']], guards: ['reason'], effects: ['convertProjects'] },
  recommend: { from: ['atCity'], to: 'atProvince', who: [['sys']], guards: [], effects: ['fileProjects'] },
  unrecommend: { from: ['atProvince'], to: 'atCity', who: [['sys']], guards: ['reason'], effects: ['freeSlot'] },
  mend: { from: ['atProvince'], to: 'mending', who: [['sys']], guards: ['reason'], effects: ['unlockProjects'] },
  resubmit: { from: ['mending'], to: 'same', who: [['zone']], guards: ['inTime', 'noOpenProblems'], effects: ['freezeVersion', 'lockProjects', 'receipt'] },
  confirm: { from: ['mending'], to: 'atProvince', who: [['sys']], guards: [], effects: [] },
  admit: { from: ['atProvince'], to: 'admitted', who: [['sys']], guards: [], effects: [] },
  refuse: { from: ['atProvince', 'mending'], to: 'ended', who: [['sys']], guards: ['reason'], effects: ['endProjects'] },
  support: { from: ['admitted'], to: 'supported', who: [['sys']], guards: [], effects: [] },
  fail: { from: ['admitted'], to: 'ended', who: [['sys']], guards: [], effects: ['convertProjects'] },
};

export interface PlanFacts {
  /** Everybody who acts in this event. */
  readonly by: readonly PlanWho[];
  /** Instant at which the request had arrived in full, in milliseconds. */
  readonly arrivedAt: number;
  /** Deadline in force for this zone and this act, in milliseconds. */
  readonly deadline: number;
  /** Problems that neither mending nor a justification nor a tick has settled. */
  readonly openProblems: number;
  /** The city has begun its check of this version. */
  readonly checkBegun: boolean;
  readonly reason?: string;
  /** Latest instant until which an extension may still be asked for, in milliseconds. */
  readonly requestsUntil?: number;
}

const guards: Guards<PlanGuard, PlanFacts> = {
  inTime: (facts) => (facts.arrivedAt < facts.deadline ? undefined : 'tooLate'),
  noOpenProblems: (facts) => (facts.openProblems === 0 ? undefined : 'problemsOpen'),
  checkNotBegun: (facts) => (facts.checkBegun ? 'wrongState' : undefined),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
  pastRequests: (facts) => (facts.requestsUntil !== undefined && facts.arrivedAt >= facts.requestsUntil ? undefined : 'wrongState'),
};

/** What this event does to a plan in this state, given the facts. */
export function decidePlan(state: PlanState | 'new', event: PlanEvent, facts: PlanFacts): Decision<PlanState, PlanEffect> {
  return decideBy(planTable, guards, state, event, facts);
}
