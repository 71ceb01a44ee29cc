import { useSyncExternalStore } from 'react';
import { useForm } from './form-context.ts';

/** Walks through everything that still asks something, clashes of two texts first. */
export function useNextProblem(): { readonly count: number; readonly go: () => void } {
  const { review, store, jumps } = useForm();
  const problems = useSyncExternalStore(review.subscribe, review.open);
  const clashes = useSyncExternalStore(store.subscribe, () => clashing().join(' '));

  function clashing(): readonly string[] {
    return store.form.blocks.filter((block) => store.state(block.key).clash).map((block) => `${store.pointer}/${block.key}`);
  }
  function go(): void {
    const places = [...clashing(), ...new Set(problems.map((problem) => problem.path))];
    const next = places[places.indexOf(jumps.last() ?? '') + 1] ?? places[0];
    if (next === undefined) return;
    review.reveal(next);
    // The sentence is drawn first, so that the place is where it will be.
    requestAnimationFrame(() => jumps.to(next));
  }
  return { count: problems.length + (clashes === '' ? 0 : 1), go };
}
