import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for the component's life, doing what the latest drawing says: those who hold it need not be drawn again. */
export function useStable<A extends readonly unknown[]>(action: (...args: A) => void): (...args: A) => void {
  const latest = useRef(action);
  useLayoutEffect(() => {
    latest.current = action;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
