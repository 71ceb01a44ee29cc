import { sql, type Selectable } from 'kysely';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { Message } from './schema/messages.ts';

export type MessageRow = Selectable<Message>;

export interface NewMessage {
  readonly kind: MessageKind;
  /** User ids. */
  readonly to: readonly string[];
  /** Path of the web app that the message leads to. */
  readonly link: string;
  /** Names and figures that the kind's sentence is filled with. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Puts a message into each person's inbox, once each; answers the ids. */
export async function insertMessages(tx: Tx, { kind, to, link, params }: NewMessage): Promise<readonly string[]> {
  const people = [...new Set(to)];
  if (people.length === 0) return [];
  const rows = await tx
    .insertInto('message')
    .values(people.map((person) => ({ person, kind, link, params: JSON.stringify(params) })))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Newest first; `before` is the id of the last one that the reader has. */
export async function listMessages(db: Db, person: string, limit: number, before?: string): Promise<readonly MessageRow[]> {
  let query = db.selectFrom('message').selectAll().where('person', '=', person).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
  if (before !== undefined && isId(before)) {
    query = query.where(sql<boolean>`(at, id) < (select at, id from message where id = ${before} and person = ${person})`);
  }
  return query.execute();
}

export async function countUnread(db: Db, person: string): Promise<number> {
  const row = await db
    .selectFrom('message')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('person', '=', person)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Marks these of the person's own messages as read, or all of them. */
export async function markRead(db: Db, person: string, ids: readonly string[] | 'all'): Promise<void> {
  const own = db
    .updateTable('message')
    .set({ readAt: sql<string>`jiqun_now()` })
    .where('person', '=', person)
    .where('readAt', 'is', null);
  await (ids === 'all' ? own : own.where('id', '=', sql<string>`any(${ids.filter(isId)})`)).execute();
}

/** The people of an organisation, by user id; with `right`, only those who hold it. */
export async function peopleOf(db: Db, organisationId: string, right?: 'write' | 'submit'): Promise<readonly string[]> {
  const all = db.selectFrom('membership').select('userId').where('organisationId', '=', organisationId);
  const asked = right === undefined ? all : all.where(right === 'write' ? 'canWrite' : 'canSubmit', '=', true);
  return (await asked.execute()).map((row) => row.userId);
}
