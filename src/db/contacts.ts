import type { Selectable } from 'kysely';
import type { Choice } from '#domain/messages/choices.ts';
import type { MessageKind } from '#domain/messages/kinds.ts';
import type { Db, Tx } from './pool.ts';
import type { Contact } from './schema/outbox.ts';

export type ContactRow = Selectable<Contact>;

export async function findContact(db: Db, person: string): Promise<ContactRow | undefined> {
  return db.selectFrom('contact').selectAll().where('person', '=', person).executeTakeFirst();
}

export async function saveContact(tx: Tx, contact: ContactRow): Promise<void> {
  const { person, ...ways } = contact;
  await tx
    .insertInto('contact')
    .values({ person, ...ways })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(ways))
    .execute();
}

export async function listChoices(db: Db, person: string): Promise<ReadonlyMap<string, Choice>> {
  const rows = await db.selectFrom('messageChoice').select(['kind', 'mail', 'sms']).where('person', '=', person).execute();
  return new Map(rows.map(({ kind, mail, sms }) => [kind, { mail, sms }]));
}

export async function saveChoice(tx: Tx, person: string, kind: MessageKind, choice: Choice): Promise<void> {
  await tx
    .insertInto('messageChoice')
    .values({ person, kind, ...choice })
    .onConflict((conflict) => conflict.columns(['person', 'kind']).doUpdateSet({ ...choice }))
    .execute();
}
