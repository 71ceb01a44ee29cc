import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './pool.ts';

/** Makes an account that signs in with this user name (lower case) and the password behind `hash`; returns the user's id. */
export async function insertAccount(tx: Tx, account: { readonly username: string; readonly name: string; readonly hash: string }): Promise<string> {
  const id = randomUUID();
  const { username, name, hash } = account;
  // An address is asked for by the account library and never used: `.invalid` belongs to nobody.
  await sql`insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername")
    values (${id}, ${name}, ${`${username}@jiqun.invalid`}, false, ${username}, ${username})`.execute(tx);
  await sql`insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${randomUUID()}, ${id}, 'credential', ${id}, ${hash}, clock_timestamp())`.execute(tx);
  return id;
}
