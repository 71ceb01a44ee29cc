import { sql, type Selectable } from 'kysely';
import type { CityCheckState } from '#domain/filing/lifecycle/city-check.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { CheckNote, CityCheck, CityOpinion } from './schema/city.ts';

export type CheckRow = Selectable<CityCheck>;
export type NoteRow = Selectable<CheckNote>;
export type OpinionRow = Selectable<CityOpinion>;
export type OpinionKind = OpinionRow['kind'];

/** The city's check of a version; absent until the city begins. */
export async function findCheck(db: Db, planId: string, n: number | null): Promise<CheckRow | undefined> {
  if (n === null) return undefined;
  return db.selectFrom('cityCheck').selectAll().where('planId', '=', planId).where('n', '=', n).executeTakeFirst();
}

/** The newest version before `n` that the city began to check; null where there was none. */
export async function lastChecked(db: Db, planId: string, n: number): Promise<number | null> {
  const row = await db
    .selectFrom('cityCheck')
    .select((max) => max.fn.max('n').as('n'))
    .where('planId', '=', planId)
    .where('n', '<', n)
    .executeTakeFirst();
  return row?.n ?? null;
}

/** The caller holds the plan's lock. */
export async function insertCheck(tx: Tx, planId: string, n: number, person: string): Promise<CheckRow> {
  return tx.insertInto('cityCheck').values({ planId, n, state: 'open', openedBy: person }).returningAll().executeTakeFirstOrThrow();
}

/** Sets the state; a concluded one says who concluded it, when and why. */
export async function setCheckState(
  tx: Tx,
  id: string,
  state: CityCheckState,
  concluded: { readonly person: string; readonly at: string; readonly reason: string | null } | null,
): Promise<void> {
  const { person = null, at = null, reason = null } = concluded ?? {};
  await tx.updateTable('cityCheck').set({ state, concludedBy: person, concludedAt: at, reason }).where('id', '=', id).execute();
}

export interface NewNote {
  readonly document: string;
  readonly block: string;
  readonly path: string;
  readonly body: string;
}

export async function insertNote(tx: Tx, checkId: string, note: NewNote, person: string): Promise<string> {
  const row = await tx
    .insertInto('checkNote')
    .values({ checkId, ...note, byPerson: person, removedAt: null, threadId: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Notes of a check in the order of writing, those that were taken back left out. */
export async function listNotes(db: Db, checkId: string): Promise<readonly NoteRow[]> {
  return db.selectFrom('checkNote').selectAll().where('checkId', '=', checkId).where('removedAt', 'is', null).orderBy('at').orderBy('id').execute();
}

/** A note of this check that stands; any text may be asked for. */
export async function findNote(tx: Tx, checkId: string, id: string): Promise<NoteRow | undefined> {
  if (!isId(id)) return undefined;
  return tx.selectFrom('checkNote').selectAll().where('id', '=', id).where('checkId', '=', checkId).where('removedAt', 'is', null).executeTakeFirst();
}

export async function changeNote(tx: Tx, id: string, change: Partial<Pick<NoteRow, 'body' | 'removedAt' | 'threadId'>>): Promise<void> {
  await tx.updateTable('checkNote').set(change).where('id', '=', id).execute();
}

/** What became of the notes of earlier checks: each thread, and what was said in it. */
export interface NoteThreadRow {
  readonly id: string;
  /** The version that was noted on. */
  readonly n: number;
  readonly document: string;
  readonly block: string;
  readonly path: string;
  readonly state: 'open' | 'resolved';
  readonly entries: readonly { readonly kind: string; readonly body: string; readonly name: string; readonly organisation: string; readonly at: string }[];
}

export async function listNoteThreads(db: Db, planId: string): Promise<readonly NoteThreadRow[]> {
  const { rows } = await sql<NoteThreadRow>`
    select t.id, c.n, t.document, t.block, t.path, t.state, said.entries
    from check_note note
    join city_check c on c.id = note.check_id
    join comment_thread t on t.id = note.thread_id
    cross join lateral (
      select json_agg(json_build_object('kind', e.kind, 'body', e.body, 'name', u.name, 'organisation', o.name,
        'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.id) as entries
      from comment_entry e join auth."user" u on u.id = e.by_person join organisation o on o.id = e.organisation_id
      where e.thread_id = t.id
    ) said
    where c.plan_id = ${planId}
    order by c.n desc, t.seq`.execute(db);
  return rows;
}

export async function listOpinions(db: Db, planId: string, n: number): Promise<readonly OpinionRow[]> {
  return db.selectFrom('cityOpinion').selectAll().where('planId', '=', planId).where('n', '=', n).orderBy('kind', 'desc').execute();
}

/** False where the opinion is signed already. */
export async function insertOpinion(
  tx: Tx,
  {
    statements,
    ...opinion
  }: { readonly planId: string; readonly n: number; readonly kind: OpinionKind; readonly statements: readonly string[]; readonly signedBy: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('cityOpinion')
    .values({ ...opinion, statements: JSON.stringify(statements) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('n')
    .executeTakeFirst();
  return row !== undefined;
}
