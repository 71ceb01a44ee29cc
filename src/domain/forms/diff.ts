import { blockOf, isArray, isObject } from '#domain/forms/answers.ts';
import type { Answers, BlockDef, FormDef, TableField } from '#domain/forms/definition.ts';
import { matchRows } from '#domain/forms/match-rows.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { formatPointer } from '#domain/values/pointer.ts';

/**
 * One difference between two contents of a form. `path` points into the form's answers. An answer that came has no `before`, one that went
 * no `after`. `cell`, `rowAdded` point to the row's place in the later content, `rowRemoved` to its place in the earlier one, `rowsMoved`
 * to the table: `order` is the earlier places of the kept rows in their new order, given only where that order changed.
 */
export type Change =
  | { readonly kind: 'answer'; readonly path: string; readonly before?: Json; readonly after?: Json }
  | { readonly kind: 'cell'; readonly path: string; readonly row: string; readonly before?: Json; readonly after?: Json }
  | { readonly kind: 'rowAdded'; readonly path: string; readonly row: string; readonly after: JsonObject }
  | { readonly kind: 'rowRemoved'; readonly path: string; readonly row: string; readonly before: JsonObject }
  | { readonly kind: 'rowsMoved'; readonly path: string; readonly order: readonly number[] };

/** What leads from `a` to `b`, both normalised, in the form's order; applyChanges(a, diffAnswers(form, a, b)) is b. */
export function diffAnswers(form: FormDef, a: Answers, b: Answers): readonly Change[] {
  const known = new Map(form.blocks.map((block) => [block.key, block]));
  return keysOf([...known.keys()], a, b).flatMap((key) => diffBlock(known.get(key), blockOf(a, key), blockOf(b, key), formatPointer([key])));
}

function diffBlock(block: BlockDef | undefined, a: JsonObject, b: JsonObject, at: string): readonly Change[] {
  const fields = new Map((block?.fields ?? []).map((field) => [field.key, field]));
  return keysOf([...fields.keys()], a, b).flatMap((key) => {
    const path = `${at}${formatPointer([key])}`;
    if (key === 'notes') return diffObject(a[key], b[key], path);
    const field = fields.get(key);
    return field?.kind === 'table' ? diffTable(field, a[key], b[key], path) : diffValue(a[key], b[key], path);
  });
}

/** Note by note. */
function diffObject(a: Json | undefined, b: Json | undefined, path: string): readonly Change[] {
  if (!isObject(a) || !isObject(b)) return diffValue(a, b, path);
  return keysOf([], a, b).flatMap((key) => diffValue(a[key], b[key], `${path}${formatPointer([key])}`));
}

function diffValue(a: Json | undefined, b: Json | undefined, path: string): readonly Change[] {
  return same(a, b) ? [] : [{ kind: 'answer', path, ...sides(a, b) }];
}

function diffTable(table: TableField, a: Json | undefined, b: Json | undefined, path: string): readonly Change[] {
  if (!areRows(a) || !areRows(b)) return diffValue(a, b, path);
  const matches = matchRows(table, a, b);
  const kept = matches.filter((index) => index !== undefined);
  const removed = a.flatMap((row, index): readonly Change[] =>
    kept.includes(index) ? [] : [{ kind: 'rowRemoved', path: `${path}/${index}`, row: nameOf(table, row, index), before: row }],
  );
  const moved: readonly Change[] = kept.every((index, at) => at === 0 || index > (kept[at - 1] ?? 0)) ? [] : [{ kind: 'rowsMoved', path, order: kept }];
  const rows = b.flatMap((row, at): readonly Change[] => {
    const index = matches[at];
    const place = `${path}/${at}`;
    const name = nameOf(table, row, at);
    if (index === undefined) return [{ kind: 'rowAdded', path: place, row: name, after: row }];
    return diffRow(table, a[index] ?? {}, row, place, name);
  });
  return [...removed, ...moved, ...rows];
}

function diffRow(table: TableField, a: JsonObject, b: JsonObject, path: string, row: string): readonly Change[] {
  return keysOf(
    table.columns.map((column) => column.key),
    a,
    b,
  ).flatMap((key): readonly Change[] =>
    same(a[key], b[key]) ? [] : [{ kind: 'cell', path: `${path}${formatPointer([key])}`, row, ...sides(a[key], b[key]) }],
  );
}

function nameOf(table: TableField, row: JsonObject, index: number): string {
  const name = row[table.rowKey];
  return typeof name === 'string' ? name : String(index + 1);
}

function sides(before: Json | undefined, after: Json | undefined): { before?: Json; after?: Json } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}

function areRows(value: Json | undefined): value is readonly JsonObject[] {
  return isArray(value) && value.every(isObject);
}

/** Every key of either side, the definition's first and in its order. */
function keysOf(known: readonly string[], a: JsonObject, b: JsonObject): readonly string[] {
  const keys = new Set([...known, ...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => Object.hasOwn(a, key) || Object.hasOwn(b, key));
}
