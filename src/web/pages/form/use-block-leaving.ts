import { useEffect } from 'react';
import { useForm } from './form-context.ts';

/** When the focus goes from a block it is saved, and where it goes on within the page, its empty fields are judged too. */
export function useBlockLeaving(): void {
  const { store, review } = useForm();
  useEffect(() => {
    const onFocusOut = (event: FocusEvent): void => {
      const from = blockOf(event.target);
      if (from === undefined || from === blockOf(event.relatedTarget)) return;
      store.saver(from).flush();
      if (event.relatedTarget) review.leaveBlock(`${store.pointer}/${from}`);
    };
    document.addEventListener('focusout', onFocusOut);
    return () => document.removeEventListener('focusout', onFocusOut);
  }, [store, review]);
}

function blockOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-block]')?.dataset['block'] : undefined;
}
