import { Refusal } from '#domain/values/refusal.ts';
import type { Load, Route } from './contract/define.ts';

/** How much of one kind of work one process takes on at once. */
export interface LaneLimits {
  /** Work inside at once: requests, or bytes for uploads. */
  readonly room: number;
  /** Requests that may wait at the door; more are refused at once. */
  readonly queue: number;
  /** Milliseconds after which one that still waits is refused. */
  readonly patience: number;
}

export type Lanes = Readonly<Record<Exclude<Load, 'none'>, LaneLimits>>;

/**
 * What one process takes. A request waits here before it asks for a database connection, and what lies inside fits the connections of
 * the pool (db/pool.ts). Of submissions there is one a zone: many are inside at once, since most of their time they wait for a renderer
 * and hold nothing, and since only inside can it be written down when they arrived. Uploads are counted in bytes, as each may stand in
 * memory whole.
 */
export const defaultLanes: Lanes = {
  read: { room: 6, queue: 200, patience: 5_000 },
  write: { room: 6, queue: 200, patience: 10_000 },
  submit: { room: 24, queue: 500, patience: 50_000 },
  render: { room: 2, queue: 24, patience: 20_000 },
  look: { room: 4, queue: 12, patience: 20_000 },
  password: { room: 2, queue: 200, patience: 10_000 },
  upload: { room: 200 * 1_048_576, queue: 32, patience: 5_000 },
};

/** Ends a stay; called once more, it does nothing. */
export type Leave = () => void;

interface Waiting {
  readonly weight: number;
  readonly enter: (leave: Leave) => void;
  readonly timer: NodeJS.Timeout;
}

/** Lets in while there is room, first come, first served; throws Refusal `busy` where the queue is full or the wait was too long. */
export function openLane({ room, queue, patience }: LaneLimits): (weight?: number) => Promise<Leave> {
  let taken = 0;
  const waiting: Waiting[] = [];

  function stay(weight: number): Leave {
    taken += weight;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      taken -= weight;
      admit();
    };
  }

  function admit(): void {
    for (let first = waiting[0]; first !== undefined && taken + first.weight <= room; first = waiting[0]) {
      waiting.shift();
      clearTimeout(first.timer);
      first.enter(stay(first.weight));
    }
  }

  return async (asked = 1) => {
    const weight = Math.min(asked, room);
    if (waiting.length === 0 && taken + weight <= room) return stay(weight);
    if (waiting.length >= queue) throw new Refusal('busy');
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(new Refusal('busy'));
        // A heavy one may have kept lighter ones out.
        admit();
      };
      const one: Waiting = { weight, enter: resolve, timer: setTimeout(giveUp, patience) };
      waiting.push(one);
    });
  };
}

export type Door = Readonly<Record<Load, (weight?: number) => Promise<Leave>>>;

const free: Leave = () => {};

export function openDoor(lanes: Lanes): Door {
  return {
    read: openLane(lanes.read),
    write: openLane(lanes.write),
    submit: openLane(lanes.submit),
    render: openLane(lanes.render),
    look: openLane(lanes.look),
    password: openLane(lanes.password),
    upload: openLane(lanes.upload),
    none: async () => free,
  };
}

/** The kind of work that a route is: what it says, else what its method says. */
export function loadOf(route: Pick<Route, 'load' | 'method'>): Load {
  return route.load ?? (route.method === 'GET' ? 'read' : 'write');
}
