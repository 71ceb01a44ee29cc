import { useSyncExternalStore } from 'react';

/** Difference between the server's clock and this computer's, in milliseconds. Deadlines are shown by the server's. */
let offset = 0;
const listeners = new Map<number, Set<() => void>>();

/** Takes over an answer of the server; `asked` and `answered` are this computer's clock before and after. */
export function setServerClock(now: string, asked: number, answered: number): void {
  offset = Date.parse(now) - (asked + answered) / 2;
  for (const set of listeners.values()) for (const listener of set) listener();
}

/** Now by the server's clock, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** An instant of this computer's clock by the server's. */
export function toServerTime(local: number): number {
  return local + offset;
}

/** Now by the server's clock, anew every `step` milliseconds. */
export function useServerNow(step: number): number {
  return useSyncExternalStore(
    (listener) => {
      const set = listeners.get(step) ?? new Set();
      listeners.set(step, set.add(listener));
      const timer = setInterval(listener, Math.min(step, 1000));
      return () => {
        clearInterval(timer);
        set.delete(listener);
      };
    },
    () => Math.floor(serverNow() / step) * step,
  );
}
