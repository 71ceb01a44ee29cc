import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** The instant that decides, ISO 8601 in UTC: the database's clock, moved only in rehearsal mode. */
export async function now(db: Db): Promise<string> {
  const { rows } = await sql<{ now: string }>`select jiqun_now() as now`.execute(db);
  return rows[0]!.now;
}

/** True while the clock is moved. */
export async function isRehearsal(db: Db): Promise<boolean> {
  const row = await db.selectFrom('rehearsalClock').select('single').executeTakeFirst();
  return row !== undefined;
}

/** Makes it `instant` at this moment; needs the owner's connection. */
export async function moveClock(owner: Db, instant: string): Promise<void> {
  await sql`insert into rehearsal_clock (ahead) values (${instant}::timestamptz - clock_timestamp())
    on conflict (single) do update set ahead = excluded.ahead`.execute(owner);
}
