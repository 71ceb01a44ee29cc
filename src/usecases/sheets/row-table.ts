import { isObject, rowsOf } from '#domain/forms/answers.ts';
import { normaliseBlock } from '#domain/forms/content.ts';
import type { BlockDef, FormDef, TableField } from '#domain/forms/definition.ts';
import { validateBlock } from '#domain/forms/validate-block.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';

/** Key of the form, and of its only block, that one row is filled in on. */
export const rowKey = 'row';

/** A table of the 申报表 whose rows belong to enterprises. Refused where the edition has no such table. */
export function tableAt(edition: Edition, block: string, field: string): TableField {
  const found = edition.forms.form.blocks.find((one) => one.key === block)?.fields.find((one) => one.key === field);
  if (found?.kind !== 'table' || found.fixed !== undefined) throw new Refusal('badRequest', { at: ['field'] });
  return found;
}

/** One row of a table as a form of its own. */
export function rowForm(table: TableField, name: string): FormDef {
  return { key: rowKey, title: table.label, blocks: [{ key: rowKey, title: name, fields: table.columns }] };
}

/** A row as it may be kept: its shape is the table's, its content may still be wrong; the name is the one that was asked. */
export function keptRow(table: TableField, name: string, given: Json): JsonObject {
  const [block] = rowForm(table, name).blocks as readonly [BlockDef];
  const faults = isObject(given) ? validateBlock(block, given) : [{ path: '', code: 'notAnObject' as const }];
  if (faults.length > 0 || !isObject(given)) throw new Refusal('badRequest', { faults });
  const { notes: _notes, ...row } = normaliseBlock(block, given);
  return { ...row, [table.rowKey]: name };
}

/** The table with a row taken over: in the place of the row of that name, or at the end. */
export function withRow(table: TableField, standing: Json | undefined, row: JsonObject): readonly JsonObject[] {
  const rows = rowsOf(standing);
  const at = rows.findIndex((one) => one[table.rowKey] === row[table.rowKey]);
  return at < 0 ? [...rows, row] : rows.with(at, row);
}

/** The row of that name as it stands; empty where there is none yet. */
export function standingRow(table: TableField, standing: Json | undefined, name: string): JsonObject {
  return rowsOf(standing).find((row) => row[table.rowKey] === name) ?? { [table.rowKey]: name };
}
