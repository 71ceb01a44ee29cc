import { checkCreditCode, checkPatentNumber } from '#domain/values/identifiers.ts';
import type { ListColumn, ListHeaders, ListKind } from '#domain/programme/edition.ts';

/** One entry of an official list: a company, or a patent with its holder. */
export interface ListRow {
  readonly name: string;
  readonly code: string | null;
  readonly area: string | null;
  readonly number: string | null;
}

/** What is wrong with a cell, by its address on the sheet: `B7`. A missing column stands without one. */
export interface ListFault {
  readonly cell: string | null;
  readonly column: ListColumn;
  readonly fault: 'noColumn' | 'missing' | 'badCode' | 'badNumber' | 'twice' | 'tooLong' | 'formula';
  readonly text: string;
}

export interface ReadList {
  readonly rows: readonly ListRow[];
  readonly faults: readonly ListFault[];
  /** The list says where its entries lie. */
  readonly hasArea: boolean;
}

/** A sheet as text: `null` where a cell holds a formula, which is never computed. */
export type Grid = readonly (readonly (string | null)[])[];

const needed: Readonly<Record<ListKind, readonly ListColumn[]>> = { hiTech: ['name'], techSme: ['name'], patent: ['name', 'number'] };
const longest = 200;
/** Titles may stand above the header. */
const headerWithin = 10;

/** Reads a list off its sheet. Rows with a fault are named cell by cell and left out; the rest stands as it is. */
export function readListRows(kind: ListKind, grid: Grid, headers: ListHeaders): ReadList {
  const found = findHeader(kind, grid, headers);
  if (found === undefined)
    return { rows: [], hasArea: false, faults: needed[kind].map((column) => ({ cell: null, column, fault: 'noColumn', text: headers[column][0] ?? '' })) };
  const { at, columns } = found;
  const rows: ListRow[] = [];
  const faults: ListFault[] = [];
  const seen = new Set<string>();
  for (const [index, line] of grid.entries()) {
    if (index <= at || line.every((cell) => (cell ?? ' ').trim() === '' && cell !== null)) continue;
    const { row, wrong } = readRow(kind, line, columns, (column) => addressOf(columns[column] ?? 0, index));
    const own = row.number ?? row.code ?? row.name;
    if (wrong.length === 0 && seen.has(own)) {
      const column = row.number !== null ? 'number' : row.code !== null ? 'code' : 'name';
      faults.push({ cell: addressOf(columns[column] ?? 0, index), column, fault: 'twice', text: own });
      continue;
    }
    faults.push(...wrong);
    if (wrong.length > 0) continue;
    seen.add(own);
    rows.push(row);
  }
  return { rows, faults, hasArea: columns.area !== undefined };
}

type Columns = Readonly<Partial<Record<ListColumn, number>>>;

function findHeader(kind: ListKind, grid: Grid, headers: ListHeaders): { readonly at: number; readonly columns: Columns } | undefined {
  for (const [at, line] of grid.slice(0, headerWithin).entries()) {
    const columns: Partial<Record<ListColumn, number>> = {};
    for (const [index, cell] of line.entries()) {
      const text = (cell ?? '').replaceAll(/\s/g, '');
      for (const column of ['name', 'code', 'area', 'number'] as const) {
        if (columns[column] === undefined && headers[column].includes(text)) columns[column] = index;
      }
    }
    if (needed[kind].every((column) => columns[column] !== undefined)) return { at, columns };
  }
  return undefined;
}

function readRow(
  kind: ListKind,
  line: readonly (string | null)[],
  columns: Columns,
  cellOf: (column: ListColumn) => string,
): { row: ListRow; wrong: ListFault[] } {
  const wrong: ListFault[] = [];
  const blame = (column: ListColumn, fault: ListFault['fault'], text: string) => void wrong.push({ cell: cellOf(column), column, fault, text });
  const read = (column: ListColumn): string => {
    const index = columns[column];
    const cell = index === undefined ? '' : line[index];
    if (cell === null) blame(column, 'formula', '');
    const text = (cell ?? '').trim();
    if (text.length > longest) blame(column, 'tooLong', text.slice(0, 20));
    return text;
  };
  const row: ListRow = {
    name: plainName(read('name')),
    code: read('code').toUpperCase() || null,
    area: read('area') || null,
    number: patentKey(read('number')),
  };
  if (row.name === '' && !wrong.some((fault) => fault.column === 'name')) blame('name', 'missing', '');
  if (row.code !== null && checkCreditCode(row.code) === 'malformed') blame('code', 'badCode', row.code);
  if (kind === 'patent' && row.number === null && !wrong.some((fault) => fault.column === 'number')) blame('number', 'missing', '');
  if (kind === 'patent' && row.number !== null && checkPatentNumber(row.number) === 'malformed') blame('number', 'badNumber', row.number);
  return { row: kind === 'patent' ? row : { ...row, number: null }, wrong };
}

/** A company's name as it is compared: without spaces, brackets of one width. */
export function plainName(text: string): string {
  return text.replaceAll(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

/** A patent's number as it is compared: without prefix, spaces and point. */
export function patentKey(text: string): string | null {
  return (
    text
      .toUpperCase()
      .replaceAll(/[\s.]/g, '')
      .replace(/^(CN|ZL)/, '') || null
  );
}

/** `B7`; rows and columns from 0. */
function addressOf(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
