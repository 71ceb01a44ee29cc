import { sql } from 'kysely';
import type { Db } from './pool.ts';

export interface Limit {
  readonly most: number;
  readonly seconds: number;
  readonly after: 'first' | 'last';
}

export interface Tries {
  /** How many there were, this one included; not more than one above `most` is counted. */
  readonly count: number;
  /** Seconds until the count begins anew. */
  readonly seconds: number;
}

/**
 * Counts one more try under this key. Counted before the password is looked at, so that tries made at the same moment cannot outrun
 * the count. It begins anew `seconds` after the first try, or after the last one that was let through: what is refused prolongs nothing.
 */
export async function countTry(db: Db, key: string, { most, seconds, after }: Limit): Promise<Tries> {
  const { rows } = await sql<Tries>`
    insert into auth."rateLimit" as tries (id, key, count, "lastRequest")
    values (gen_random_uuid()::text, ${key}, 1, ${milliseconds})
    on conflict (key) do update set
      count = case when tries."lastRequest" > excluded."lastRequest" - ${seconds * 1000}::bigint then least(tries.count, ${most}::integer) + 1 else 1 end,
      "lastRequest" = case when tries."lastRequest" > excluded."lastRequest" - ${seconds * 1000}::bigint and (${after === 'first'} or tries.count >= ${most})
        then tries."lastRequest" else excluded."lastRequest" end
    returning count, ceil((tries."lastRequest" + ${seconds * 1000}::bigint - ${milliseconds}) / 1000.0)::integer as seconds`.execute(db);
  return rows[0]!;
}

const milliseconds = sql`(extract(epoch from public.jiqun_now()) * 1000)::bigint`;

/** Seconds for which each of these keys is still held back; keys that are not are left out. */
export async function heldBack(db: Db, keys: readonly string[], { most, seconds }: Limit): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; seconds: number }>`
    select key, ceil(("lastRequest" + ${seconds * 1000}::bigint - ${milliseconds}) / 1000.0)::integer as seconds from auth."rateLimit"
    where key in (${sql.join(keys)}) and count >= ${most} and "lastRequest" > ${milliseconds} - ${seconds * 1000}::bigint`.execute(db);
  return new Map(rows.map((row) => [row.key, row.seconds]));
}

/** Forgets what is older than this, so that names tried once do not stay for ever. Rows in use by another sign-in are left to the next. */
export async function forgetOldTries(db: Db, seconds: number): Promise<void> {
  await sql`delete from auth."rateLimit" where id in (
    select id from auth."rateLimit" where "lastRequest" < ${milliseconds} - ${seconds * 1000}::bigint limit 100 for update skip locked)`.execute(db);
}

/** Forgets every try under this key. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await sql`delete from auth."rateLimit" where key = ${key}`.execute(db);
}

/** Takes one try back: it was no wrong one. */
export async function uncountTry(db: Db, key: string): Promise<void> {
  await sql`update auth."rateLimit" set count = count - 1 where key = ${key} and count > 0`.execute(db);
}
