import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { figureAt, figuresOf } from '#domain/narrative/references.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { answersOf } from '#web/progress/use-progress.ts';

/** The form's figures as the server has them; one object for the page's life, so that the editor stays, told when the form changes. */
export function useFigures(edition: Edition, file: PlanFile): LiveFigures {
  const { form } = file.documents;
  const latest = useRef(form);
  const listeners = useRef(new Set<() => void>());
  const [figures] = useState<LiveFigures>(() => ({
    at: (path) => figureAt(edition, answersOf(latest.current), path),
    all: () => figuresOf(edition, answersOf(latest.current)),
    subscribe: (listener) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    },
  }));
  useLayoutEffect(() => {
    latest.current = form;
  }, [form]);
  useEffect(() => {
    for (const listener of listeners.current) listener();
  }, [form]);
  return figures;
}
