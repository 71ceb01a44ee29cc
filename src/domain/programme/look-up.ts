import type { BlockDef, FieldDef, FormDef, ScalarField } from '#domain/forms/definition.ts';
import type { ClauseDef, CodeItem, Duty, Edition, OutlineChapter, RuleDef, ZoneRow } from './edition.ts';

/** The three forms of a filing that have a definition; the outline has headings instead. */
export type FormName = 'form' | 'proposal' | 'commitment';

export function formOf(edition: Edition, name: FormName): FormDef {
  return name === 'commitment' ? edition.commitment.form : edition.forms[name];
}

export function ruleOf(edition: Edition, id: string): RuleDef | undefined {
  return edition.rules.find((rule) => rule.id === id);
}

export function clauseOf(edition: Edition, id: string): ClauseDef | undefined {
  return edition.clauses.find((clause) => clause.id === id);
}

export function dutiesOfClause(edition: Edition, clause: string): readonly Duty[] {
  return edition.duties.filter((duty) => duty.clause === clause);
}

export function zoneOf(edition: Edition, name: string): ZoneRow | undefined {
  return edition.zones.find((zone) => zone.name === name);
}

export function codeItem(edition: Edition, list: string, code: string): CodeItem | undefined {
  return edition.codeLists[list]?.find((item) => item.code === code);
}

export function blockAt(form: FormDef, key: string): BlockDef | undefined {
  return form.blocks.find((block) => block.key === key);
}

/** The field at `block.field`, or undefined. */
export function fieldAt(edition: Edition, form: FormName, path: string): FieldDef | undefined {
  const [block = '', field = '', ...rest] = path.split('.');
  if (rest.length > 0) return undefined;
  return blockAt(formOf(edition, form), block)?.fields.find((candidate) => candidate.key === field);
}

/** The column at `block.table`, `column`, or undefined. */
export function columnAt(edition: Edition, form: FormName, table: string, column: string): ScalarField | undefined {
  const field = fieldAt(edition, form, table);
  return field?.kind === 'table' ? field.columns.find((candidate) => candidate.key === column) : undefined;
}

/** Which form a rule's path means, and the path within it: `cluster.field` is of the 申报表, `proposal.money.total` of every 项目申报书. */
export function splitPath(path: string): { readonly form: FormName; readonly path: string } {
  for (const form of ['proposal', 'commitment'] as const) {
    if (path.startsWith(`${form}.`)) return { form, path: path.slice(form.length + 1) };
  }
  return { form: 'form', path };
}

/** A heading that is written under. `chapter` is its own where a chapter has no sections. */
export interface Heading {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly hint?: string;
  readonly chapter: OutlineChapter;
}

/** Every heading that is written under, in order: the sections, and the chapters that have none. */
export function outlineHeadings(edition: Edition): readonly Heading[] {
  return edition.outline.flatMap((chapter): readonly Heading[] => {
    if (chapter.sections.length > 0) return chapter.sections.map((section) => ({ ...section, chapter }));
    const { key, number, title, hint } = chapter;
    return [{ key, number, title, chapter, ...(hint === undefined ? {} : { hint }) }];
  });
}

/** Their keys. */
export function outlineKeys(edition: Edition): readonly string[] {
  return outlineHeadings(edition).map((heading) => heading.key);
}
