import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** A zone of a city and its plan under a call; null where it has begun none. */
export interface CityPlanRow {
  readonly zone: string;
  readonly planId: string | null;
}

/** The zones that lie in a city or have a plan at its bureau, those with a submission first, in its order. */
export async function listCityPlans(db: Db, callId: string, cityId: string, cityCode: string): Promise<readonly CityPlanRow[]> {
  const { rows } = await sql<CityPlanRow>`
    select zone.name as zone, plan.id as plan_id
    from organisation zone
    left join lateral (
      select id, (select min(filed_at) from plan_version where plan_id = plan.id) as filed_at
      from plan where plan.zone_id = zone.id and plan.call_id = ${callId} order by state = 'ended', number desc limit 1
    ) plan on true
    where zone.kind = 'zone' and zone.state <> 'closed' and (zone.city_code = ${cityCode} or exists (
      select from plan own where own.zone_id = zone.id and own.call_id = ${callId} and own.city_id = ${cityId}))
    order by plan.filed_at nulls last, zone.name`.execute(db);
  return rows;
}
