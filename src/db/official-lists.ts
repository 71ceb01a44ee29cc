import { sql } from 'kysely';
import type { ListKind } from '#domain/programme/edition.ts';
import type { ListRow } from '#domain/register/list-rows.ts';
import type { ListFacts, MarkQuestions } from '#domain/register/marks.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';

export interface OfficialListRow {
  readonly id: string;
  readonly kind: ListKind;
  readonly asOf: string;
  readonly source: string;
  readonly fileName: string;
  readonly rowCount: number;
  readonly hasArea: boolean;
  readonly person: string;
  readonly at: string;
}

export interface NewList {
  readonly kind: ListKind;
  readonly asOf: string;
  readonly source: string;
  readonly fileName: string;
  readonly digest: string;
  readonly hasArea: boolean;
  readonly person: string;
}

const atOnce = 2_000;

export async function insertList(tx: Tx, list: NewList, rows: readonly ListRow[]): Promise<string> {
  const { id } = await tx
    .insertInto('officialList')
    .values({ ...list, rowCount: rows.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce).map((row, index) => ({ listId: id, n: from + index + 1, ...row }));
    await tx.insertInto('officialRow').values(part).execute();
  }
  return id;
}

/** The newest of each kind first: that is the one that answers. */
export async function listOfficial(db: Db): Promise<readonly OfficialListRow[]> {
  const { rows } = await sql<OfficialListRow>`select l.id, l.kind, l.as_of, l.source, l.file_name, l.row_count, l.has_area, person.name as person, l.at
    from official_list l join auth."user" person on person.id = l.person order by l.kind, l.as_of desc, l.at desc`.execute(db);
  return rows;
}

/** A page of a list, by name, code, area or number; with how many there are. */
export async function searchList(
  db: Db,
  id: string,
  text: string,
  from: number,
  most: number,
): Promise<{ total: number; rows: readonly (ListRow & { n: number })[] }> {
  if (!isId(id)) return { total: 0, rows: [] };
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const meant = sql`list_id = ${id} and (name like ${pattern} or code like ${pattern} or area like ${pattern} or number like ${pattern})`;
  const { rows } = await sql<
    ListRow & { n: number }
  >`select n, name, code, area, number from official_row where ${meant} order by n offset ${from} limit ${most}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from official_row where ${meant}`.execute(db);
  return { total: count.rows[0]!.total, rows };
}

/** What the newest list of a kind says of what is asked; undefined where none was imported. `areas`: names by which a zone is called. */
export async function findListFacts(db: Db, kind: ListKind, areas: readonly string[], asked: MarkQuestions): Promise<ListFacts | undefined> {
  const list = await db
    .selectFrom('officialList')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('asOf', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (list === undefined) return undefined;
  const found = await sql<ListRow>`select name, code, area, number from official_row where list_id = ${list.id}
    and (name = any(${[...asked.names]}) or code = any(${[...asked.codes]}) or number = any(${[...asked.numbers]}))`.execute(db);
  const inZone = list.hasArea
    ? (await sql<{ n: number }>`select count(*)::int as n from official_row where list_id = ${list.id} and area = any(${[...areas]})`.execute(db)).rows[0]!.n
    : null;
  return {
    asOf: list.asOf,
    source: list.source,
    inZone,
    names: new Set(found.rows.map((row) => row.name)),
    codes: new Set(found.rows.flatMap((row) => (row.code === null ? [] : [row.code]))),
    holders: new Map(found.rows.flatMap((row) => (row.number === null ? [] : [[row.number, row.name] as const]))),
  };
}
