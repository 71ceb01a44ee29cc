import type { Json } from '#domain/values/json.ts';
import type { Db, Tx } from './pool.ts';

export interface CommandKey {
  /** User id. */
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  readonly bodyDigest: string;
  readonly reply: Json;
}

export async function findKey(db: Db, actor: string, key: string): Promise<CommandKey | undefined> {
  return db
    .selectFrom('commandKey')
    .select(['actor', 'key', 'route', 'bodyDigest', 'reply'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst();
}

/**
 * Keeps a command's reply under its key, in the command's transaction. False where another transaction has kept the same key
 * since it was looked up: then this one must roll back and answer with the kept reply.
 */
export async function insertKey(tx: Tx, entry: CommandKey): Promise<boolean> {
  const row = await tx
    .insertInto('commandKey')
    .values({ ...entry, reply: JSON.stringify(entry.reply) })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}
