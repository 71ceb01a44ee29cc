import { sql } from 'kysely';
import type { Replayed } from '#domain/audit/replay.ts';
import type { Db } from './pool.ts';

export interface StoredState {
  readonly thing: Replayed;
  /** As replaying names it. */
  readonly name: string;
  readonly state: string;
}

/** Every state that the log must lead to; of recommendations the newest of each plan, or of each version. */
export async function storedStates(db: Db): Promise<readonly StoredState[]> {
  const { rows } = await sql<StoredState>`
    select 'plan' as thing, number as name, state from plan
    union all select 'proposal', number, state from project
    union all (select distinct on (project.number, local.version) 'local', project.number || '/' || local.version, local.state
      from local_recommendation local join project on project.id = local.project_id order by project.number, local.version, local.asked_at desc)
    union all (select distinct on (plan.number) 'recommendation', plan.number, one.state
      from recommendation one join plan on plan.id = one.plan_id order by plan.number, one.made_at desc)
    union all select 'intake', plan.number, intake.state from intake join plan on plan.id = intake.plan_id
    order by 1, 2`.execute(db);
  return rows;
}
