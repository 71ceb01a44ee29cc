import { answerTo, rowsOf } from '#domain/forms/answers.ts';
import type { BlockAnswers, BlockDef, ComputedField, ScalarField, TableField } from '#domain/forms/definition.ts';
import { isVisible, visibleFields } from '#domain/forms/visibility.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { DrawnLine } from './drawing.ts';
import type { FlowPart, ParagraphPart } from './flow/flow.ts';
import { layTable, type WrittenCell } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';
import { printValue, type PrintEdition } from './print-value.ts';

type LineField = ScalarField | ComputedField;

/** Widths of label, value, label, value. */
const pairs = [32, 46, 32, 46] as const;
const size = 10.5;

/** A block of a form with labels and values: a grid of its single answers, then its tables, in the form's order. */
export function drawBlock(edition: Edition, block: BlockDef, answers: BlockAnswers): readonly FlowPart[] {
  const print: PrintEdition = { units: edition.units, codeLists: edition.codeLists, words: edition.papers.form.words };
  const parts: FlowPart[] = [];
  let waiting: LineField[] = [];
  const flush = (): void => {
    if (waiting.length > 0) parts.push(drawPairs(print, waiting, answers));
    waiting = [];
  };
  for (const field of visibleFields(block.fields, answers)) {
    if (field.kind === 'table') {
      flush();
      parts.push(drawRows(edition, print, field, answers));
    } else waiting.push(field);
  }
  flush();
  return parts;
}

/** Short answers two a row, long ones across; a group begins a row under its name. */
function drawPairs(print: PrintEdition, fields: readonly LineField[], answers: BlockAnswers): FlowPart {
  const rows: WrittenCell[][] = [];
  let open: WrittenCell[] = [];
  let group: string | undefined;
  const close = (): void => {
    const [label, value] = open;
    if (open.length === 4) rows.push(open);
    else if (label !== undefined && value !== undefined) rows.push([label, { ...value, cols: 3 }]);
    open = [];
  };
  for (const field of fields) {
    if (field.group !== undefined && field.group !== group) {
      close();
      rows.push([{ parts: [paragraph(field.group, 'cell')], cols: 4, head: true, align: 'left', opens: true }]);
    }
    group = field.group;
    const label: WrittenCell = { parts: [paragraph(labelOf(field), 'cell')], head: true, align: 'center' };
    const value: WrittenCell = { parts: linesOf(printValue(print, field, answers, perLine(field))), align: 'left' };
    if (isLong(field)) {
      close();
      rows.push([label, { ...value, cols: 3 }]);
    } else {
      open.push(label, value);
      if (open.length === 4) close();
    }
  }
  close();
  return layTable({ rows, columns: pairs, size, headRows: 0 });
}

function isLong(field: LineField): boolean {
  return (field.kind === 'text' && field.maxLength > 40) || field.kind === 'choices' || (field.kind === 'choice' && field.options.length > 3);
}

function perLine(field: LineField): number | undefined {
  return field.kind === 'choice' && field.options.length <= 3 ? 1 : undefined;
}

/** The label with its unit, as it stands on its own. */
function labelOf(field: LineField): string {
  return field.kind === 'text' || field.kind === 'date' || field.kind === 'choice' ? (field.short ?? field.label) : field.label;
}

function drawRows(edition: Edition, print: PrintEdition, field: TableField, answers: BlockAnswers): FlowPart {
  const given = rowsOf(answerTo(answers, field.key));
  const missing = (field.fixed?.values ?? [])
    .filter((value) => !given.some((row) => row[field.fixed?.column ?? ''] === value))
    .map((value): BlockAnswers => ({ [field.fixed?.column ?? '']: value }));
  const rows = [...given, ...missing];
  const heads = field.columns.map((column): WrittenCell => ({ parts: [paragraph(column.label, 'cell')], head: true }));
  const cells = rows.map((row) =>
    field.columns.map((column): WrittenCell => {
      const lines = isVisible(column, field.columns, row) ? printValue(print, chosenOnly(column), row) : [];
      const isFigure = column.kind === 'money' || column.kind === 'count' || column.kind === 'percent';
      return { parts: linesOf(lines), ...(isFigure ? { align: 'right' as const } : {}) };
    }),
  );
  const none: WrittenCell[] = [{ parts: [paragraph(edition.papers.proposal.noRows, 'cell')], cols: field.columns.length }];
  return layTable({ rows: [heads, ...(cells.length === 0 ? [none] : cells)], caption: field.label, headRows: 1 });
}

/** In a row the choice is printed as words: boxes would fill the column. */
function chosenOnly(column: ScalarField): ScalarField {
  return column.kind === 'choice' ? { ...column, kind: 'text', maxLength: 0 } : column;
}

function linesOf(lines: readonly DrawnLine[]): readonly ParagraphPart[] {
  return lines.map(({ runs }) => ({ part: 'paragraph', lines: [runs], as: 'cell' }));
}
