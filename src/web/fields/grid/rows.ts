import { isEmpty } from '#domain/forms/answers.ts';
import type { TableField } from '#domain/forms/definition.ts';
import type { Json } from '#domain/values/json.ts';
import type { Bounds } from './selection.ts';

export type RowValues = { readonly [column: string]: Json };

/** A row while it is edited: `id` stays with it through moves, so that the screen need not redraw the others. */
export interface GridRow {
  readonly id: number;
  readonly values: RowValues;
}
export type Rows = readonly GridRow[];

/** A table's segments in the order of their column's options: the keys of a JSON object have none. */
export interface Segments {
  readonly column: string;
  readonly names: readonly string[];
}

export function segmentsOf(table: TableField): Segments | undefined {
  const { segments } = table;
  const column = table.columns.find((one) => one.key === segments?.column);
  if (!segments || column?.kind !== 'choice') return undefined;
  return { column: segments.column, names: column.options.filter((option) => option in segments.names) };
}

/** Hands out row ids; one for each grid on screen. */
export function rowIds(): () => number {
  let last = 0;
  return () => (last += 1);
}

/** Rows of one segment; `from` is the first one's index. Rows in no known segment come last, under no name. */
export interface Section {
  readonly name: string | undefined;
  readonly from: number;
  readonly rows: Rows;
}

/** The order in which a segmented table is edited: by segment, and within one as it was. */
export function bySegment(rows: readonly RowValues[], segments: Segments | undefined): readonly RowValues[] {
  if (!segments) return rows;
  const { names } = segments;
  const rank = (row: RowValues): number => {
    const index = names.indexOf(String(row[segments.column] ?? ''));
    return index < 0 ? names.length : index;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

export function sectionsOf(rows: Rows, segments: Segments | undefined): readonly Section[] {
  if (!segments) return [{ name: undefined, from: 0, rows }];
  const sections: Section[] = [];
  let from = 0;
  for (const name of segments.names) {
    const own = rows.filter((row) => row.values[segments.column] === name);
    sections.push({ name, from, rows: own });
    from += own.length;
  }
  const rest = rows.filter((row) => !sections.some((section) => section.rows.includes(row)));
  return rest.length > 0 ? [...sections, { name: undefined, from, rows: rest }] : sections;
}

export function setCell(rows: Rows, index: number, column: string, value: Json): Rows {
  const row = rows[index];
  if (!row || sameCell(row.values[column], value)) return rows;
  return rows.with(index, { ...row, values: { ...row.values, [column]: value } });
}

function sameCell(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  return isEmpty(a) && isEmpty(b);
}

/** Where a new row of a segment belongs: after the last one of it. */
export function endOfSegment(rows: Rows, segments: Segments | undefined, name: string | undefined): number {
  const section = sectionsOf(rows, segments).find((one) => one.name === name);
  return section ? section.from + section.rows.length : rows.length;
}

export function insertRows(rows: Rows, index: number, added: Rows): Rows {
  return rows.toSpliced(index, 0, ...added);
}

export function removeRows(rows: Rows, from: number, to: number): Rows {
  return rows.toSpliced(from, to - from + 1);
}

/** Ctrl+D: the first row of the rectangle over the others; a single row takes the values of the one above. */
export function fillDown(rows: Rows, bounds: Bounds, columns: readonly string[]): Rows {
  const single = bounds.top === bounds.bottom;
  const source = rows[single ? bounds.top - 1 : bounds.top];
  if (!source) return rows;
  let next = rows;
  for (let index = single ? bounds.top : bounds.top + 1; index <= bounds.bottom; index += 1) {
    for (const column of columns.slice(bounds.left, bounds.right + 1)) next = setCell(next, index, column, source.values[column] ?? null);
  }
  return next;
}

/** Delete key: empties the rectangle. */
export function clearCells(rows: Rows, bounds: Bounds, columns: readonly string[]): Rows {
  let next = rows;
  for (let index = bounds.top; index <= bounds.bottom; index += 1) {
    for (const column of columns.slice(bounds.left, bounds.right + 1)) next = setCell(next, index, column, null);
  }
  return next;
}
