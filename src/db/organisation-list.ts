import { sql } from 'kysely';
import type { OrganisationRow } from './organisations.ts';
import type { Db } from './pool.ts';

export interface OrganisationListRow {
  readonly id: string;
  readonly kind: OrganisationRow['kind'];
  readonly name: string;
  /** Names it had before, newest first. */
  readonly former: readonly string[];
  readonly uscc: string | null;
  readonly state: OrganisationRow['state'];
  readonly people: number;
  readonly keeper: string | null;
  readonly since: string;
}

/** More are found by typing a part of the name. */
export const listedAtMost = 200;

/** Organisations that this one keeps (all for null), what waits to be decided first; `search` finds former names and credit codes too. */
export async function listOrganisations(db: Db, keeperId: string | null, search: string): Promise<readonly OrganisationListRow[]> {
  const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<OrganisationListRow>`
    select o.id, o.kind, o.name, o.uscc, o.state, o.created_at as since, k.name as keeper,
      (select count(*)::integer from membership m join person p on p.user_id = m.user_id where m.organisation_id = o.id and p.state <> 'closed') as people,
      array(select n.name from organisation_name n where n.organisation_id = o.id and n.name <> o.name order by n.id desc) as former
    from organisation o left join organisation k on k.id = o.keeper_id
    where (${keeperId}::uuid is null or o.keeper_id = ${keeperId})
      and (${search} = '' or o.uscc ilike ${like} or exists (select from organisation_name n where n.organisation_id = o.id and n.name ilike ${like}))
    order by o.state = 'requested' desc, o.state = 'closed', o.kind, o.name limit ${listedAtMost}`.execute(db);
  return rows;
}

/** Those who can be asked for a place: zones, and the authorities of everywhere else. */
export async function listKeepers(db: Db): Promise<readonly { id: string; kind: 'zone' | 'city' | 'local'; name: string; cityCode: string | null }[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'cityCode'])
    .where('kind', 'in', ['zone', 'city', 'local'])
    .where('state', '=', 'active')
    .orderBy('cityCode')
    .orderBy('name')
    .execute();
  return rows.flatMap(({ id, kind, name, cityCode }) => (kind === 'zone' || kind === 'city' || kind === 'local' ? [{ id, kind, name, cityCode }] : []));
}

export interface NameRow {
  readonly name: string;
  readonly level: string | null;
  readonly reason: string | null;
  readonly since: string;
}

/** Every name and level that it had, newest first. */
export async function listNames(db: Db, organisationId: string): Promise<readonly NameRow[]> {
  return db
    .selectFrom('organisationName')
    .select(['name', 'level', 'reason', 'since'])
    .where('organisationId', '=', organisationId)
    .orderBy('id', 'desc')
    .execute();
}
