import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const accountStates = ['active', 'suspended', 'closed'] as const;
export type AccountState = (typeof accountStates)[number];

export type AccountEvent = 'add' | 'suspend' | 'resume' | 'handOver';
export type AccountWho = 'member' | 'keeper' | 'security';
export type AccountGuard = 'reason';
export type AccountEffect = 'endSessions' | 'moveRights';

/** The life of a person's account (model §2). Whoever leaves hands over, and is not brought back: their name stays where it stood. */
export const accountTable: Table<AccountState, AccountEvent, AccountWho, AccountGuard, AccountEffect> = {
  add: { from: ['new'], to: 'active', who: [['member'], ['keeper']], guards: [], effects: [] },
  suspend: { from: ['active'], to: 'suspended', who: [['member'], ['keeper'], ['security']], guards: ['reason'], effects: ['endSessions'] },
  resume: { from: ['suspended'], to: 'active', who: [['member'], ['keeper'], ['security']], guards: [], effects: [] },
  handOver: { from: ['active', 'suspended'], to: 'closed', who: [['member'], ['keeper']], guards: ['reason'], effects: ['moveRights', 'endSessions'] },
};

export interface AccountFacts {
  readonly by: readonly AccountWho[];
  readonly reason?: string;
}

const guards: Guards<AccountGuard, AccountFacts> = { reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined) };

export function decideAccount(state: AccountState | 'new', event: AccountEvent, facts: AccountFacts): Decision<AccountState, AccountEffect> {
  return decideBy(accountTable, guards, state, event, facts);
}
