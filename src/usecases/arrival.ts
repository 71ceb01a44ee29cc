import { now } from '#db/clock.ts';
import type { Db } from '#db/pool.ts';

/** How far apart asking and hearing may be before the clock is asked again, in milliseconds. */
const near = 5;
const tries = 4;

/**
 * The instant at which a request had arrived in full, by the database's clock, ISO 8601. `elapsed` is how long ago that was, on this
 * process's clock. The database's clock is read between two readings of ours; the closest of several readings counts, and its midpoint,
 * so that a slow answer moves the instant neither way.
 */
export async function arrivalOf(db: Db, elapsed: () => number): Promise<string> {
  let best: { readonly at: number; readonly apart: number } | undefined;
  for (let tried = 0; tried < tries && (best === undefined || best.apart > near); tried++) {
    const before = elapsed();
    const clock = Date.parse(await now(db));
    const apart = elapsed() - before;
    if (best === undefined || apart < best.apart) best = { at: clock - Math.round(before + apart / 2), apart };
  }
  return new Date(best?.at ?? Number.NaN).toISOString();
}
