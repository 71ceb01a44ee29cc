import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { solicitationQuery, type Solicitation, type Terms } from '#web/api/solicitation-queries.ts';
import { useKept } from '#web/drafts/use-kept.ts';

export interface TermsSaving {
  readonly state: 'saved' | 'saving' | 'failed';
  /** When the last save was answered, by the server's clock; undefined before the first. */
  readonly at?: number;
}

/** Milliseconds of quiet after the last change before the draft is sent. */
const quiet = 800;

/**
 * The terms of a draft as they are typed: kept on this computer at once, sent a moment later, all of them. What an earlier visit
 * could not send stands in the form again.
 */
export function useTerms(solicitation: Solicitation, user: string | undefined) {
  const { value, set: keep, forget, restored } = useKept(user, `terms ${solicitation.id}`, solicitation.terms, readTerms);
  const [saving, setSaving] = useState<TermsSaving>({ state: 'saved' });
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id } = solicitation;
  useEffect(() => {
    latest.current = value;
  }, [value]);

  const saveNow = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const terms = latest.current;
    setSaving({ state: 'saving' });
    try {
      await call('saveSolicitation', { params: { solicitation: id }, body: { terms: { ...terms, industries: [...terms.industries] } } });
      queryClient.setQueryData(solicitationQuery(id).queryKey, (known) => known && { ...known, terms });
      if (latest.current === terms) {
        await forget();
        setSaving({ state: 'saved', at: serverNow() });
      }
      return true;
    } catch {
      setSaving({ state: 'failed' });
      return false;
    }
  }, [id, forget]);

  useEffect(() => {
    if (!restored) return undefined;
    const soon = setTimeout(() => void saveNow(), 0);
    return () => clearTimeout(soon);
  }, [restored, saveNow]);
  // Leaving the page sends what waits.
  useEffect(
    () => () => {
      if (timer.current !== undefined) void saveNow();
    },
    [saveNow],
  );
  const set = useCallback(
    (terms: Terms): void => {
      latest.current = terms;
      keep(terms);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveNow(), quiet);
    },
    [keep, saveNow],
  );
  return { terms: value, set, saving, saveNow };
}

/** What an earlier visit kept; undefined for anything else. */
export function readTerms(kept: unknown): Terms | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  if (!('title' in kept && 'text' in kept && 'until' in kept && 'industries' in kept && 'contact' in kept && 'phone' in kept)) return undefined;
  const { title, text, until, industries, contact, phone } = kept;
  if (typeof title !== 'string' || typeof text !== 'string' || typeof contact !== 'string' || typeof phone !== 'string') return undefined;
  if (!Array.isArray(industries)) return undefined;
  return {
    title,
    text,
    until: typeof until === 'string' ? until : null,
    industries: industries.filter((code): code is string => typeof code === 'string'),
    contact,
    phone,
  };
}
