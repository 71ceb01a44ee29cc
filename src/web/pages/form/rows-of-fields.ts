import type { FieldDef } from '#domain/forms/definition.ts';

export interface FieldRow<F extends FieldDef> {
  /** Heading above it, where a group begins. */
  readonly group?: string;
  readonly fields: readonly F[];
}

const columns = 4;

export function spanOf(field: FieldDef): number {
  return field.kind === 'table' ? columns : (field.span ?? 1);
}

/** Fields set into rows of four columns in the paper's order; a group starts a row of its own. */
export function rowsOfFields<F extends FieldDef>(fields: readonly F[]): readonly FieldRow<F>[] {
  const rows: { group?: string; fields: F[] }[] = [];
  let room = 0;
  let group: string | undefined;
  for (const field of fields) {
    const begins = field.group !== group;
    const row = rows.at(-1);
    if (begins || !row || spanOf(field) > room) {
      rows.push(begins && field.group !== undefined ? { group: field.group, fields: [field] } : { fields: [field] });
      room = columns;
    } else row.fields.push(field);
    room -= spanOf(field);
    group = field.group;
  }
  return rows;
}
