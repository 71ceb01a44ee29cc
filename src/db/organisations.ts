import type { Insertable, Selectable } from 'kysely';
import type { AdminRole } from '#domain/access/relations.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { Membership, Organisation } from './schema/accounts.ts';

export type OrganisationRow = Selectable<Organisation>;

/** A person in their organisation, as the session, the access table and the audit need them. */
export interface MemberRow {
  readonly userId: string;
  readonly username: string | null;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: OrganisationRow['kind'];
  readonly cityCode: string | null;
  readonly canWrite: boolean;
  readonly canSubmit: boolean;
  readonly canManage: boolean;
  readonly adminRole: AdminRole | null;
  readonly mustChange: boolean;
}

export async function insertOrganisation(tx: Tx, organisation: Insertable<Organisation>): Promise<string> {
  const row = await tx.insertInto('organisation').values(organisation).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Any text may be asked for; `hold` keeps everybody else's events on it waiting until the transaction ends. */
export async function findOrganisation(db: Db, id: string, hold?: 'update'): Promise<OrganisationRow | undefined> {
  if (!isId(id)) return undefined;
  const found = db.selectFrom('organisation').selectAll().where('id', '=', id);
  return (hold === undefined ? found : found.forUpdate()).executeTakeFirst();
}

/** The science and technology bureau of a prefecture. */
export async function findCityBureau(db: Db, cityCode: string): Promise<OrganisationRow | undefined> {
  return db
    .selectFrom('organisation')
    .selectAll()
    .where('kind', '=', 'city')
    .where('cityCode', '=', cityCode)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
}

export async function insertMembership(tx: Tx, membership: Insertable<Membership>): Promise<void> {
  await tx.insertInto('membership').values(membership).execute();
}

/** The places that a person can speak for now; most people have one, a suspended one has none. */
export async function listMemberships(db: Db, userId: string): Promise<readonly MemberRow[]> {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .innerJoin('auth.user as user', 'user.id', 'membership.userId')
    .innerJoin('person', 'person.userId', 'membership.userId')
    .select([
      'membership.userId',
      'user.username',
      'user.name',
      'membership.organisationId',
      'organisation.name as organisation',
      'organisation.kind',
      'organisation.cityCode',
      'membership.canWrite',
      'membership.canSubmit',
      'membership.canManage',
      'membership.adminRole',
      'person.mustChange',
    ])
    .where('membership.userId', '=', userId)
    .where('organisation.state', '=', 'active')
    .where('person.state', '=', 'active')
    .orderBy('organisation.name')
    .execute();
}

/** Names of people by id, for screens that say who saved or filed. */
export async function namesOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('auth.user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(userIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
