import { sql } from 'kysely';
import type { AttachmentRow } from './attachments.ts';
import type { BlockRow } from './blocks.ts';
import type { Db } from './pool.ts';
import type { ProjectRow } from './projects.ts';

/** Every block of a plan as it stood at that instant. */
export async function blocksAt(db: Db, planId: string, at: string): Promise<readonly BlockRow[]> {
  return db
    .selectFrom('blockHistory')
    .selectAll()
    .distinctOn(['document', 'block'])
    .where('planId', '=', planId)
    .where('savedAt', '<=', at)
    .orderBy('document')
    .orderBy('block')
    .orderBy('version', 'desc')
    .execute();
}

/** Projects of a plan, those too that were taken out, in the plan's order. */
export async function everyProject(db: Db, planId: string): Promise<readonly ProjectRow[]> {
  return db.selectFrom('project').selectAll().where('planId', '=', planId).orderBy('position').execute();
}

/** Files that had been attached by then and not yet taken out; one that was put back since counts as having stayed. */
export async function filesAt(db: Db, planId: string, at: string): Promise<readonly AttachmentRow[]> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('planId', '=', planId)
    .where('uploadedAt', '<=', at)
    .where(sql<boolean>`(removed_at is null or removed_at > ${at})`)
    .orderBy('path')
    .orderBy('name')
    .execute();
}

export interface PlaceRow {
  readonly username: string;
  readonly name: string;
  readonly organisation: string;
  readonly since: string;
  readonly write: boolean;
  readonly submit: boolean;
  readonly manage: boolean;
}

/** People who have a place today in the organisations that a plan belongs to, and had it by then: zone, city, applicants, partners. */
export async function placesOf(db: Db, planId: string, at: string): Promise<readonly PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select u.username, u.name, o.name as organisation, m.since, m.can_write as write, m.can_submit as submit, m.can_manage as manage
    from membership m join organisation o on o.id = m.organisation_id join auth."user" u on u.id = m.user_id
    where m.since <= ${at} and o.id in (
      select unnest(array[zone_id, city_id]) from plan where id = ${planId}
      union select owner_id from project where plan_id = ${planId} and owner_id is not null
      union select organisation_id from project_partner join project on project.id = project_id where plan_id = ${planId})
    order by o.kind <> 'zone', o.kind <> 'city', o.name, m.since, u.username`.execute(db);
  return rows;
}
