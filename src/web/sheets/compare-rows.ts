import type { TableField } from '#domain/forms/definition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

export interface RowComparison {
  readonly added: readonly JsonObject[];
  /** Rows of the same name that differ: how they stand, and how the file has them. */
  readonly changed: readonly { readonly before: JsonObject; readonly after: JsonObject; readonly columns: readonly string[] }[];
  /** Rows that the file does not have. */
  readonly removed: readonly JsonObject[];
  readonly same: number;
}

/** What a file would change in a table: rows are matched by the name that the table gives them, equal names in their order. */
export function compareRows(table: TableField, before: readonly JsonObject[], after: readonly JsonObject[]): RowComparison {
  const partner = partners(table, before, after);
  const added: JsonObject[] = [];
  const changed: RowComparison['changed'][number][] = [];
  let same = 0;
  for (const row of after) {
    const standing = partner.get(row);
    const columns = standing === undefined ? [] : table.columns.map((column) => column.key).filter((key) => !equal(standing[key], row[key]));
    if (standing === undefined) added.push(row);
    else if (columns.length > 0) changed.push({ before: standing, after: row, columns });
    else same++;
  }
  const kept = new Set(partner.values());
  return { added, changed, removed: before.filter((row) => !kept.has(row)), same };
}

/** The table as it will be: the file's rows in its order; with `keep`, rows that it does not have stay after them. */
export function importedRows(table: TableField, before: readonly JsonObject[], after: readonly JsonObject[], keep: boolean): readonly JsonObject[] {
  const { removed } = compareRows(table, before, after);
  return keep ? [...after, ...removed] : after;
}

function partners(table: TableField, before: readonly JsonObject[], after: readonly JsonObject[]): ReadonlyMap<JsonObject, JsonObject> {
  const free = Map.groupBy(before, (row) => nameOf(table, row));
  const found = new Map<JsonObject, JsonObject>();
  for (const row of after) {
    const standing = free.get(nameOf(table, row))?.shift();
    if (standing !== undefined) found.set(row, standing);
  }
  return found;
}

function nameOf(table: TableField, row: JsonObject): string {
  return JSON.stringify(row[table.rowKey] ?? null).trim();
}

function equal(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(emptyless(a)) === JSON.stringify(emptyless(b));
}

function emptyless(value: Json | undefined): Json {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}
