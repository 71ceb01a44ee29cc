import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const taskStates = ['open', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export type TaskEvent = 'give' | 'finish' | 'reopen';
export type TaskWho = 'giver' | 'doer';
export type TaskGuard = 'within';

/** The life of a task: given to a person who works on the document, done when either of the two says so. */
export const taskTable: Table<TaskState, TaskEvent, TaskWho, TaskGuard, never> = {
  give: { from: ['new'], to: 'open', who: [['giver']], guards: ['within'], effects: [] },
  finish: { from: ['open'], to: 'done', who: [['giver'], ['doer']], guards: [], effects: [] },
  reopen: { from: ['done'], to: 'open', who: [['giver'], ['doer']], guards: [], effects: [] },
};

export interface TaskFacts {
  readonly by: readonly TaskWho[];
  /** The doer belongs to the giver's organisation, or to the one whose document it is. */
  readonly within?: boolean;
}

const guards: Guards<TaskGuard, TaskFacts> = { within: ({ within }) => (within === true ? undefined : 'badRequest') };

export function decideTask(state: TaskState | 'new', event: TaskEvent, facts: TaskFacts): Decision<TaskState, never> {
  return decideBy(taskTable, guards, state, event, facts);
}
