import { useEffect } from 'react';
import { call } from '#web/api/call.ts';
import type { DocumentPlace } from '#web/api/together-queries.ts';
import { thisTab } from '#web/drafts/tab.ts';

const beatEvery = 15_000;

/** Says where this tab is, at once and then every 15 seconds while it is seen; says goodbye when the document is left. Never disturbs: what does not arrive is not missed. `heard`: this person works on the document, and does not only read what was filed. */
export function usePresence({ plan, document: name }: DocumentPlace, block: string, heard: boolean): void {
  useEffect(() => {
    if (!heard) return;
    const tell = (where: string): void => {
      void thisTab()
        .then((tab) => call('tellPresence', { params: { plan, document: name }, body: { tab, block: where }, askSignIn: false }))
        .catch(() => {});
    };
    const beat = (): void => {
      if (document.visibilityState === 'visible') tell(block);
    };
    beat();
    const timer = setInterval(beat, beatEvery);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
    };
  }, [plan, name, block, heard]);
  useEffect(() => {
    if (!heard) return;
    return () =>
      void thisTab()
        .then((tab) => call('tellPresence', { params: { plan, document: name }, body: { tab, block: '' }, askSignIn: false }))
        .catch(() => {});
  }, [plan, name, heard]);
}
