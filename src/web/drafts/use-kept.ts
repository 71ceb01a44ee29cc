import { useCallback, useEffect, useRef, useState } from 'react';
import { isObject } from '#domain/forms/answers.ts';
import type { Json } from '#domain/values/json.ts';
import { browserShelf } from './draft-store.ts';

/**
 * What a person has typed into a form that is sent as a whole, kept on this computer until it was. The key begins as every draft's
 * does, so that signing out counts and wipes it. `read` takes what was kept, or refuses it, and is one function for good.
 */
export function useKept<T extends Json>(
  user: string | undefined,
  name: string,
  initial: T,
  read: (kept: unknown) => T | undefined,
): { readonly value: T; readonly set: (value: T) => void; readonly forget: () => Promise<void>; readonly restored: boolean } {
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);
  const key = user === undefined ? undefined : JSON.stringify(['draft', user, name]);
  useEffect(() => {
    if (key === undefined) return undefined;
    let gone = false;
    const restore = async (): Promise<void> => {
      const entries = await browserShelf.entries();
      const kept = read(entries.find(([each]) => each === key)?.[1]);
      if (gone || touched.current || kept === undefined) return;
      setValue(kept);
      setRestored(true);
    };
    void restore();
    return () => {
      gone = true;
    };
  }, [key, read]);
  const set = useCallback(
    (next: T) => {
      touched.current = true;
      setValue(next);
      // A browser that keeps nothing (private window, full disk) still shows what was typed.
      if (key !== undefined) void browserShelf.set(key, next).catch(() => undefined);
    },
    [key],
  );
  const forget = useCallback(async () => {
    if (key !== undefined) await browserShelf.del(key).catch(() => undefined);
  }, [key]);
  return { value, set, forget, restored };
}

/** Reads one text. */
export function readText(kept: unknown): string | undefined {
  return typeof kept === 'string' ? kept : undefined;
}

/** Reads texts that were kept under the same names. */
export function readTexts<Name extends string>(sample: Readonly<Record<Name, string>>): (kept: unknown) => Record<Name, string> | undefined {
  const names = Object.keys(sample);
  const isAlike = (kept: unknown): kept is Record<Name, string> => isObject(kept) && names.every((name) => typeof kept[name] === 'string');
  return (kept) => (isAlike(kept) ? kept : undefined);
}
