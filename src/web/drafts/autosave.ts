import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { sameAnswers } from './same-answers.ts';

/** What the server holds of a block. */
export interface Standing {
  readonly version: number;
  readonly answers: BlockAnswers;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}

/** One save as it is asked; asked again, it is the same down to the key, so that the server does it once. */
export interface SaveRequest {
  readonly key: string;
  readonly base: number;
  readonly answers: BlockAnswers;
}

/** The saving of one block. `current` is the text on screen: no event but an edit or a resolved clash changes it. */
export interface Autosave {
  /** What the server is known to hold. */
  readonly saved: Standing;
  readonly current: BlockAnswers;
  /** Sent, and not answered for certain: it may or may not have been done. */
  readonly asked?: SaveRequest | undefined;
  readonly inFlight: boolean;
  readonly trouble?: { readonly kind: 'lost' | 'busy' } | { readonly kind: 'refused'; readonly code: RefusalCode } | undefined;
  /** Someone saved the block in between: their text, until the person has put the two together. */
  readonly clash?: Standing | undefined;
  readonly tries: number;
}

export type AutosaveEvent =
  | { readonly kind: 'edit'; readonly answers: BlockAnswers }
  /** The pause after typing is over, the block was left, the line is back; `key` is a fresh one. */
  | { readonly kind: 'due'; readonly key: string }
  | { readonly kind: 'saved'; readonly standing: Standing }
  /** No answer came, or a busy server's; `after` are the milliseconds that it asked for. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'busy'; readonly after: number | undefined }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'stale'; readonly theirs: Standing }
  | { readonly kind: 'resolved'; readonly answers: BlockAnswers };

export type AutosaveEffect =
  | { readonly kind: 'send'; readonly request: SaveRequest }
  /** Say `due` after so many milliseconds, counted anew. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** The same, and a little longer by chance: others were sent away at the same moment. */
  | { readonly kind: 'retry'; readonly milliseconds: number }
  /** Write `current` to the draft store, or take it out: the server has it. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'forget' };

export interface Step {
  readonly state: Autosave;
  readonly effects: readonly AutosaveEffect[];
}

/** Milliseconds of quiet after the last change before a save is sent. */
const quiet = 800;
const longestWait = 30_000;

export function begin(saved: Standing): Autosave {
  return { saved, current: saved.answers, inFlight: false, tries: 0 };
}

export function isSaved(state: Autosave): boolean {
  return !state.asked && !state.clash && sameAnswers(state.current, state.saved.answers);
}

export function step(state: Autosave, event: AutosaveEvent): Step {
  switch (event.kind) {
    case 'edit':
      return edit(state, event.answers);
    case 'due':
      return due(state, event.key);
    case 'saved':
      return acknowledge(state, event.standing);
    case 'lost':
      return later(state, 'lost', 0);
    case 'busy':
      return later(state, 'busy', event.after ?? 0);
    case 'refused':
      // Refused for certain: nothing was done, so the next try is a new request. The text stays on screen and in the draft.
      return { state: { ...state, inFlight: false, asked: undefined, trouble: { kind: 'refused', code: event.code } }, effects: [{ kind: 'keep' }] };
    case 'stale':
      return stale(state, event.theirs);
    case 'resolved':
      return resolve(state, event.answers);
  }
}

/** Nobody knows whether it was done, or it was not: the same request is asked again, under its key. */
function later(state: Autosave, kind: 'lost' | 'busy', least: number): Step {
  const tries = state.tries + 1;
  const milliseconds = Math.max(least, Math.min(longestWait, 1000 * 2 ** Math.min(tries, 5)));
  return { state: { ...state, inFlight: false, trouble: { kind }, tries }, effects: [{ kind: 'keep' }, { kind: 'retry', milliseconds }] };
}

function edit(state: Autosave, answers: BlockAnswers): Step {
  const next = { ...state, current: answers };
  if (isSaved(next)) return { state: { ...next, trouble: undefined }, effects: [{ kind: 'forget' }] };
  if (state.inFlight || state.clash || state.trouble?.kind === 'lost' || state.trouble?.kind === 'busy') return { state: next, effects: [{ kind: 'keep' }] };
  return { state: next, effects: [{ kind: 'keep' }, { kind: 'wait', milliseconds: quiet }] };
}

function due(state: Autosave, key: string): Step {
  if (state.inFlight || state.clash || isSaved(state)) return { state, effects: [] };
  const request = state.asked ?? { key, base: state.saved.version, answers: state.current };
  return { state: { ...state, asked: request, inFlight: true }, effects: [{ kind: 'send', request }] };
}

function acknowledge(state: Autosave, standing: Standing): Step {
  const answers = state.asked?.answers ?? state.current;
  const next: Autosave = { saved: { ...standing, answers }, current: state.current, inFlight: false, tries: 0 };
  return settled(next);
}

/** Base has moved: forget the draft where the server has everything, else keep it with the new base and go on saving. */
function settled(state: Autosave): Step {
  if (isSaved(state)) return { state, effects: [{ kind: 'forget' }] };
  return { state, effects: [{ kind: 'keep' }, { kind: 'wait', milliseconds: quiet }] };
}

function stale(state: Autosave, theirs: Standing): Step {
  const base: Autosave = { ...state, asked: undefined, inFlight: false, trouble: undefined, tries: 0 };
  // The other text is ours already (a second tab with the same draft), or only the counter moved: nobody loses anything.
  if (sameAnswers(theirs.answers, state.current) || sameAnswers(theirs.answers, state.saved.answers)) return settled({ ...base, saved: theirs });
  return { state: { ...base, clash: theirs }, effects: [{ kind: 'keep' }] };
}

function resolve(state: Autosave, answers: BlockAnswers): Step {
  if (!state.clash) return edit(state, answers);
  return settled({ ...state, saved: state.clash, clash: undefined, current: answers });
}
