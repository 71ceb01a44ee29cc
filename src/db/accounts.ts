import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from './pool.ts';

export interface NewAccount {
  /** Lower case. */
  readonly username: string;
  readonly name: string;
  readonly hash: string;
  /** The password was made for them: it must be replaced before anything else. */
  readonly mustChange?: boolean;
}

/** Makes an account that signs in with this user name and the password behind `hash`; returns the user's id. */
export async function insertAccount(tx: Tx, { username, name, hash, mustChange = false }: NewAccount): Promise<string> {
  const id = randomUUID();
  // An address is asked for by the account library and never used: `.invalid` belongs to nobody.
  await sql`insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername")
    values (${id}, ${name}, ${`${username}@jiqun.invalid`}, false, ${username}, ${username})`.execute(tx);
  await sql`insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${randomUUID()}, ${id}, 'credential', ${id}, ${hash}, clock_timestamp())`.execute(tx);
  await tx.insertInto('person').values({ userId: id, mustChange }).execute();
  return id;
}

export interface AccountRow {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly state: 'active' | 'suspended' | 'closed';
  readonly mustChange: boolean;
  /** A second factor is set up and confirmed. */
  readonly secondFactor: boolean;
  /** Stored form of the password. */
  readonly hash: string;
}

const account = sql`select u.id as "userId", u.username, u.name, p.state, p.must_change as "mustChange",
    coalesce(u."twoFactorEnabled", false) as "secondFactor", a.password as hash
  from auth."user" u join public.person p on p.user_id = u.id
  join auth.account a on a."userId" = u.id and a."providerId" = 'credential'`;

/** The account that signs in with this name, typed in any case. */
export async function findAccountByName(db: Db, username: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`${account} where u.username = ${username.toLowerCase()}`.execute(db);
  return rows[0];
}

export async function findAccount(db: Db, userId: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`${account} where u.id = ${userId}`.execute(db);
  return rows[0];
}

export async function setPassword(tx: Tx, userId: string, hash: string, mustChange: boolean): Promise<void> {
  await sql`update auth.account set password = ${hash}, "updatedAt" = clock_timestamp() where "userId" = ${userId} and "providerId" = 'credential'`.execute(tx);
  await tx.updateTable('person').set({ mustChange }).where('userId', '=', userId).execute();
}

export async function setAccountState(tx: Tx, userId: string, state: AccountRow['state']): Promise<void> {
  await tx.updateTable('person').set({ state }).where('userId', '=', userId).execute();
}
