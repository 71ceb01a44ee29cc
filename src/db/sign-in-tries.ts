import { sql } from 'kysely';
import type { Db } from './pool.ts';

/**
 * Counts one more try under this name and answers how many there were within the window, this one included. Counted before the
 * password is looked at, so that tries made at the same moment cannot outrun the count.
 */
export async function countTry(db: Db, name: string, windowSeconds: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into auth."rateLimit" as tries (id, key, count, "lastRequest")
    values (${name}, ${name}, 1, extract(epoch from clock_timestamp()) * 1000)
    on conflict (key) do update set
      count = case when tries."lastRequest" > excluded."lastRequest" - ${windowSeconds * 1000}::bigint then tries.count + 1 else 1 end,
      "lastRequest" = case when tries."lastRequest" > excluded."lastRequest" - ${windowSeconds * 1000}::bigint then tries."lastRequest" else excluded."lastRequest" end
    returning count`.execute(db);
  return rows[0]!.count;
}

/** Forgets what lies before the window, so that names tried once do not stay for ever. Rows in use by another sign-in are left to the next. */
export async function forgetOldTries(db: Db, windowSeconds: number): Promise<void> {
  await sql`delete from auth."rateLimit" where id in (
    select id from auth."rateLimit" where "lastRequest" < (extract(epoch from clock_timestamp()) - ${windowSeconds}::integer) * 1000
    limit 100 for update skip locked)`.execute(db);
}

/** Forgets every try under this name: the right password was given. */
export async function forgetTries(db: Db, name: string): Promise<void> {
  await sql`delete from auth."rateLimit" where key = ${name}`.execute(db);
}

/** Takes one try back: it was no wrong one. */
export async function uncountTry(db: Db, name: string): Promise<void> {
  await sql`update auth."rateLimit" set count = count - 1 where key = ${name} and count > 0`.execute(db);
}
