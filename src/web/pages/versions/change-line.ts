import { isObject } from '#domain/forms/answers.ts';
import type { FieldDef, FormDef } from '#domain/forms/definition.ts';
import type { Change } from '#domain/forms/diff.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import type { DiffLine } from '#web/components/diff.tsx';
import { versions as words } from '#web/messages/versions.ts';

/** `at` is the pointer of the document that the change's path is relative to. */
export function changeLine(edition: Edition, change: Change, at: string): DiffLine {
  const pointer = `${at}${change.path}`;
  const field = fieldAt(formAt(edition, at), change.path);
  const show = (value: Json | undefined, of: FieldDef | undefined) => displayed(edition, of, value);
  switch (change.kind) {
    case 'answer':
      return { pointer, kind: 'changed', before: show(change.before, field), after: show(change.after, field) };
    case 'cell': {
      const key = parsePointer(change.path)?.at(-1);
      const column = field?.kind === 'table' ? field.columns.find((each) => each.key === key) : undefined;
      return { pointer, row: change.row, kind: 'changed', before: show(change.before, column), after: show(change.after, column) };
    }
    case 'rowAdded':
      return { pointer, kind: 'added', text: rowText(edition, field, change.after) };
    case 'rowRemoved':
      return { pointer, kind: 'removed', text: rowText(edition, field, change.before) };
    case 'rowsMoved':
      return { pointer, kind: 'moved' };
  }
}

function formAt(edition: Edition, at: string): FormDef {
  if (at === '/form') return edition.forms.form;
  return at === '/commitment' ? edition.commitment.form : edition.forms.proposal;
}

function fieldAt(form: FormDef, path: string): FieldDef | undefined {
  const [block, field] = parsePointer(path) ?? [];
  return form.blocks.find((each) => each.key === block)?.fields.find((each) => each.key === field);
}

function rowText(edition: Edition, table: FieldDef | undefined, row: JsonObject): string {
  if (table?.kind !== 'table') return Object.values(row).map(String).join(words.comma);
  return table.columns
    .filter((column) => row[column.key] !== undefined)
    .map((column) => displayed(edition, column, row[column.key]))
    .join(words.comma);
}

function displayed(edition: Edition, field: FieldDef | undefined, value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return words.noValue;
  if (field && field.kind !== 'table' && field.kind !== 'computed') return kindOf(field).display(value, wordsOf(edition));
  if (typeof value === 'string') return value;
  // A note: the written reason, or the sentence that was ticked.
  if (isObject(value)) return Object.values(value).map(String).join(words.comma);
  return JSON.stringify(value);
}

function wordsOf(edition: Edition): Words {
  return { yes: words.yes, no: words.no, separator: words.separator, units: edition.units, codeLists: edition.codeLists };
}
