import { sql } from 'kysely';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';

export interface CallDocumentRow {
  readonly id: string;
  readonly callId: string;
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly addedAt: string;
}

const document = ['id', 'callId', 'name', 'digest', 'size', 'addedAt'] as const;

export async function insertCallDocument(tx: Tx, row: { callId: string; name: string; digest: string; size: number; addedBy: string }): Promise<string> {
  return (await tx.insertInto('callDocument').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

/** What stands there now, in the order in which it was put up. */
export async function listCallDocuments(db: Db, callId: string): Promise<readonly CallDocumentRow[]> {
  return db
    .selectFrom('callDocument')
    .select(document)
    .where('callId', '=', callId)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('name')
    .execute();
}

export async function findCallDocument(db: Db, id: string): Promise<CallDocumentRow | undefined> {
  if (!isId(id)) return undefined;
  return db.selectFrom('callDocument').select(document).where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst();
}

export async function removeCallDocument(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('callDocument')
    .set({ removedAt: sql<string>`jiqun_now()` })
    .where('id', '=', id)
    .execute();
}

export interface QuestionRow {
  readonly id: string;
  readonly callId: string;
  readonly question: string;
  readonly askedBy: string;
  readonly asker: string;
  readonly organisation: string;
  readonly askedAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

export async function insertQuestion(tx: Tx, row: { callId: string; question: string; askedBy: string; organisationId: string }): Promise<string> {
  return (await tx.insertInto('callQuestion').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

const question = sql`select q.id, q.call_id, q.question, q.asked_by, person.name as asker, organisation.name as organisation, q.asked_at, q.answer, q.answered_at
  from call_question q join auth."user" person on person.id = q.asked_by join organisation on organisation.id = q.organisation_id`;

/** Those that wait first, then the newest answers. */
export async function listQuestions(db: Db, callId: string): Promise<readonly QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`${question} where q.call_id = ${callId} order by q.answered_at is not null, q.answered_at desc, q.asked_at`.execute(
    db,
  );
  return rows;
}

/** Held until the transaction ends. */
export async function findQuestion(tx: Tx, callId: string, id: string): Promise<QuestionRow | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<QuestionRow>`${question} where q.call_id = ${callId} and q.id = ${id} for update of q`.execute(tx);
  return rows[0];
}

export async function setAnswer(tx: Tx, id: string, answer: string, person: string): Promise<void> {
  await tx
    .updateTable('callQuestion')
    .set({ answer, answeredBy: person, answeredAt: sql<string>`jiqun_now()` })
    .where('id', '=', id)
    .execute();
}
