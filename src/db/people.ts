import { sql } from 'kysely';
import type { AdminRole, Rights } from '#domain/access/relations.ts';
import type { AccountState } from '#domain/filing/lifecycle/account.ts';
import type { Db, Tx } from './pool.ts';

export interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly state: AccountState;
  readonly write: boolean;
  readonly submit: boolean;
  readonly manage: boolean;
  readonly adminRole: AdminRole | null;
  readonly mustChange: boolean;
  readonly secondFactor: boolean;
  readonly since: string;
}

/** Everybody who has, or had, a place in an organisation; who left stands last. */
export async function listPeople(db: Db, organisationId: string): Promise<readonly PersonRow[]> {
  const { rows } = await people(organisationId, sql`true`).execute(db);
  return rows;
}

/** One of them; their account does not change until the transaction ends. */
export async function findMember(tx: Tx, organisationId: string, userId: string): Promise<PersonRow | undefined> {
  await sql`select from person where user_id = ${userId} for update`.execute(tx);
  const { rows } = await people(organisationId, sql`m.user_id = ${userId}`).execute(tx);
  return rows[0];
}

function people(organisationId: string, only: ReturnType<typeof sql>) {
  return sql<PersonRow>`
    select u.id, u.username, u.name, p.state, m.can_write as write, m.can_submit as submit, m.can_manage as manage, m.admin_role as "adminRole",
      p.must_change as "mustChange", coalesce(u."twoFactorEnabled", false) as "secondFactor", m.since
    from membership m join auth."user" u on u.id = m.user_id join person p on p.user_id = m.user_id
    where m.organisation_id = ${organisationId} and ${only} order by p.state = 'closed', m.since, u.username`;
}

export async function setRights(tx: Tx, organisationId: string, userId: string, { write, submit, manage }: Rights): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ canWrite: write, canSubmit: submit, canManage: manage })
    .where('organisationId', '=', organisationId)
    .where('userId', '=', userId)
    .execute();
}

/** Moves everybody who has not left into another organisation, with their rights; answers who. */
export async function movePeople(tx: Tx, from: string, into: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update membership m set organisation_id = ${into}, since = jiqun_now() from person p
    where p.user_id = m.user_id and p.state <> 'closed' and m.organisation_id = ${from}
      and not exists (select from membership other where other.user_id = m.user_id and other.organisation_id = ${into})
    returning m.user_id as id`.execute(tx);
  return rows.map((row) => row.id);
}
