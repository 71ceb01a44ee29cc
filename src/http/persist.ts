import { setTimeout } from 'node:timers/promises';
import { Refusal } from '#domain/values/refusal.ts';
import { isBusy } from '#usecases/busy.ts';

/** Milliseconds after its arrival until which a request is carried out once more by the server itself, and between the tries. */
const patience = 30_000;
const pause = 500;

/**
 * Does the work, and once more after a pause where the server was too busy or the database was away: a request whose deadline may pass
 * meanwhile is not sent home while somebody still knows when it arrived. Only for what may be asked twice, as every command may.
 */
export async function persist<T>(elapsed: () => number, work: () => Promise<T>, rest = (): Promise<unknown> => setTimeout(pause)): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isPassing = isBusy(error) || (error instanceof Refusal && error.code === 'busy');
      if (!isPassing || elapsed() > patience) throw error;
      await rest();
    }
  }
}
