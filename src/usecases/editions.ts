import { findEdition } from '#db/editions.ts';
import type { Db } from '#db/pool.ts';
import type { Edition } from '#domain/programme/edition.ts';

/** Snapshots by digest. A digest always means the same content, so that nothing kept here can become wrong. */
const kept = new Map<string, Edition>();
const most = 16;

/** A frozen edition that something pins: its absence is a fault of the database. */
export async function pinnedEdition(db: Db, digest: string): Promise<Edition> {
  const known = kept.get(digest);
  if (known !== undefined) return known;
  const edition = await findEdition(db, digest);
  if (edition === undefined) throw new Error('a pinned edition is missing');
  if (kept.size >= most) kept.clear();
  kept.set(digest, edition);
  return edition;
}
