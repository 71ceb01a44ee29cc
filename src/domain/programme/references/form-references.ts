import type { BlockDef, FieldDef, FormDef, ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Json } from '#domain/values/json.ts';
import type { Edition } from '../edition.ts';
import { formOf } from '../look-up.ts';
import type { Report } from './fault-list.ts';
import { reportTwice } from './fault-list.ts';

const places = { form: '/forms/form', proposal: '/forms/proposal', commitment: '/commitment/form' } as const;

/** A path that starts with one of these means another form (see `splitPath`), so no block of the 申报表 may be called so. */
const reservedBlocks = ['proposal', 'commitment', 'outline'];

export function checkForms(edition: Edition, report: Report): void {
  for (const name of ['form', 'proposal', 'commitment'] as const) {
    checkForm(edition, formOf(edition, name), places[name], report);
  }
  for (const [index, block] of edition.forms.form.blocks.entries()) {
    if (reservedBlocks.includes(block.key)) report(`/forms/form/blocks/${index}/key`, `"${block.key}" is reserved for another form's paths`);
  }
}

function checkForm(edition: Edition, form: FormDef, at: string, report: Report): void {
  reportTwice(
    form.blocks.map((block) => block.key),
    (index) => `${at}/blocks/${index}/key`,
    'block',
    report,
  );
  for (const [index, block] of form.blocks.entries()) {
    const here = `${at}/blocks/${index}`;
    if (block.clause !== undefined && !edition.clauses.some((clause) => clause.id === block.clause)) {
      report(`${here}/clause`, `there is no clause "${block.clause}"`);
    }
    if (block.by !== undefined && at !== places.proposal) report(`${here}/by`, 'only blocks of the proposal have partners');
    checkSiblings(block.fields, `${here}/fields`, report);
    for (const [fieldIndex, field] of block.fields.entries()) checkField(edition, block, field, `${here}/fields/${fieldIndex}`, report);
  }
}

/** Keys and visibility within a block, or within the columns of a table. */
function checkSiblings(fields: readonly FieldDef[], at: string, report: Report): void {
  reportTwice(
    fields.map((field) => field.key),
    (index) => `${at}/${index}/key`,
    'field',
    report,
  );
  for (const [index, field] of fields.entries()) {
    if (field.visibleWhen === undefined) continue;
    const other = fields.find((candidate) => candidate.key === field.visibleWhen?.field);
    const here = `${at}/${index}/visibleWhen`;
    if (other === undefined) report(`${here}/field`, `there is no field "${field.visibleWhen.field}" beside it`);
    else if (other.key === field.key) report(`${here}/field`, 'a field cannot decide whether it is shown itself');
    else if (!canBe(other, field.visibleWhen.is)) report(`${here}/is`, `"${other.key}" can never have this value`);
  }
}

function canBe(field: FieldDef, value: Json): boolean {
  switch (field.kind) {
    case 'yesNo':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && field.options.includes(value);
    case 'text':
    case 'code':
    case 'date':
      return typeof value === 'string';
    case 'count':
    case 'money':
    case 'percent':
      return typeof value === 'number';
    case 'choices':
    case 'table':
    case 'computed':
      return false;
  }
}

function checkField(edition: Edition, block: BlockDef, field: FieldDef, at: string, report: Report): void {
  if (field.kind === 'table') checkTable(edition, block, field, at, report);
  else if (field.kind === 'computed') checkComputed(block, field.of, `${at}/of`, report);
  else checkScalar(edition, field, at, report);
}

function checkScalar(edition: Edition, field: ScalarField, at: string, report: Report): void {
  if (field.kind === 'choice' || field.kind === 'choices') {
    reportTwice(field.options, (index) => `${at}/options/${index}`, 'option', report);
  }
  if (field.kind !== 'code') return;
  const list = edition.codeLists[field.list];
  if (list === undefined) report(`${at}/list`, `there is no code list "${field.list}"`);
  else if (field.level !== undefined && !list.some((item) => item.level === field.level)) {
    report(`${at}/level`, `code list "${field.list}" has no code of level ${field.level}`);
  }
}

function checkTable(edition: Edition, block: BlockDef, field: TableField, at: string, report: Report): void {
  checkSiblings(field.columns, `${at}/columns`, report);
  for (const [index, column] of field.columns.entries()) checkScalar(edition, column, `${at}/columns/${index}`, report);
  const column = (key: string) => field.columns.find((candidate) => candidate.key === key);
  if (column(field.rowKey) === undefined) report(`${at}/rowKey`, `there is no column "${field.rowKey}"`);
  for (const key of Object.keys(field.sample ?? {})) {
    if (column(key) === undefined) report(`${at}/sample/${key}`, `there is no column "${key}"`);
  }
  if (field.fixed !== undefined) {
    if (column(field.fixed.column) === undefined) report(`${at}/fixed/column`, `there is no column "${field.fixed.column}"`);
    if (field.fixed.values.length > field.maxRows) report(`${at}/maxRows`, `${field.fixed.values.length} rows are given, ${field.maxRows} are allowed`);
    reportTwice(field.fixed.values, (index) => `${at}/fixed/values/${index}`, 'row', report);
  }
  if (field.segments !== undefined) checkSegments(block, field.segments, column(field.segments.column), `${at}/segments`, report);
}

function checkSegments(block: BlockDef, segments: NonNullable<TableField['segments']>, by: ScalarField | undefined, at: string, report: Report): void {
  if (by?.kind !== 'choice') return report(`${at}/column`, `"${segments.column}" is not a choice column of the table`);
  for (const [segment, nameField] of Object.entries(segments.names)) {
    if (!by.options.includes(segment)) report(`${at}/names/${segment}`, `"${segment}" is no option of column "${segments.column}"`);
    if (block.fields.find((field) => field.key === nameField)?.kind !== 'text') {
      report(`${at}/names/${segment}`, `there is no text field "${nameField}" in the block`);
    }
  }
}

function checkComputed(block: BlockDef, of: Extract<FieldDef, { kind: 'computed' }>['of'], at: string, report: Report): void {
  const field = (key: string) => block.fields.find((candidate) => candidate.key === key);
  if ('sumFields' in of) {
    for (const [index, key] of of.sumFields.entries()) {
      const part = field(key);
      if (part?.kind !== 'money' && part?.kind !== 'count') report(`${at}/sumFields/${index}`, `"${key}" is no money or count field of the block`);
    }
    return;
  }
  const key = 'sum' in of ? of.sum : of.rows;
  const table = field(key);
  if (table?.kind !== 'table') return report(at, `"${key}" is no table of the block`);
  if (!('sum' in of)) return;
  const column = table.columns.find((candidate) => candidate.key === of.column);
  if (column?.kind !== 'money' && column?.kind !== 'count') report(`${at}/column`, `"${of.column}" is no money or count column of "${key}"`);
}
