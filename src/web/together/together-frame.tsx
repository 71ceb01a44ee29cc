import './together.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { togetherQuery } from '#web/api/together-queries.ts';
import type { DocumentStore } from '#web/pages/form/document-store.ts';
import { SharedContext, type Aside, type Shared } from './together-context.ts';
import { useOthersSaves } from './use-others-saves.ts';
import { usePresence } from './use-presence.ts';

const CommentsDrawer = lazy(async () => ({ default: (await import('./comments-drawer.tsx')).CommentsDrawer }));
const HistoryDrawer = lazy(async () => ({ default: (await import('./history-drawer.tsx')).HistoryDrawer }));
const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }));

/**
 * Makes a document one that several people work on: says where this tab is, hears where the others are, takes over what they saved, and
 * opens comments, history and tasks for the marks inside. `plan` is the id of the plan that the document belongs to, also for a company.
 */
export function TogetherFrame({
  plan,
  edition,
  store,
  active,
  goTo,
  refresh,
  children,
}: {
  readonly plan: string;
  readonly edition: Edition;
  readonly store: DocumentStore;
  /** Block that the person is in. */
  readonly active: string;
  readonly goTo: (pointer: string) => void;
  readonly refresh: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const { document } = store;
  const { data: now } = useQuery(togetherQuery({ plan, document }));
  const [aside, open] = useState<Aside>();
  const close = useCallback(() => open(undefined), []);
  usePresence({ plan, document }, active, now !== undefined);
  useOthersSaves(store, now, refresh);
  const shared = useMemo<Shared>(() => ({ plan, document, edition, store, now, open, goTo, refresh }), [plan, document, edition, store, now, goTo, refresh]);
  return (
    <SharedContext value={shared}>
      {children}
      <Suspense>
        {aside?.kind === 'comments' && <CommentsDrawer key={`${aside.block} ${aside.path}`} shared={shared} at={aside} onClose={close} />}
        {aside?.kind === 'history' && <HistoryDrawer shared={shared} block={aside.block} onClose={close} />}
        {aside?.kind === 'task' && <TaskDialog shared={shared} at={aside} onClose={close} />}
      </Suspense>
    </SharedContext>
  );
}
