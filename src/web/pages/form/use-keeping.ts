import { useEffect } from 'react';
import { anythingAtRisk, flushEverything, keepEverything } from './open-documents.ts';

/** Saves when the line comes back, keeps drafts when the page is put away, and asks before leaving only where something would be lost. */
export function useKeeping(): void {
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') keepEverything();
    };
    const onLeave = (event: BeforeUnloadEvent): void => {
      keepEverything();
      if (anythingAtRisk()) event.preventDefault();
    };
    addEventListener('online', flushEverything);
    document.addEventListener('visibilitychange', onHide);
    addEventListener('pagehide', keepEverything);
    addEventListener('beforeunload', onLeave);
    return () => {
      removeEventListener('online', flushEverything);
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('pagehide', keepEverything);
      removeEventListener('beforeunload', onLeave);
      flushEverything();
    };
  }, []);
}
