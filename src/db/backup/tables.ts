import { escapeIdentifier, type Client } from 'pg';
import type { SequenceValue } from './records.ts';

/** A table as it is copied. */
export interface Table {
  /** `public.plan`: what archives and messages call it. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows in the order of the primary key, in the same order on every server. */
  readonly out: string;
  readonly in: string;
  readonly quoted: string;
}

interface TableRow {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly text: boolean; readonly key: number | null }[];
  readonly needs: readonly string[];
}

/** What lasts for minutes only, what can be drawn again, and what lets somebody in: after a restore everybody signs in again. */
const passing: readonly string[] = ['auth.session', 'public.presence', 'public.rendered_paper'];

/** Every table of the product, each after those that it refers to. */
export async function listTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<TableRow>(`
    select n.nspname as schema, c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'text', a.attcollation <> 0,
          'key', (select array_position(k.conkey, a.attnum) from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(distinct fn.nspname || '.' || fc.relname)
        from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
    order by n.nspname, c.relname`);
  const copied = rows.filter((row) => !passing.includes(nameOf(row)));
  return inOrder(copied).map(tableOf);
}

function nameOf({ schema, name }: TableRow): string {
  return `${schema}.${name}`;
}

function inOrder(rows: readonly TableRow[]): readonly TableRow[] {
  const ordered: TableRow[] = [];
  for (let left = rows; left.length > 0;) {
    const waiting = new Set(left.map(nameOf));
    const free = left.filter((row) => !row.needs.some((need) => waiting.has(need)));
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${[...waiting].join(', ')}`);
    ordered.push(...free);
    left = left.filter((row) => !free.includes(row));
  }
  return ordered;
}

function tableOf(row: TableRow): Table {
  const quoted = `${escapeIdentifier(row.schema)}.${escapeIdentifier(row.name)}`;
  const columns = row.columns.map(({ name }) => name);
  const list = columns.map((name) => escapeIdentifier(name)).join(', ');
  const keys = row.columns.filter(({ key }) => key !== null).toSorted((a, b) => Number(a.key) - Number(b.key));
  const order = keys.map(({ name, text }) => `${escapeIdentifier(name)}${text ? ' collate "C"' : ''}`).join(', ');
  if (order === '') throw new Error(`${nameOf(row)} has no primary key`);
  return {
    name: nameOf(row),
    columns,
    quoted,
    out: `copy (select ${list} from ${quoted} order by ${order}) to stdout`,
    in: `copy ${quoted} (${list}) from stdin`,
  };
}

/** Where each sequence stands. Not bound to a snapshot: never behind one taken before. */
export async function readSequences(client: Client): Promise<readonly SequenceValue[]> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name
    from pg_sequences where schemaname in ('public', 'auth') order by 1`);
  const values: SequenceValue[] = [];
  for (const { name } of rows) {
    const read = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${name}`);
    values.push({ name, ...read.rows[0]! });
  }
  return values;
}
