import { sql } from 'kysely';
import type { Db } from './pool.ts';

/**
 * Names everything that a plan's text is read from as it stands now: equal stamps, equal text. Every row is named by the transaction that
 * wrote it (`xmin`), so that no change can be overlooked, whoever makes it and whatever it changes.
 */
export async function planStamp(db: Db, plan: { readonly id: string; readonly zoneId: string; readonly cityId: string }): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(string_agg(line, ' ' order by line)) as stamp from (
      select document || ' ' || block || ' ' || xmin::text from block where plan_id = ${plan.id}
      union all select id::text || ' ' || xmin::text from project where plan_id = ${plan.id}
      union all select id::text || ' ' || xmin::text from attachment where plan_id = ${plan.id}
      union all select id::text || ' ' || xmin::text from organisation where id in (${plan.zoneId}, ${plan.cityId})
    ) as lines (line)`.execute(db);
  return rows[0]!.stamp;
}
