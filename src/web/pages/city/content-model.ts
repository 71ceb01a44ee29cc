import { isObject, rowsOf } from '#domain/forms/answers.ts';
import type { BlockAnswers, BlockDef, FieldDef, ScalarField, TableField } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { visibleFields } from '#domain/forms/visibility.ts';
import { unitName } from '#domain/filing/predicates/wording.ts';
import { outlineHeadings } from '#domain/programme/look-up.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { isWithin } from '#domain/values/pointer.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { DiffLine } from '#web/components/diff.tsx';
import { labelOf } from '#web/fields/field-input.tsx';
import { versions } from '#web/messages/versions.ts';

/** One question with its answer as the city reads it, and what changed since the version that it saw before. */
export interface ContentRow {
  readonly pointer: string;
  /** Pointer inside the block. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** Empty where nothing is filled in. */
  readonly value: string;
  readonly table?: { readonly field: TableField; readonly rows: readonly JsonObject[] };
  readonly changes: readonly DiffLine[];
  readonly exceptions: readonly Problem[];
}

/** A block of a document, or a section of the narrative. */
export interface ContentGroup {
  /** form, commitment, outline or a project's id. */
  readonly document: string;
  readonly block: string;
  readonly pointer: string;
  readonly title: string;
  readonly rows: readonly ContentRow[];
  /** Of the narrative. */
  readonly section?: Json;
  readonly changes: readonly DiffLine[];
  /** Exceptions of the block that belong to none of its rows. */
  readonly exceptions: readonly Problem[];
}

export interface Compared {
  readonly changes: readonly DiffLine[];
  readonly exceptions: readonly Problem[];
}

export function formGroups(edition: Edition, file: PlanFile, compared: Compared): readonly ContentGroup[] {
  return edition.forms.form.blocks.map((block) => blockGroup(edition, block, file.documents.form[block.key]?.answers ?? {}, 'form', '/form', compared));
}

export function commitmentGroups(edition: Edition, file: PlanFile, compared: Compared): readonly ContentGroup[] {
  return edition.commitment.form.blocks.map((block) =>
    blockGroup(edition, block, file.documents.commitment[block.key]?.answers ?? {}, 'commitment', '/commitment', compared),
  );
}

export function outlineGroups(edition: Edition, file: PlanFile, compared: Compared): readonly ContentGroup[] {
  return outlineHeadings(edition).map(({ key, title }) => {
    const pointer = `/outline/${key}`;
    const section = file.documents.outline[key]?.answers;
    return { document: 'outline', block: key, pointer, title, rows: [], ...(section === undefined ? {} : { section }), ...within(compared, pointer) };
  });
}

/** The blocks of one project's proposal; `index` from 0. */
export function projectGroups(edition: Edition, file: PlanFile, index: number, compared: Compared): readonly ContentGroup[] {
  const project = file.projects[index];
  if (project === undefined) return [];
  return edition.forms.proposal.blocks.map((block) =>
    blockGroup(edition, block, project.blocks[block.key]?.answers ?? {}, project.id, `/projects/${index}`, compared),
  );
}

function blockGroup(edition: Edition, block: BlockDef, answers: BlockAnswers, document: string, base: string, compared: Compared): ContentGroup {
  const pointer = `${base}/${block.key}`;
  const mine = within(compared, pointer);
  const rows = visibleFields(block.fields, answers)
    .filter((field) => field.kind !== 'computed')
    .map((field) => contentRow(edition, field, answers[field.key], pointer, mine));
  const shown = (problem: Problem): boolean => rows.some((row) => row.exceptions.includes(problem));
  return {
    document,
    block: block.key,
    pointer,
    title: block.title,
    rows,
    changes: mine.changes,
    exceptions: mine.exceptions.filter((problem) => !shown(problem)),
  };
}

function contentRow(edition: Edition, field: Exclude<FieldDef, { kind: 'computed' }>, value: Json | undefined, block: string, compared: Compared): ContentRow {
  const path = `/${field.key}`;
  const pointer = `${block}${path}`;
  const row = { pointer, path, label: labelOf(field), ...within(compared, pointer) };
  if (field.kind === 'table') return { ...row, unit: '', value: '', table: { field, rows: rowsOf(value) } };
  return { ...row, unit: unitName(edition, field), value: displayed(edition, field, value) };
}

/** A cell or an answer as the screen shows it; empty where nothing stands. */
export function displayed(edition: Edition, field: ScalarField, value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (isObject(value) && typeof value['typed'] === 'string') return value['typed'];
  return kindOf(field).display(value, wordsOf(edition));
}

function wordsOf(edition: Edition): Words {
  return { yes: versions.yes, no: versions.no, separator: versions.separator, units: edition.units, codeLists: edition.codeLists };
}

function within({ changes, exceptions }: Compared, pointer: string): Compared {
  return { changes: changes.filter((line) => isWithin(line.pointer, pointer)), exceptions: exceptions.filter((problem) => isWithin(problem.path, pointer)) };
}

/** Only what changed, or only what is excused; groups without any are left out. */
export function only(groups: readonly ContentGroup[], what: 'changes' | 'exceptions'): readonly ContentGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => row[what].length > 0) }))
    .filter((group) => group.rows.length > 0 || group[what].length > 0);
}
