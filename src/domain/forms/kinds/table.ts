import { isArray, isObject, rowsOf } from '#domain/forms/answers.ts';
import type { ComputedField, TableField } from '#domain/forms/definition.ts';
import { type Kind, plain } from '#domain/forms/kinds/kind.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/**
 * A whole table. Its text is tab-separated rows, as a spreadsheet copies them; cells are read and shown by their own kinds, which
 * `kindOf` gives.
 */
export function tableKind(field: TableField, kindOf: (column: Cell) => Kind): Kind {
  const columns = new Map(field.columns.map((column) => [column.key, column]));
  return {
    ...plain,
    parse(text, words) {
      if (text.trim() === '') return { value: undefined };
      const rows = text
        .replace(/\r\n?/g, '\n')
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.split('\t'))
        .map((cells) => field.columns.map((column, at) => [column.key, kindOf(column).parse(cells[at] ?? '', words)] as const));
      const value = rows.map((row): JsonObject => Object.fromEntries(row.flatMap(([key, cell]) => (cell.value === undefined ? [] : [[key, cell.value]]))));
      return rows.flat().every(([, cell]) => cell.fault === undefined) ? { value } : { value, fault: 'unreadable' };
    },
    display: (value, words) => lines(field, value, (cell, at) => kindOf(at).display(cell, words)),
    paper: (value, words) => lines(field, value, (cell, at) => kindOf(at).paper(cell, words)),
    fits: (value) => isArray(value) && value.length <= field.maxRows * 2 && value.every(fitsRow),
    faults(value) {
      if (!isArray(value)) return [{ code: 'unreadable' }];
      return value.length > field.maxRows ? [{ code: 'tooManyRows', limit: field.maxRows }] : [];
    },
    normal: (value) => (isArray(value) ? normalRows(field, value.map(normalRow)) : value),
  };

  function fitsRow(row: Json): boolean {
    if (!isObject(row)) return false;
    return Object.entries(row).every(([key, value]) => {
      const column = columns.get(key);
      return column !== undefined && (value === null || kindOf(column).fits(value));
    });
  }

  function normalRow(row: Json): Json {
    if (!isObject(row)) return row;
    const cells = Object.entries(row).flatMap(([key, value]) => {
      const column = columns.get(key);
      const normal = value === null || column === undefined ? (value ?? undefined) : kindOf(column).normal(value);
      return normal === undefined ? [] : [[key, normal] as const];
    });
    return Object.fromEntries(cells);
  }
}

/** Never stored and never typed: whatever is found under its key does not fit. */
export function computedKind(_field: ComputedField): Kind {
  return {
    ...plain,
    parse: () => ({ value: undefined }),
    display: () => '',
    paper: () => '',
    fits: () => false,
    faults: () => [],
    normal: () => undefined,
  };
}

type Cell = TableField['columns'][number];

function lines(field: TableField, value: Json, show: (cell: Json, column: Cell) => string): string {
  const cell = (row: JsonObject, column: Cell): string => {
    const found = row[column.key];
    return found === undefined || found === null ? '' : show(found, column).replace(/[\t\n]/g, ' ');
  };
  return rowsOf(value)
    .map((row) => field.columns.map((column) => cell(row, column)).join('\t'))
    .join('\n');
}

/** Rows keep their places, empty ones too: a problem's pointer must still find its row. Only given rows have an order of their own. */
function normalRows(field: TableField, rows: readonly Json[]): Json | undefined {
  if (rows.length === 0) return undefined;
  const { fixed } = field;
  if (fixed === undefined) return rows;
  const place = (row: Json): number => {
    const at = isObject(row) ? fixed.values.findIndex((value) => value === row[fixed.column]) : -1;
    return at < 0 ? fixed.values.length : at;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}
