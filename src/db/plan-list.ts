import { sql } from 'kysely';
import type { PlanFacts } from './plan-facts.ts';
import type { Db } from './pool.ts';

/** A plan as lists show it: what lives, and beside it what was last filed. */
export interface PlanListRow extends PlanFacts {
  readonly zone: string;
  readonly cluster: string | null;
  readonly filedCluster: string | null;
  readonly savedAt: string | null;
  readonly filedAt: string | null;
}

/** Whose plans: those of a zone, those of a bureau's zones, or everybody's. */
export type PlanScope = { readonly zoneId: string } | { readonly cityId: string } | 'all';

/** Plans by number. `nameAt` is where the form keeps the cluster's name: block and field. */
export async function listPlanRows(db: Db, scope: PlanScope, nameAt: readonly [block: string, field: string]): Promise<readonly PlanListRow[]> {
  const [block, field] = nameAt;
  const whose = scope === 'all' ? sql`true` : 'zoneId' in scope ? sql`plan.zone_id = ${scope.zoneId}` : sql`plan.city_id = ${scope.cityId}`;
  const { rows } = await sql<PlanListRow>`
    select plan.id, plan.number, plan.state, plan.zone_id, plan.city_id, plan.call_id,
      call.year as call_year, call.state as call_state, plan_submit_by(plan.id) as submit_by, call.edition_digest,
      exists (select from intake where intake.plan_id = plan.id and intake.state = 'refused') as refused_at_intake,
      zone.name as zone,
      (select answers ->> ${field} from block where plan_id = plan.id and document = 'form' and block = ${block}) as cluster,
      newest.content #>> array['form', ${block}, ${field}]::text[] as filed_cluster,
      (select max(saved_at) from block where plan_id = plan.id) as saved_at,
      newest.filed_at, newest.n as latest
    from plan
    join call on call.id = plan.call_id
    join organisation zone on zone.id = plan.zone_id
    left join lateral (select n, filed_at, content from plan_version where plan_id = plan.id order by n desc limit 1) newest on true
    where ${whose}
    order by plan.number`.execute(db);
  return rows;
}
