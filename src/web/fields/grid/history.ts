/** What can be undone and redone. Values are immutable and share their unchanged parts, so a step costs little. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Changes with the same tag in a row are one step (typing into one cell). */
  readonly tag?: string | undefined;
}

const longest = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A new step; `tag` joins it to the step before where that has the same one. */
export function record<T>(history: History<T>, next: T, tag?: string): History<T> {
  if (next === history.present) return history;
  if (tag !== undefined && tag === history.tag) return { ...history, present: next, future: [] };
  return { past: [...history.past.slice(1 - longest), history.present], present: next, future: [], tag };
}

/** Ends the joining of steps: the next change is a step of its own. */
export function settle<T>(history: History<T>): History<T> {
  return history.tag === undefined ? history : { ...history, tag: undefined };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...rest] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future: rest };
}
