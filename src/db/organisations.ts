import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { Membership, Organisation } from './schema.ts';

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
}

export async function insertOrganisation(tx: Tx, organisation: Insertable<Organisation>): Promise<string> {
  const row = await tx.insertInto('organisation').values(organisation).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function findOrganisation(db: Db, id: string): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The science and technology bureau of a prefecture. */
export async function findCityBureau(db: Db, cityCode: string): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisation').selectAll().where('kind', '=', 'city').where('cityCode', '=', cityCode).executeTakeFirst();
}

export async function insertMembership(tx: Tx, membership: Insertable<Membership>): Promise<void> {
  await tx.insertInto('membership').values(membership).execute();
}

/** The places that a person has; most people have one. */
export async function listMemberships(db: Db, userId: string): Promise<readonly MemberRow[]> {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .innerJoin('auth.user as person', 'person.id', 'membership.userId')
    .select([
      'membership.userId',
      'person.username',
      'person.name',
      'membership.organisationId',
      'organisation.name as organisation',
      'organisation.kind',
      'organisation.cityCode',
      'membership.canWrite',
      'membership.canSubmit',
    ])
    .where('membership.userId', '=', userId)
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
