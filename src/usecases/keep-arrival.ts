import { type Asked, findArrival, insertArrival, isFiling } from '#db/arrivals.ts';
import { digestOf } from '#db/files.ts';
import type { Db } from '#db/pool.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';

/**
 * What is promised to whoever files at the last minute.
 *
 * A request is judged by the instant, on the database's clock, at which its body was complete: reading, waiting and drawing come after it
 * and cost nothing. As soon as what it asks for has been found in order, and before the long work begins, that instant is written down
 * under the request's key. A server that is lost from then on costs nothing either: the browser sends the same request once more under its
 * key, and it is judged by the instant that was written down, as long as it would freeze exactly the same thing. Another text is
 * another filing, and is judged by its own instant.
 *
 * What a server was told and had not yet written down when it was lost is known to nobody but the sender; the retry is then judged by
 * its own arrival. An instant that a browser claims never counts: there is no field for one.
 */
export async function keptArrival(db: Db, asked: Asked, arrivedAt: string): Promise<{ readonly at: string; readonly keep: () => Promise<void> }> {
  const first = await findArrival(db, asked);
  return { at: first ?? arrivedAt, keep: first === undefined ? () => insertArrival(db, asked, arrivedAt) : async () => {} };
}

/** `says`: everything that would be frozen, by digest where it is long. */
export function askedOf(actor: string, key: string, says: JsonObject & { readonly plan: string }): Asked {
  return { actor, key, saysDigest: digestOf(Buffer.from(canonicalJson(says))), planId: says.plan };
}

/** Longer than drawing and waiting ever take. */
const filingMinutes = 5;

/**
 * After the deadline the text stands still while a filing that came before it is made ready: what a colleague's window saves in that
 * moment was not there in time, and must neither get into the filing nor spoil it. The window keeps it and tries again.
 */
export async function refuseWhileFiling(db: Db, plan: { readonly id: string; readonly submitBy: string }, at: string): Promise<void> {
  if (Date.parse(at) < Date.parse(plan.submitBy)) return;
  if (await isFiling(db, plan.id, plan.submitBy, filingMinutes)) throw new Refusal('busy');
}
