import { sql } from 'kysely';
import { appendAudit } from './audit.ts';
import type { Db, Tx } from './pool.ts';

export interface PublishedHeadRow {
  /** Of Asia/Shanghai, as the others. */
  readonly day: string;
  readonly seq: number;
  readonly hash: string;
  /** Later than its day where the server was not running on it. */
  readonly publishedAt: string;
}

/** Missed days that are published late, at most: a server that stood still for longer has a gap, which everybody sees. */
const mostMissed = 31;

/**
 * Publishes the chain's head under every day that has passed since the last one, today included; answers how many. A missed day is
 * published late, with the head as it is now and the instant at which that happened: nothing is ever dated back. An empty chain has no head.
 */
export function publishHeads(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const head = await tx.selectFrom('auditHead').select(['seq', 'hash']).executeTakeFirstOrThrow();
    if (head.seq === 0) return 0;
    let published = 0;
    for (const day of await daysOwed(tx)) {
      const added = await tx
        .insertInto('publishedHead')
        .values({ day, ...head })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 1n) continue;
      await appendAudit(tx, { actor: 'system', command: 'head.published', subject: day, detail: { ...head } });
      published += 1;
    }
    return published;
  });
}

async function daysOwed(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`
    with today as (select (jiqun_now() at time zone 'Asia/Shanghai')::date as day), last as (select max(day)::date as day from published_head)
    select to_char(due, 'YYYY-MM-DD') as day
    from today, last, generate_series(greatest(coalesce(last.day + 1, today.day), today.day - ${mostMissed}::int), today.day, interval '1 day') due
    order by due`.execute(tx);
  return rows.map((row) => row.day);
}

/** Every published head, newest first. */
export function listPublishedHeads(db: Db): Promise<readonly PublishedHeadRow[]> {
  return db.selectFrom('publishedHead').selectAll().orderBy('day', 'desc').execute();
}

/** The link at this place of the chain; undefined where the chain is shorter. */
export async function linkAt(db: Db, seq: number): Promise<string | undefined> {
  return (await db.selectFrom('auditLink').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash;
}
