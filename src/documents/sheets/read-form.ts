import type ExcelJS from 'exceljs';
import { isObject } from '#domain/forms/answers.ts';
import type { FormDef, ScalarField, TableField } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Fault, FaultCode, Words } from '#domain/forms/kinds/kind.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { headRows, identitySheet } from './layout.ts';
import { NotAWorkbook, openWorkbook, textOfCell } from './open-workbook.ts';

/** What is wrong with one cell, and where it stands: sheet and address as the person sees them. */
export interface CellFault {
  readonly sheet: string;
  /** `C7`. */
  readonly cell: string;
  readonly label: string;
  readonly code: FaultCode | 'formula' | 'error' | 'tooManyRows';
  /** The text that stands there. */
  readonly found: string;
  readonly limit?: number;
}

export interface ReadWorkbook {
  readonly identity: JsonObject;
  /** Blocks and fields that the workbook has; a field that was left empty is null. Unreadable text is kept as `{ typed }`. */
  readonly answers: { readonly [block: string]: JsonObject };
  readonly faults: readonly CellFault[];
}

/** Reads back a workbook that writeFormWorkbook made, whoever filled it in. Throws NotAWorkbook where it is something else. */
export async function readFormWorkbook(bytes: Uint8Array, form: FormDef, words: Words): Promise<ReadWorkbook> {
  const workbook = await openWorkbook(bytes);
  const identity = identityOf(workbook);
  if (identity['form'] !== form.key) throw new NotAWorkbook();
  const answers: Record<string, Record<string, Json>> = {};
  const faults: CellFault[] = [];
  for (const [name, blockKey, tableKey] of sheetsIn(identity)) {
    const sheet = workbook.getWorksheet(name);
    const block = form.blocks.find((one) => one.key === blockKey);
    if (sheet === undefined || block === undefined) continue;
    const into = (answers[block.key] ??= {});
    const reader = readerOf(sheet, words, faults);
    const table = block.fields.find((field): field is TableField => field.kind === 'table' && field.key === tableKey);
    if (table !== undefined) into[table.key] = readTable(sheet, table, reader, faults);
    else Object.assign(into, readFields(sheet, block.fields, reader));
  }
  return { identity, answers, faults };
}

/** The identity that a workbook carries, without reading its answers. */
export async function readIdentity(bytes: Uint8Array): Promise<JsonObject> {
  return identityOf(await openWorkbook(bytes));
}

function identityOf(workbook: ExcelJS.Workbook): JsonObject {
  const text = workbook.getWorksheet(identitySheet)?.getCell(1, 1).value;
  try {
    const found: Json = typeof text === 'string' ? JSON.parse(text) : null;
    if (isObject(found)) return found;
  } catch {
    // Somebody wrote over it: no workbook of ours.
  }
  throw new NotAWorkbook();
}

function sheetsIn(identity: JsonObject): readonly (readonly [string, string, string])[] {
  const { sheets } = identity;
  const isPlace = (entry: Json): entry is [string, string, string] =>
    Array.isArray(entry) && entry.length === 3 && entry.every((part) => typeof part === 'string');
  return Array.isArray(sheets) ? (sheets as readonly Json[]).filter(isPlace) : [];
}

type Reader = (row: number, column: number, field: ScalarField) => Json;

function readerOf(sheet: ExcelJS.Worksheet, words: Words, faults: CellFault[]): Reader {
  return (row, column, field) => {
    const cell = sheet.getCell(row, column);
    const told = (code: CellFault['code'], found: string, limit?: number): void =>
      void faults.push({ sheet: sheet.name, cell: cell.address, label: field.short ?? field.label, code, found, ...(limit === undefined ? {} : { limit }) });
    const read = textOfCell(cell, words);
    if ('refused' in read) {
      told(read.refused, '');
      return null;
    }
    const { value, fault } = kindOf(field).parse(read.text, words);
    if (value === undefined) return null;
    const [first]: readonly Fault[] = fault === undefined ? kindOf(field).faults(value, words.codeLists) : [{ code: fault }];
    if (first !== undefined) told(first.code, read.text, first.limit);
    return value;
  };
}

function readFields(sheet: ExcelJS.Worksheet, fields: readonly { readonly key: string; readonly kind: string }[], read: Reader): JsonObject {
  const found: Record<string, Json> = {};
  const keyed = new Map(fields.map((field) => [field.key, field]));
  for (let row = headRows + 1; row <= sheet.rowCount; row++) {
    const key = textOfCell(sheet.getCell(row, 4));
    const field = 'text' in key ? keyed.get(key.text) : undefined;
    if (field !== undefined && field.kind !== 'table' && field.kind !== 'computed') found[field.key] = read(row, 2, field as ScalarField);
  }
  return found;
}

/** Rows in which nothing stands are left out; given rows keep theirs. */
function readTable(sheet: ExcelJS.Worksheet, table: TableField, read: Reader, faults: CellFault[]): readonly JsonObject[] {
  const places = new Map<string, number>();
  for (let column = 1; column <= sheet.columnCount; column++) {
    const key = textOfCell(sheet.getCell(1, column));
    if ('text' in key && key.text !== '') places.set(key.text, column);
  }
  const rows: JsonObject[] = [];
  for (let row = headRows + 1; row <= sheet.rowCount; row++) {
    const values: Record<string, Json> = {};
    for (const column of table.columns) {
      const at = places.get(column.key);
      const value = at === undefined ? null : read(row, at, column);
      if (value !== null) values[column.key] = value;
    }
    if (Object.keys(values).length > 0) rows.push(values);
  }
  const { fixed } = table;
  const kept = fixed === undefined ? rows : fixed.values.flatMap((value) => rows.filter((row) => row[fixed.column] === value).slice(0, 1));
  if (kept.length > table.maxRows) {
    faults.push({
      sheet: sheet.name,
      cell: `A${headRows + table.maxRows + 1}`,
      label: table.label,
      code: 'tooManyRows',
      found: String(kept.length),
      limit: table.maxRows,
    });
  }
  return kept.slice(0, table.maxRows);
}
