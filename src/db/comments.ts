import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { DocumentPlace } from './presence.ts';
import type { CommentThread } from './schema/together.ts';

export type ThreadRow = Selectable<CommentThread>;

/** A place inside a document: `path` is the pointer within the block (`/patents`), empty for the block. */
export interface CommentPlace extends DocumentPlace {
  readonly block: string;
  readonly path: string;
}

export interface Writer {
  readonly person: string;
  readonly organisation: string;
}

/** Opens a thread with its first comment; answers its id. `internalTo`: the only organisation that will see it. */
export async function insertThread(tx: Tx, at: CommentPlace, by: Writer, text: string, internalTo: string | null): Promise<string> {
  const { planId, document, block, path } = at;
  const { id } = await tx
    .insertInto('commentThread')
    .values({ planId, document, block, path, state: 'open', internalTo })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertEntry(tx, id, 'comment', by, text);
  return id;
}

export async function insertEntry(tx: Tx, threadId: string, kind: 'comment' | 'answer' | 'resolve' | 'reopen', by: Writer, body: string): Promise<void> {
  await tx.insertInto('commentEntry').values({ threadId, kind, body, byPerson: by.person, organisationId: by.organisation }).execute();
}

/** The thread, held; another document's, or another organisation's own, is absent. */
export async function findThread(tx: Tx, { planId, document }: DocumentPlace, id: string, organisation: string): Promise<ThreadRow | undefined> {
  if (!isId(id)) return undefined;
  return tx
    .selectFrom('commentThread')
    .selectAll()
    .where('id', '=', id)
    .where('planId', '=', planId)
    .where('document', '=', document)
    .where((where) => where.or([where('internalTo', 'is', null), where('internalTo', '=', organisation)]))
    .forUpdate()
    .executeTakeFirst();
}

export async function setThreadState(tx: Tx, id: string, state: ThreadRow['state']): Promise<void> {
  await tx.updateTable('commentThread').set({ state }).where('id', '=', id).execute();
}

/** Everybody who has said something in a thread. */
export async function writersOf(tx: Tx, threadId: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('commentEntry').select('byPerson').distinct().where('threadId', '=', threadId).execute();
  return rows.map((row) => row.byPerson);
}

export interface EntryRow {
  readonly kind: 'comment' | 'answer' | 'resolve' | 'reopen';
  readonly body: string;
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly at: string;
}

export interface ThreadListRow {
  readonly id: string;
  readonly seq: number;
  readonly block: string;
  readonly path: string;
  readonly state: ThreadRow['state'];
  readonly internal: boolean;
  readonly entries: readonly EntryRow[];
}

export interface ThreadFilter {
  readonly block?: string | undefined;
  readonly path?: string | undefined;
  readonly state?: ThreadRow['state'] | undefined;
  /** Only threads older than the one with this key. */
  readonly before?: number | undefined;
}

/** Threads that this organisation sees, newest first, with everything that was said in them, in one query. */
export async function listThreads(db: Db, at: DocumentPlace, organisation: string, filter: ThreadFilter, most: number): Promise<readonly ThreadListRow[]> {
  const { block = null, path = null, state = null, before = null } = filter;
  const { rows } = await sql<ThreadListRow>`
    select t.id, t.seq, t.block, t.path, t.state, t.internal_to is not null as internal, said.entries
    from comment_thread t
    cross join lateral (
      select json_agg(json_build_object('kind', e.kind, 'body', e.body, 'person', e.by_person, 'name', u.name, 'organisation', o.name,
        'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.id) as entries
      from comment_entry e join auth."user" u on u.id = e.by_person join organisation o on o.id = e.organisation_id
      where e.thread_id = t.id
    ) said
    where t.plan_id = ${at.planId} and t.document = ${at.document} and (t.internal_to is null or t.internal_to = ${organisation})
      and (${block}::text is null or t.block = ${block}) and (${path}::text is null or t.path = ${path})
      and (${state}::text is null or t.state = ${state}) and (${before}::bigint is null or t.seq < ${before})
    order by t.seq desc limit ${most}`.execute(db);
  return rows;
}
