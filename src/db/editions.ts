import type { Edition } from '#domain/programme/edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';
import type { Db, Tx } from './pool.ts';

/** Stores the snapshot under its digest, once; returns the digest. */
export async function keepEdition(tx: Tx, edition: Edition): Promise<string> {
  const content = JSON.stringify(edition);
  const value: Json = JSON.parse(content);
  const digest = contentDigest(value);
  await tx
    .insertInto('editionSnapshot')
    .values({ digest, id: edition.id, content })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  return digest;
}

export async function findEdition(db: Db, digest: string): Promise<Edition | undefined> {
  const row = await db.selectFrom('editionSnapshot').select('content').where('digest', '=', digest).executeTakeFirst();
  return row?.content;
}
