import { sql } from 'kysely';
import type { Db, Tx } from './pool.ts';

/** Of what there are only so many: recommendations of a city, by division code. */
export interface QuotaName {
  readonly callId: string;
  readonly kind: 'recommendation';
  readonly scope: string;
}

/**
 * Claims the lowest free slot for `holder`; undefined where all are taken. Whoever claims under the same quota waits for this transaction:
 * however many ask at once, `limit` of them get one. Slots beyond a limit that was lowered since count where they are still held.
 */
export async function claimSlot(tx: Tx, { callId, kind, scope }: QuotaName, limit: number, holder: string): Promise<number | undefined> {
  await tx
    .insertInto('quota')
    .values({ callId, kind, scope })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`select from quota where call_id = ${callId} and kind = ${kind} and scope = ${scope} for update`.execute(tx);
  await sql`insert into quota_slot (call_id, kind, scope, n) select ${callId}, ${kind}, ${scope}, n from generate_series(1, ${limit}::int) n
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ n: number }>`update quota_slot set holder = ${holder} where call_id = ${callId} and kind = ${kind} and scope = ${scope}
    and n = (select min(n) from quota_slot where call_id = ${callId} and kind = ${kind} and scope = ${scope} and holder is null and n <= ${limit})
    and ${limit} > (select count(*) from quota_slot where call_id = ${callId} and kind = ${kind} and scope = ${scope} and holder is not null)
    returning n`.execute(tx);
  return rows[0]?.n;
}

export async function freeSlot(tx: Tx, holder: string): Promise<void> {
  await tx.updateTable('quotaSlot').set({ holder: null }).where('holder', '=', holder).execute();
}

/** Bureaus whose cities hold more slots than `limit`. Whoever holds the call from recommending meanwhile knows that none is added. */
export async function citiesBeyond(db: Db, callId: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ city: string }>`
    select coalesce(o.name, held.scope) as city
    from (select scope from quota_slot where call_id = ${callId} and kind = 'recommendation' and holder is not null
      group by scope having count(*) > ${limit}) held
    left join organisation o on o.kind = 'city' and o.city_code = held.scope order by 1`.execute(db);
  return rows.map(({ city }) => city);
}

/** A recommendation that holds a slot, and whose it is. */
export interface HolderRow {
  readonly recommendationId: string;
  readonly planId: string;
  readonly number: string;
  readonly zone: string;
}

export async function listHolders(db: Db, { callId, kind, scope }: QuotaName): Promise<readonly HolderRow[]> {
  return db
    .selectFrom('quotaSlot')
    .innerJoin('recommendation', 'recommendation.id', 'quotaSlot.holder')
    .innerJoin('plan', 'plan.id', 'recommendation.planId')
    .innerJoin('organisation as zone', 'zone.id', 'plan.zoneId')
    .select(['recommendation.id as recommendationId', 'plan.id as planId', 'plan.number', 'zone.name as zone'])
    .where('quotaSlot.callId', '=', callId)
    .where('quotaSlot.kind', '=', kind)
    .where('quotaSlot.scope', '=', scope)
    .orderBy('quotaSlot.n')
    .execute();
}
