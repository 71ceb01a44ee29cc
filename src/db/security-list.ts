import { sql } from 'kysely';
import type { Db } from './pool.ts';

export interface AccountRow {
  readonly username: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
}

/** Everybody who may sign in, by user name. */
export async function listAccounts(db: Db): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select u.username, u.name, o.id as "organisationId", o.name as organisation
    from membership m join auth."user" u on u.id = m.user_id join organisation o on o.id = m.organisation_id join person p on p.user_id = m.user_id
    where p.state <> 'closed' order by u.username`.execute(db);
  return rows;
}

export interface OpenSessionRow extends AccountRow {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly since: string;
  readonly seenAt: string;
}

/** Who is signed in now, newest first, at most `limit`; instants by the product's clock. */
export async function listOpenSessions(db: Db, limit: number): Promise<readonly OpenSessionRow[]> {
  const { rows } = await sql<OpenSessionRow>`
    select distinct on (s."createdAt", s.id) u.username, u.name, o.id as "organisationId", o.name as organisation,
      s."ipAddress" as address, s."userAgent", s."createdAt" + ahead as since, s."updatedAt" + ahead as "seenAt"
    from auth.session s join auth."user" u on u.id = s."userId" join membership m on m.user_id = u.id join organisation o on o.id = m.organisation_id,
      (select public.jiqun_now() - clock_timestamp() as ahead) moved
    where s."expiresAt" > clock_timestamp() order by s."createdAt" desc, s.id limit ${limit}`.execute(db);
  return rows;
}

export interface FailedTryRow {
  readonly at: string;
  readonly username: string;
  readonly refused: string;
  readonly address: string;
  readonly known: boolean;
}

/** Sign-ins that were refused, newest first, at most `limit`. */
export async function listFailedTries(db: Db, limit: number): Promise<readonly FailedTryRow[]> {
  const { rows } = await sql<FailedTryRow>`
    select at, subject as username, coalesce(detail ->> 'refused', '') as refused, coalesce(detail ->> 'address', '') as address,
      exists (select from auth."user" u where u.username = subject) as known
    from audit_entry where command = 'session.open' and detail -> 'refused' is not null order by id desc limit ${limit}`.execute(db);
  return rows;
}
