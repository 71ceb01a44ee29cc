import { expect } from 'vitest';
import { insertAccount } from '#db/accounts.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import type { OrganisationKind } from '#domain/access/relations.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { Client } from './client.ts';
import { password } from './people.ts';
import type { TestApp } from './test-app.ts';

export interface Office {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly cityCode: string;
}

/** People who may do all that their office may, and the office itself where there is none of its kind and name yet; answers with a window for each. */
export async function setUpOffice<const Name extends string>(app: TestApp, office: Office, people: readonly Name[]): Promise<Readonly<Record<Name, Client>>> {
  const hash = await hashPassword(password);
  await app.deps.db.transaction().execute(async (tx) => {
    const there = await tx.selectFrom('organisation').select('id').where('kind', '=', office.kind).where('name', '=', office.name).executeTakeFirst();
    const organisationId = there?.id ?? (await insertOrganisation(tx, office));
    for (const name of people) {
      const userId = await insertAccount(tx, { username: name, name, hash });
      await insertMembership(tx, { userId, organisationId, canWrite: true, canSubmit: true, canManage: false, adminRole: null });
    }
  });
  const windows = await Promise.all(people.map(async (name) => [name, await signIn(app, name)] as const));
  return Object.fromEntries(windows) as Record<Name, Client>;
}

async function signIn(app: TestApp, username: string): Promise<Client> {
  const client = new Client(app.base);
  expect((await client.send('POST', '/api/session', { body: { username, password } })).status).toBe(200);
  return client;
}
