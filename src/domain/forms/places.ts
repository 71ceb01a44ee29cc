import { answerTo, isEmpty, rowsOf } from '#domain/forms/answers.ts';
import type { BlockAnswers, BlockDef, FieldDef, ScalarField, TableField } from '#domain/forms/definition.ts';
import { visibleFields } from '#domain/forms/visibility.ts';
import type { Json } from '#domain/values/json.ts';

/** One place of a content where an answer may stand. */
export interface Place {
  readonly pointer: string;
  /** Pointer of the block, where notes are kept. */
  readonly block: string;
  readonly field: FieldDef;
  readonly value: Json | undefined;
  /** The answers beside it: its block's, or its row's. */
  readonly beside: BlockAnswers;
  /** For a cell. */
  readonly row?: RowPlace;
}

export interface RowPlace {
  readonly table: TableField;
  /** Pointer of the table. */
  readonly pointer: string;
  readonly index: number;
  readonly answers: BlockAnswers;
  /** What names the row in messages and note keys; its number, from 1, where that cell is empty. */
  readonly name: string;
  /** No cell is filled, leaving aside the one that says in which segment, or which given row, it is. */
  readonly empty: boolean;
}

/** Every visible place of a block that can hold an answer, in the form's order; a table is followed by its visible cells. */
export function placesOfBlock(block: BlockDef, answers: BlockAnswers, pointer: string): readonly Place[] {
  const places: Place[] = [];
  for (const field of visibleFields(block.fields, answers)) {
    if (field.kind === 'computed') continue;
    const place: Place = { pointer: `${pointer}/${field.key}`, block: pointer, field, value: answerTo(answers, field.key), beside: answers };
    places.push(place);
    if (field.kind !== 'table') continue;
    for (const row of rowPlaces(field, place)) {
      for (const column of visibleFields(field.columns, row.answers)) places.push(cellOf(row, column, pointer));
    }
  }
  return places;
}

/** The rows of a table; of a table with given rows, every given row, filed or not. */
export function rowPlaces(table: TableField, place: Place): readonly RowPlace[] {
  const rows = rowsOf(place.value);
  const found = rows.map((answers, index) => rowPlace(table, place.pointer, index, answers));
  if (table.fixed === undefined) return found;
  const { column, values } = table.fixed;
  const missing = values.filter((value) => !rows.some((row) => row[column] === value));
  return [...found, ...missing.map((value, at) => rowPlace(table, place.pointer, rows.length + at, { [column]: value }))];
}

function rowPlace(table: TableField, pointer: string, index: number, answers: BlockAnswers): RowPlace {
  const name = answerTo(answers, table.rowKey);
  const named = typeof name === 'string' && name.trim() !== '';
  return { table, pointer, index, answers, name: named ? name.trim() : String(index + 1), empty: isEmptyRow(table, answers) };
}

export function cellOf(row: RowPlace, column: ScalarField, block: string): Place {
  const pointer = `${row.pointer}/${row.index}/${column.key}`;
  return { pointer, block, field: column, value: answerTo(row.answers, column.key), beside: row.answers, row };
}

function isEmptyRow(table: TableField, row: BlockAnswers): boolean {
  return table.columns.every((column) => column.key === table.segments?.column || column.key === table.fixed?.column || isEmpty(answerTo(row, column.key)));
}
