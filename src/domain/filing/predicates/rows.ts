import { z } from 'zod';
import { answerTo, isEmpty } from '#domain/forms/answers.ts';
import type { BlockAnswers, TableField } from '#domain/forms/definition.ts';
import { type RowPlace, rowPlaces } from '#domain/forms/places.ts';
import { cellAt, columnOf, placeAt, sheetsOf, tableAt, textOf } from '#domain/filing/predicates/context.ts';
import { path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, listed } from '#domain/filing/predicates/wording.ts';
import type { Json } from '#domain/values/json.ts';

/** A value stands once in a column, whatever its width or spacing (R22). Params: value, n, label. */
export const uniqueRows = predicate({ table: path, column: z.string() }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.table)) {
    const { place, table, rows } = tableAt(sheet, args.table);
    const groups = new Map<string, RowPlace[]>();
    for (const row of rows) {
      const key = folded(answerTo(row.answers, args.column));
      if (key !== '') groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    for (const [first, second, ...more] of groups.values()) {
      if (first === undefined || second === undefined) continue;
      const value = textOf(answerTo(first.answers, args.column)) ?? '';
      yield {
        path: `${second.pointer}/${second.index}/${args.column}`,
        block: place.block,
        noteKey: value,
        also: [first, ...more].map((row) => `${row.pointer}/${row.index}/${args.column}`),
        params: { value, n: String(2 + more.length), label: labelOf(columnOf(table, args.column)) },
      };
    }
  }
});

function folded(value: Json | undefined): string {
  return (textOf(value) ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** No table is filed with the template's sample row or an empty one (R23). Params: table, row (its number). */
export const noSampleRows = predicate({}, function* (_, context) {
  for (const place of context.blocks.flatMap(({ places }) => places)) {
    const { field } = place;
    if (field.kind !== 'table' || field.fixed !== undefined) continue;
    for (const row of rowPlaces(field, place)) {
      if (!row.empty && !isSample(field, row.answers)) continue;
      yield { path: `${row.pointer}/${row.index}`, block: place.block, params: { table: labelOf(field), row: String(row.index + 1) } };
    }
  }
});

/** Crosses stand in a template for what is to be written: such a cell, left as it was, gives the sample away even where others were changed. */
const PLACEHOLDER = '\u00d7\u00d7';

function isSample(table: TableField, row: BlockAnswers): boolean {
  const cells = Object.entries(table.sample ?? {});
  const same = cells.filter(([column, value]) => answerTo(row, column) === value);
  return (cells.length > 0 && same.length === cells.length) || same.some(([, value]) => typeof value === 'string' && value.includes(PLACEHOLDER));
}

/** At least one row of a filled table has one of these values in a column (R11). Params: label. */
export const someRow = predicate({ table: path, column: z.string(), anyOf: z.array(z.json()).min(1) }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.table)) {
    const { place, table, rows } = tableAt(sheet, args.table);
    const has = (row: RowPlace): boolean => args.anyOf.some((value) => value === answerTo(row.answers, args.column));
    if (rows.length === 0 || rows.some(has)) continue;
    yield { path: place.pointer, block: place.block, params: { label: labelOf(columnOf(table, args.column)) } };
  }
});

/** Every segment of a filled table has a row (R12). Params: segment, the missing ones by their own names. */
export const everySegment = predicate({ table: path }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.table)) {
    const { place, table, rows } = tableAt(sheet, args.table);
    const { segments } = table;
    if (segments === undefined || rows.length === 0) continue;
    // In the column's order: a frozen edition's keys come sorted.
    const column = columnOf(table, segments.column);
    const all = column.kind === 'choice' ? column.options : [];
    const missing = all.filter((segment) => !rows.some((row) => answerTo(row.answers, segments.column) === segment));
    if (missing.length === 0) continue;
    const names = missing.map((segment) => textOf(answerTo(place.beside, segments.names[segment] ?? '')) ?? segment);
    yield { path: place.pointer, block: place.block, params: { segment: listed(names) } };
  }
});

/** A column of a filled table is filled in at least one row, or in as many as parameter `min` says (R13, R68). Params: label, n. */
export const someFilled = predicate({ table: path, column: z.string(), min: z.string().optional() }, function* (args, context) {
  const asked = args.min === undefined ? 1 : context.edition.parameters[args.min];
  if (typeof asked !== 'number') throw new Error(`the parameter "${args.min}" is no number`);
  for (const sheet of sheetsOf(context, args.table)) {
    const { place, table, rows } = tableAt(sheet, args.table);
    const n = rows.filter((row) => !isEmpty(cellAt(row, args.column, place.block).value)).length;
    if (rows.length === 0 || n >= asked) continue;
    yield { path: place.pointer, block: place.block, params: { label: labelOf(columnOf(table, args.column)), n: String(n) } };
  }
});

/**
 * The tables have rows and the figures, once filled, are above zero; what is missing is said in one sentence (R14). An empty table counts
 * as missing: that nothing is there is the very thing asked. Params: missing.
 */
export const rowsExist = predicate({ tables: z.array(path), also: z.array(path).optional() }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.tables[0] ?? args.also?.[0] ?? '')) {
    const tables = args.tables.map((table) => placeAt(sheet, table)).filter(({ value }) => isEmpty(value));
    const figures = (args.also ?? []).map((one) => placeAt(sheet, one)).filter(({ value }) => typeof value === 'number' && value <= 0);
    const [first, ...more] = [...tables, ...figures];
    if (first === undefined) continue;
    yield {
      path: first.pointer,
      block: first.block,
      also: more.map(({ pointer }) => pointer),
      params: { missing: listed([first, ...more].map(({ field }) => labelOf(field))) },
    };
  }
});
