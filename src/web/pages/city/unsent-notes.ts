import { useCallback, useEffect, useState } from 'react';
import { useKept } from '#web/drafts/use-kept.ts';
import { useMe } from '#web/shell/session.ts';
import { type NotePlace, placeKey } from './notes-context.ts';

/** A note that was typed and not noted yet. A type: it is kept as JSON. */
type Unsent = { readonly place: { readonly [part in keyof NotePlace]: string }; readonly text: string };
type AllUnsent = { readonly [key: string]: Unsent };

const none: AllUnsent = {};

export interface UnsentNotes {
  readonly textAt: (place: NotePlace) => string;
  /** An empty text forgets the place. */
  readonly type: (place: NotePlace, text: string) => void;
  /** The place that is being written on: after a reload, the one whose note did not get through. */
  readonly writing: NotePlace | undefined;
  readonly write: (place: NotePlace | undefined) => void;
}

/** What this person types beside a plan's answers, kept on this computer until it is noted. */
export function useUnsentNotes(plan: string): UnsentNotes {
  const { value, set, forget, restored } = useKept(useMe()?.username, `city notes ${plan}`, none, readUnsent);
  const [writing, write] = useState<NotePlace>();
  useEffect(() => {
    if (restored) write((open) => open ?? Object.values(value)[0]?.place);
    // Only what was found at the beginning is opened by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [restored]);
  const type = useCallback(
    (place: NotePlace, text: string) => {
      const { [placeKey(place)]: _, ...others } = value;
      const next = text === '' ? others : { ...others, [placeKey(place)]: { place: { ...place }, text } };
      set(next);
      if (Object.keys(next).length === 0) void forget();
    },
    [value, set, forget],
  );
  const textAt = useCallback((place: NotePlace) => value[placeKey(place)]?.text ?? '', [value]);
  return { textAt, type, writing, write };
}

function readUnsent(kept: unknown): AllUnsent | undefined {
  if (!isRecord(kept)) return undefined;
  const found = Object.entries(kept).flatMap(([key, one]) => {
    if (!isRecord(one) || !isRecord(one['place']) || typeof one['text'] !== 'string') return [];
    const { document, block, path, label } = one['place'];
    if (typeof document !== 'string' || typeof block !== 'string' || typeof path !== 'string' || typeof label !== 'string') return [];
    return [[key, { place: { document, block, path, label }, text: one['text'] }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
