import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

/** A file stands at its place, was taken out, or is kept from everybody because the virus scanner refused it. */
export const fileStates = ['kept', 'removed', 'refused'] as const;
export type FileState = (typeof fileStates)[number];
export type FileEvent = 'attach' | 'rename' | 'remove' | 'restore' | 'refuse';
type FileWho = 'writer' | 'sys';
type FileGuard = 'editable' | 'room';

/** Removing is the writer's own tidying while the text may be changed, so it can be undone; the bytes stay. */
export const fileTable: Table<FileState, FileEvent, FileWho, FileGuard, never> = {
  attach: { from: ['new'], to: 'kept', who: [['writer']], guards: ['editable', 'room'], effects: [] },
  rename: { from: ['kept'], to: 'same', who: [['writer']], guards: ['editable'], effects: [] },
  remove: { from: ['kept', 'refused'], to: 'removed', who: [['writer']], guards: ['editable'], effects: [] },
  restore: { from: ['removed'], to: 'kept', who: [['writer']], guards: ['editable', 'room'], effects: [] },
  refuse: { from: ['kept', 'removed'], to: 'refused', who: [['sys']], guards: [], effects: [] },
};

export interface FileFacts {
  readonly by: readonly FileWho[];
  /** The text that the file belongs to may be changed. */
  readonly editable: boolean;
  /** With it the plan's files stay within their limit. */
  readonly room: boolean;
}

const guards: Guards<FileGuard, FileFacts> = {
  editable: (facts) => (facts.editable ? undefined : 'notEditable'),
  room: (facts) => (facts.room ? undefined : 'badFile'),
};

/** What this event does to a file in this state, given the facts. */
export function decideFile(state: FileState | 'new', event: FileEvent, facts: FileFacts): Decision<FileState, never> {
  return decideBy(fileTable, guards, state, event, facts);
}
