import { sql } from 'kysely';
import type { Db } from './pool.ts';

interface ColumnFact {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: boolean;
  readonly frozen: boolean;
  readonly allowed: string | null;
}

const types: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  timestamptz: 'string',
  interval: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
};

/** What the jsonb columns hold. */
const contents: Readonly<Record<string, string>> = {
  'edition_snapshot.content': 'Edition',
  'block.answers': 'BlockAnswers',
  'block_history.answers': 'BlockAnswers',
  'plan_version.content': 'PlanContent',
  'command_key.reply': 'Json',
  'audit_entry.detail': 'JsonObject',
  'message.params': 'JsonObject',
  'row_request.asked_row': 'JsonObject',
  'row_request.answer': 'JsonObject',
  'solicitation.terms': 'SolicitationTerms',
  'answer_event.content': 'JsonObject',
  'proposal_version.content': 'ProposalContent',
  'call.draft': 'CallValues',
  'call_decision.values': 'CallValues',
  'zone_register.content': 'ZoneRow',
  'proposal_review.fields': 'readonly string[]',
  'city_opinion.statements': 'readonly string[]',
  'mending.parts': 'readonly MendingPart[]',
  'mending.paper': 'readonly string[]',
  'paper_receipt.counts': 'Copies',
  'intake_result.items': 'JsonObject',
  'sealed_scan.verdict': 'ScanVerdict',
  'sealed_scan.failure': 'JsonObject',
  'sealed_scan_file.reading': 'readonly ScannedPage[]',
};

/** Where the types live that columns are described with. */
const sources: Readonly<Record<string, string>> = {
  PlanContent: '#domain/filing/plan.ts',
  ProposalContent: '#domain/filing/check-proposal.ts',
  Copies: '#domain/filing/intake.ts',
  MendingPart: '#domain/filing/intake.ts',
  SolicitationTerms: '#domain/filing/solicitation-terms.ts',
  BlockAnswers: '#domain/forms/definition.ts',
  CallValues: '#domain/programme/call-values.ts',
  Edition: '#domain/programme/edition.ts',
  ZoneRow: '#domain/programme/edition.ts',
  ScanVerdict: '#domain/package/judge-scan.ts',
  ScannedPage: '#domain/package/judge-scan.ts',
  Json: '#domain/values/json.ts',
  JsonObject: '#domain/values/json.ts',
  ColumnType: 'kysely',
  Generated: 'kysely',
};

const notice = '// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.';

/**
 * The generated files for the database as it is, by path below src/db: one of tables for each area, and schema.ts, which names them all for the
 * query builder. A table's area is the migration that made it, without its number. Of the account library's tables only the persons.
 */
export async function describeSchema(db: Db, migrations: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const areas = areasOf(migrations);
  const tables = [...Map.groupBy(await readColumns(db), (fact) => (fact.schema === 'public' ? fact.table : `${fact.schema}.${fact.table}`))];
  const byArea = [...Map.groupBy(tables, ([table]) => areas.get(table) ?? 'foundation')].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const files = byArea.map(([area, own]): [string, string] => [`schema/${area}.ts`, withImports(own.map(describeTable))]);
  const imports = byArea.map(([area, own]) => importOf(own.map(([table]) => pascal(table)).toSorted(), `./schema/${area}.ts`));
  const keys = tables.map(([table]) => `  ${table.includes('.') ? `'${table}'` : camel(table)}: ${pascal(table)};`);
  return new Map([...files, ['schema.ts', `${[notice, ...imports].join('\n')}\n\nexport interface DB {\n${keys.join('\n')}\n}\n`]]);
}

/** Area of each table, by the statements that make them. */
function areasOf(migrations: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...migrations].flatMap(([name, text]) =>
      [...text.matchAll(/^create (?:unlogged )?table ([\w."]+)/gm)].map(([, table = '']): [string, string] => [
        table.replaceAll('"', ''),
        name.replace(/^\d+-(.*)\.sql$/, '$1'),
      ]),
    ),
  );
}

function describeTable([table, columns]: readonly [string, readonly ColumnFact[]]): string {
  const lines = columns.map((column) => `  ${camel(column.column)}: ${columnType(column)};`);
  return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}\n`;
}

function withImports(interfaces: readonly string[]): string {
  const text = interfaces.join('\n');
  const used = Object.keys(sources).filter((name) => new RegExp(`: .*\\b${name}\\b`).test(text));
  const imports = [...Map.groupBy(used, (name) => sources[name] ?? '')].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return [[notice, ...imports.map(([source, names]) => importOf(names.toSorted(), source))].join('\n'), text].filter((part) => part !== '').join('\n\n');
}

/** As the formatter writes it. */
function importOf(names: readonly string[], source: string): string {
  const line = `import type { ${names.join(', ')} } from '${source}';`;
  return line.length <= 160 ? line : `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '${source}';`;
}

function columnType(fact: ColumnFact): string {
  const orNull = fact.nullable ? ' | null' : '';
  if (fact.type === 'jsonb') {
    const content = contents[`${fact.table}.${fact.column}`];
    if (content === undefined) throw new Error(`describe-schema: what does ${fact.table}.${fact.column} hold?`);
    return `ColumnType<${content}${orNull}, string${orNull}, ${fact.frozen ? 'never' : `string${orNull}`}>`;
  }
  const type = fact.allowed ?? types[fact.type];
  if (type === undefined) throw new Error(`describe-schema: unknown type ${fact.type}`);
  if (fact.frozen) return `ColumnType<${type}${orNull}, ${type}${orNull}${fact.filled || fact.nullable ? ' | undefined' : ''}, never>`;
  return fact.filled ? `Generated<${type}${orNull}>` : `${type}${orNull}`;
}

async function readColumns(db: Db): Promise<readonly ColumnFact[]> {
  const { rows } = await sql<ColumnFact>`
    select n.nspname as schema, c.relname as "table", a.attname as "column", t.typname as type,
      not a.attnotnull as nullable,
      (a.atthasdef or a.attidentity <> '') as filled,
      exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'append_only') as frozen,
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%') as allowed
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and a.attname = lower(a.attname)
      and (n.nspname = 'public' or (n.nspname = 'auth' and c.relname = 'user'))
    order by n.nspname desc, c.relname, a.attnum`.execute(db);
  return rows.map((row) => ({ ...row, allowed: row.allowed === null ? null : unionOf(row.allowed) }));
}

/** `CHECK ((state = ANY (ARRAY['a'::text, 'b'::text])))` → `'a' | 'b'`. */
function unionOf(constraint: string): string {
  return [...constraint.matchAll(/'([^']*)'::text/g)].map((match) => `'${match[1]}'`).join(' | ');
}

function camel(name: string): string {
  return name.replace(/[_.](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const text = camel(name);
  return text[0]!.toUpperCase() + text.slice(1);
}
