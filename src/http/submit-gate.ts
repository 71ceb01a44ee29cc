import { Refusal } from '#domain/values/refusal.ts';
import type { Session } from '#usecases/session.ts';
import { type Door, type Leave, openLane } from './door.ts';

/** Of one organisation: its people at work at once, and those that wait. */
const ofOne = { room: 4, queue: 100, patience: 50_000 };
/** Sessions looked up at once for requests that want to submit. */
const lookups = { room: 4, queue: 500, patience: 50_000 };

export interface Admitted {
  readonly actor: Session;
  readonly leave: Leave;
}

/**
 * Stands before the lane of submissions, so that an organisation that asks again and again waits for itself and keeps nobody else out.
 * The person is who they were when the request came.
 */
export function submitGate(door: Door): (find: () => Promise<Session | null>) => Promise<Admitted> {
  const look = openLane(lookups);
  const organisations = new Map<string, { readonly enter: ReturnType<typeof openLane>; users: number }>();

  async function take(name: string): Promise<Leave> {
    const line = organisations.get(name) ?? { enter: openLane(ofOne), users: 0 };
    organisations.set(name, line);
    line.users++;
    const forget = (): void => {
      line.users--;
      if (line.users === 0) organisations.delete(name);
    };
    try {
      const leave = await line.enter();
      return () => {
        leave();
        forget();
      };
    } catch (error) {
      forget();
      throw error;
    }
  }

  return async (find) => {
    const looked = await look();
    const actor = await find().finally(looked);
    if (actor === null) throw new Refusal('notSignedIn');
    const goes = await take(actor.organisation);
    try {
      const leave = await door.submit();
      return {
        actor,
        leave: () => {
          leave();
          goes();
        },
      };
    } catch (error) {
      goes();
      throw error;
    }
  };
}
