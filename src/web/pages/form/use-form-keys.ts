import { useEffect } from 'react';
import { goToBlock } from './contents-list.tsx';
import { useForm } from './form-context.ts';
import { useNextProblem } from './use-next-problem.ts';

/** Alt+↓ and Alt+↑ go from block to block, Alt+P to the next problem. */
export function useFormKeys(active: string): void {
  const { store } = useForm();
  const { go } = useNextProblem();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.code === 'KeyP') {
        event.preventDefault();
        return go();
      }
      // In a list of options Alt+↓ opens it.
      if (event.target instanceof HTMLSelectElement) return;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const blocks = store.form.blocks;
      const inside = document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? active;
      const next = step === 0 ? undefined : blocks[blocks.findIndex((block) => block.key === inside) + step];
      if (!next) return;
      event.preventDefault();
      goToBlock(next.key);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, go, active]);
}
