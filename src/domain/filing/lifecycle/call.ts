import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const callStates = ['draft', 'published', 'cancelled', 'finished'] as const;
export type CallState = (typeof callStates)[number];

export type CallEvent = 'open' | 'edit' | 'sign' | 'publish' | 'extend' | 'supplement' | 'cancel' | 'finish';
export type CallWho = 'officer';
export type CallGuard =
  | 'reason'
  | 'inOrder'
  | 'later'
  | 'ownLevel'
  | 'nextLevel'
  | 'fresh'
  | 'signedOff'
  | 'twoPersons'
  | 'twoPersonsOncePast'
  | 'nothingReleased'
  | 'allEnded';
export type CallEffect = 'number' | 'voidSignatures' | 'freezeEdition' | 'tellZones';

/** The call's lifecycle (model §2). Open is computed: published, and its deadline not over. */
export const callTable: Table<CallState, CallEvent, CallWho, CallGuard, CallEffect> = {
  open: { from: ['new'], to: 'draft', who: [['officer']], guards: [], effects: ['number'] },
  edit: { from: ['draft'], to: 'same', who: [['officer']], guards: ['inOrder'], effects: ['voidSignatures'] },
  sign: { from: ['draft'], to: 'same', who: [['officer']], guards: ['ownLevel', 'nextLevel', 'fresh', 'inOrder'], effects: [] },
  publish: { from: ['draft'], to: 'published', who: [['officer']], guards: ['signedOff', 'twoPersons', 'inOrder'], effects: ['freezeEdition', 'tellZones'] },
  extend: { from: ['published'], to: 'same', who: [['officer']], guards: ['reason', 'later', 'inOrder', 'twoPersonsOncePast'], effects: ['tellZones'] },
  supplement: { from: ['published'], to: 'same', who: [['officer']], guards: ['reason', 'twoPersons'], effects: ['freezeEdition', 'tellZones'] },
  cancel: { from: ['draft', 'published'], to: 'cancelled', who: [['officer']], guards: ['reason', 'nothingReleased', 'twoPersons'], effects: ['tellZones'] },
  finish: { from: ['published'], to: 'finished', who: [['officer']], guards: ['reason', 'allEnded'], effects: [] },
};

export interface CallFacts {
  readonly by: readonly CallWho[];
  /** Online before paper, the zone not after the city. */
  readonly inOrder: boolean;
  /** How many different persons have had a hand in it, who acts now included. */
  readonly persons: number;
  readonly reason?: string;
  /** An extension gives more time than there was. */
  readonly later?: boolean;
  /** A deadline that is extended was over already. */
  readonly past?: boolean;
  /** The signer may sign at this level; every level before it has signed this text; nobody signs it twice. */
  readonly ownLevel?: boolean;
  readonly nextLevel?: boolean;
  readonly fresh?: boolean;
  /** Every level has signed this text. */
  readonly signedOff?: boolean;
  /** No award of the call was released. */
  readonly nothingReleased?: boolean;
  /** Every plan of the call has ended. */
  readonly allEnded?: boolean;
}

const guards: Guards<CallGuard, CallFacts> = {
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
  inOrder: (facts) => (facts.inOrder ? undefined : 'wrongInstants'),
  later: (facts) => (facts.later === true ? undefined : 'wrongInstants'),
  ownLevel: (facts) => (facts.ownLevel === true ? undefined : 'notAllowed'),
  nextLevel: (facts) => (facts.nextLevel === true ? undefined : 'unsigned'),
  fresh: (facts) => (facts.fresh === true ? undefined : 'secondPerson'),
  signedOff: (facts) => (facts.signedOff === true ? undefined : 'unsigned'),
  twoPersons: (facts) => (facts.persons >= 2 ? undefined : 'secondPerson'),
  twoPersonsOncePast: (facts) => (facts.past !== true || facts.persons >= 2 ? undefined : 'secondPerson'),
  nothingReleased: (facts) => (facts.nothingReleased === true ? undefined : 'wrongState'),
  allEnded: (facts) => (facts.allEnded === true ? undefined : 'wrongState'),
};

/** What this event does to a call in this state, given the facts. */
export function decideCall(state: CallState | 'new', event: CallEvent, facts: CallFacts): Decision<CallState, CallEffect> {
  return decideBy(callTable, guards, state, event, facts);
}

/** Whether an event that is asked for takes effect at once, or waits for a second person's signature. */
export function personsNeeded(event: CallEvent, past: boolean): 1 | 2 {
  const asked = callTable[event].guards;
  return asked.includes('twoPersons') || (past && asked.includes('twoPersonsOncePast')) ? 2 : 1;
}
