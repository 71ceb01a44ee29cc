import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** A request as it asks for one thing: who, under which key, and the digest of everything that it asks for. */
export interface Asked {
  readonly actor: string;
  readonly key: string;
  readonly saysDigest: string;
  readonly planId: string;
}

/** When this very request had come in full first, as far as it was written down. */
export async function findArrival(db: Db, asked: Asked): Promise<string | undefined> {
  const row = await db
    .selectFrom('arrival')
    .select('arrivedAt')
    .where((where) => where.and({ actor: asked.actor, key: asked.key, saysDigest: asked.saysDigest }))
    .executeTakeFirst();
  return row?.arrivedAt;
}

/** Writes it down, at once and for good: not in the command's transaction, which is yet to come. Once is enough. */
export async function insertArrival(db: Db, asked: Asked, arrivedAt: string): Promise<void> {
  await db
    .insertInto('arrival')
    .values({ ...asked, arrivedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a filing of this plan that had come before `deadline` was written down in the last `minutes`: it may still be under way. */
export async function isFiling(db: Db, planId: string, deadline: string, minutes: number): Promise<boolean> {
  const row = await db
    .selectFrom('arrival')
    .select('key')
    .where('planId', '=', planId)
    .where('arrivedAt', '<', deadline)
    .where('arrivedAt', '>', sql<string>`jiqun_now() - make_interval(mins => ${minutes})`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
