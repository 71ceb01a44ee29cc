import type { BlockAnswers } from '#domain/forms/definition.ts';
import { begin, isSaved, step, type Autosave, type AutosaveEvent, type SaveRequest, type Standing } from './autosave.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { spread } from '#web/api/retry-wait.ts';

/** What the saving of one block needs from outside. */
export interface SaverPorts {
  /** Asks the server and says what came of it; never throws. */
  readonly send: (request: SaveRequest) => Promise<AutosaveEvent>;
  /** Writes the draft; rejects where the browser would not keep it. */
  readonly keep: (state: Autosave) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly changed: () => void;
}

export interface Saver {
  readonly state: () => Autosave;
  readonly edit: (answers: BlockAnswers) => void;
  readonly resolve: (answers: BlockAnswers) => void;
  /** Saves now: the block was left, the line is back, the person presses 重试. */
  readonly flush: () => void;
  /** Text from an earlier visit: `was` and `base` say what it was written on. */
  readonly restore: (draft: { readonly answers: BlockAnswers; readonly base: number; readonly was: BlockAnswers }) => void;
  /** The server's text moved while nothing was typed here. */
  readonly renew: (standing: Standing) => void;
  /** True while text on screen is neither on the server nor in the draft. */
  readonly atRisk: () => boolean;
  /** Writes what is waiting to be written, now. */
  readonly keepNow: () => Promise<void>;
}

/** At most so many milliseconds between a change and its draft. */
const draftEvery = 250;

/** Runs the autosave of one block: timers, requests, drafts. */
export function openSaver(standing: Standing, ports: SaverPorts): Saver {
  let state = begin(standing);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let kept: BlockAnswers | undefined;
  let keptAt = 0;

  function feed(event: AutosaveEvent): void {
    const next = step(state, event);
    state = next.state;
    for (const effect of next.effects) {
      if (effect.kind === 'send') void ports.send(effect.request).then(feed);
      if (effect.kind === 'wait') wait(effect.milliseconds);
      if (effect.kind === 'retry') wait(spread(effect.milliseconds));
      if (effect.kind === 'keep') keepSoon();
      if (effect.kind === 'forget') forget();
    }
    ports.changed();
  }

  function wait(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(flush, milliseconds);
  }

  function flush(): void {
    clearTimeout(timer);
    feed({ kind: 'due', key: freshKey() });
  }

  function keepSoon(): void {
    if (draftTimer !== undefined) return;
    const pause = Math.max(0, keptAt + draftEvery - Date.now());
    draftTimer = setTimeout(() => void keepNow(), pause);
  }

  async function keepNow(): Promise<void> {
    clearTimeout(draftTimer);
    draftTimer = undefined;
    if (isSaved(state) || kept === state.current) return;
    const writing = state.current;
    keptAt = Date.now();
    try {
      await ports.keep(state);
      kept = writing;
    } catch {
      // The browser keeps nothing (private window, full disk): the page then asks before it is left.
      kept = undefined;
    }
  }

  function forget(): void {
    clearTimeout(draftTimer);
    clearTimeout(timer);
    draftTimer = undefined;
    kept = undefined;
    void ports.forget();
  }

  return {
    state: () => state,
    edit: (answers) => feed({ kind: 'edit', answers }),
    resolve: (answers) => feed({ kind: 'resolved', answers }),
    flush,
    restore: ({ answers, base, was }) => {
      const theirs = state.saved;
      state = { ...state, saved: { ...theirs, version: base, answers: was } };
      feed({ kind: 'edit', answers });
      if (base !== theirs.version) feed({ kind: 'stale', theirs });
    },
    renew: (newer) => {
      if (newer.version <= state.saved.version || !isSaved(state) || state.inFlight) return;
      state = begin(newer);
      ports.changed();
    },
    atRisk: () => !isSaved(state) && kept !== state.current,
    keepNow,
  };
}
