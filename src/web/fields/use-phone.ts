import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 767px)');

/** True where the page is as narrow as a phone: big tables are then read, not filled in. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      phone.addEventListener('change', listener);
      return () => phone.removeEventListener('change', listener);
    },
    () => phone.matches,
  );
}
