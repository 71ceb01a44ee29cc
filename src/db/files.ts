import { createHash } from 'node:crypto';
import type { Db } from './pool.ts';

export interface StoredFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Keeps bytes under their SM3, once; returns it. */
export async function keepFile(db: Db, mediaType: string, bytes: Uint8Array): Promise<string> {
  const digest = digestOf(bytes);
  await db
    .insertInto('documentFile')
    .values({ digest, mediaType, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  return digest;
}

export async function findFile(db: Db, digest: string): Promise<StoredFile | undefined> {
  return db.selectFrom('documentFile').select(['mediaType', 'bytes']).where('digest', '=', digest).executeTakeFirst();
}

/** SM3 of bytes, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex');
}
