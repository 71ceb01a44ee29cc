import { findDeadlines, findOpenCall } from '#db/calls.ts';
import { isRehearsal, now } from '#db/clock.ts';
import { findEdition } from '#db/editions.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from './deps.ts';

/** The product's clock. */
export async function readClock(deps: Deps): Promise<{ now: string; rehearsal: boolean; demo: boolean }> {
  return { now: await now(deps.db), rehearsal: await isRehearsal(deps.db), demo: deps.demo };
}

/** The call that zones file under now, with the deadlines in force for everybody. */
export async function readCall(deps: Deps) {
  const call = await findOpenCall(deps.db);
  if (call === undefined) throw new Refusal('notFound');
  const { id, title, editionDigest: edition, published } = call;
  return { id, title, edition, published, ...(await findDeadlines(deps.db, id)) };
}

/** A frozen edition by its digest. */
export async function readEdition(deps: Deps, digest: string): Promise<Edition> {
  const edition = await findEdition(deps.db, digest);
  if (edition === undefined) throw new Refusal('unknownEdition');
  return edition;
}
