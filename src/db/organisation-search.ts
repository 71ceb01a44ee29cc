import type { OrganisationRow } from './organisations.ts';
import type { Db } from './pool.ts';

/** The organisation of one of these kinds with this credit code, or else with exactly this name, that can act now. */
export async function findActiveOrganisation(db: Db, kinds: readonly OrganisationRow['kind'][], codeOrName: string): Promise<OrganisationRow | undefined> {
  return db
    .selectFrom('organisation')
    .selectAll()
    .where('kind', 'in', kinds)
    .where('state', '=', 'active')
    .where((where) => where.or([where('uscc', '=', codeOrName), where('name', '=', codeOrName)]))
    .orderBy((order) => order.case().when('uscc', '=', codeOrName).then(0).else(1).end())
    .limit(1)
    .executeTakeFirst();
}

/** Those who can be asked to recommend an outside project: bureaus of counties and of prefectures. */
export async function listAuthorities(db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db.selectFrom('organisation').select(['id', 'name']).where('kind', 'in', ['local', 'city']).where('state', '=', 'active').orderBy('name').execute();
}

/** Ids of every organisation of a kind that can act now. */
export async function listOfKind(db: Db, kind: OrganisationRow['kind']): Promise<readonly string[]> {
  const rows = await db.selectFrom('organisation').select('id').where('kind', '=', kind).where('state', '=', 'active').orderBy('name').execute();
  return rows.map((row) => row.id);
}
