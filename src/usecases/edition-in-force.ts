import { findOpenCall } from '#db/calls.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';

/** The edition of the open call; between calls the newest on this server. */
export async function editionInForce(deps: Deps): Promise<Edition> {
  const call = await findOpenCall(deps.db);
  if (call !== undefined) return pinnedEdition(deps.db, call.editionDigest);
  const [newest] = deps.editions;
  if (newest === undefined) throw new Refusal('unknownEdition');
  return newest;
}
