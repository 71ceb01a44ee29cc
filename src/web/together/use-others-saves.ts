import { useEffect, useRef } from 'react';
import type { Together } from '#web/api/together-queries.ts';
import type { DocumentStore } from '#web/pages/form/document-store.ts';

/**
 * Fetches the document anew when somebody saved a block that this page does not have yet. What is typed here is never overwritten:
 * a block with changes keeps them, and its next save meets the other's text.
 */
export function useOthersSaves(store: DocumentStore, now: Together | undefined, refresh: () => Promise<void>): void {
  const handled = useRef('');
  useEffect(() => {
    if (!now) return;
    const newer = store.form.blocks
      .filter(({ key }) => (now.versions[key] ?? 0) > store.state(key).saved.version)
      .map(({ key }) => `${key} ${now.versions[key]}`);
    const news = newer.join(',');
    if (news === '' || news === handled.current) return;
    handled.current = news;
    void refresh();
  }, [store, now, refresh]);
}
