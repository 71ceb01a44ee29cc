import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const threadStates = ['open', 'resolved'] as const;
export type ThreadState = (typeof threadStates)[number];

export type ThreadEvent = 'add' | 'answer' | 'resolve' | 'reopen';
export type ThreadWho = 'reader';
export type ThreadGuard = 'words';

/** The life of a thread of comments: whoever works on the text may answer and settle it; an answer to a settled one opens it again. */
export const threadTable: Table<ThreadState, ThreadEvent, ThreadWho, ThreadGuard, never> = {
  add: { from: ['new'], to: 'open', who: [['reader']], guards: ['words'], effects: [] },
  answer: { from: ['open', 'resolved'], to: 'open', who: [['reader']], guards: ['words'], effects: [] },
  resolve: { from: ['open'], to: 'resolved', who: [['reader']], guards: [], effects: [] },
  reopen: { from: ['resolved'], to: 'open', who: [['reader']], guards: [], effects: [] },
};

export interface ThreadFacts {
  readonly by: readonly ThreadWho[];
  readonly text: string;
}

const guards: Guards<ThreadGuard, ThreadFacts> = { words: ({ text }) => (text.trim() === '' ? 'badRequest' : undefined) };

export function decideThread(state: ThreadState | 'new', event: ThreadEvent, facts: ThreadFacts): Decision<ThreadState, never> {
  return decideBy(threadTable, guards, state, event, facts);
}
