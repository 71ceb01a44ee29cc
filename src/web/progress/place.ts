import type { FieldDef, FormDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import { places } from '#web/messages/places.ts';

export interface Place {
  /** Document and block: 申报表 集群基本情况. */
  readonly block: string;
  /** The field, and the row of a table, where the pointer goes so far. */
  readonly field?: string;
}

/** What a pointer into the plan is called by the people who read it. */
export function placeOf(edition: Edition, pointer: string): Place {
  const [document = '', ...rest] = parsePointer(pointer) ?? [];
  if (document === 'form') return inForm(edition.forms.form, places.form, rest);
  if (document === 'commitment') return inForm(edition.commitment.form, places.commitment, rest);
  if (document === 'projects') {
    const [index, ...inside] = rest;
    return index === undefined ? { block: places.projects } : inForm(edition.forms.proposal, places.project(Number(index) + 1), inside);
  }
  if (document === 'outline') {
    const section = edition.outline.flatMap((chapter) => chapter.sections).find((each) => each.key === rest[0]);
    const chapter = edition.outline.find((each) => each.key === rest[0]);
    const title = section?.title ?? chapter?.title;
    return { block: title ? `${places.outline} ${title}` : places.outline };
  }
  return { block: document === 'attachments' ? places.attachments : places.plan };
}

function inForm(form: FormDef, name: string, [blockKey, fieldKey, row, column]: readonly string[]): Place {
  const block = form.blocks.find((each) => each.key === blockKey);
  const field = block?.fields.find((each) => each.key === fieldKey);
  const label = field && fieldLabel(field, row, column);
  return { block: block ? `${name} ${block.title}` : name, ...(label ? { field: label } : {}) };
}

function fieldLabel(field: FieldDef, row: string | undefined, column: string | undefined): string {
  const name = field.short ?? field.label;
  if (field.kind !== 'table' || row === undefined) return name;
  const cell = field.columns.find((each) => each.key === column);
  return places.row(name, Number(row) + 1, cell ? (cell.short ?? cell.label) : undefined);
}
