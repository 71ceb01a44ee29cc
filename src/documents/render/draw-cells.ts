import { blockOf } from '#domain/forms/answers.ts';
import type { Answers, BlockDef, FieldDef, FormDef } from '#domain/forms/definition.ts';
import type { LabelCell, PaperCell, ValueCell, Width } from '#domain/forms/paper.ts';
import { isVisible } from '#domain/forms/visibility.ts';
import { breakLongWords, estimateHeight } from './measure.ts';
import { printValue, type PrintEdition, text } from './print-value.ts';
import type { DrawnCell, DrawnLine } from './drawing.ts';

/** A cell likely taller than this may run over the page's end; anything lower stays whole. */
const tallest = 90;

/** One form's definition and answers, as the paper's cells address them: `block.field`. */
export interface Source {
  readonly edition: PrintEdition;
  readonly form: FormDef;
  readonly answers: Answers;
}

/** The block and the field that a path of the paper names; the edition's loader has checked that they exist. */
export function placeOf(form: FormDef, path: string): { readonly block: BlockDef; readonly field: FieldDef } {
  const [blockKey, key] = path.split('.');
  const block = form.blocks.find((candidate) => candidate.key === blockKey);
  const field = block?.fields.find((candidate) => candidate.key === key);
  if (block === undefined || field === undefined) {
    throw new Error(`paper names an unknown field: ${form.key} ${path}`);
  }
  return { block, field };
}

/** `fr` columns share what the fixed ones leave of the width. */
export function resolveWidths(columns: readonly Width[], whole: number): readonly number[] {
  const fixed = columns.reduce<number>((sum, width) => sum + (width === 'fr' ? 0 : width), 0);
  const shares = columns.filter((width) => width === 'fr').length;
  return columns.map((width) => (width === 'fr' ? Math.round(((whole - fixed) / shares) * 1000) / 1000 : width));
}

/** Rows of paper cells, filled; columns that a cell from an earlier row still covers are skipped when widths are looked up. */
export function drawRows(source: Source, rows: readonly (readonly PaperCell[])[], widths: readonly number[], size: number): readonly (readonly DrawnCell[])[] {
  const covered: number[] = widths.map(() => 0);
  return rows.map((row) => {
    let column = 0;
    const drawn = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) {
        column += 1;
      }
      const cols = cell.cols ?? 1;
      const width = widths.slice(column, column + cols).reduce((sum, part) => sum + part, 0);
      covered.fill(cell.rows ?? 1, column, column + cols);
      column += cols;
      return drawCell(source, cell, width, size);
    });
    covered.forEach((left, index) => (covered[index] = Math.max(0, left - 1)));
    return drawn;
  });
}

function drawCell(source: Source, cell: PaperCell, width: number, size: number): DrawnCell {
  const shape = { cols: cell.cols ?? 1, rows: cell.rows ?? 1, ...(cell.height === undefined ? {} : { height: cell.height }) };
  if ('value' in cell) {
    const lines = valueLines(source, cell).map((line) => breakLongWords(line, width, size));
    const long = estimateHeight(lines, width, size) > tallest;
    return { lines, ...shape, align: cell.align ?? naturalAlign(source, cell), ...(long ? { long: true } : {}) };
  }
  return { lines: labelText(source, cell).split('\n').map(text), ...shape, label: true, align: cell.align ?? 'center' };
}

function labelText(source: Source, cell: LabelCell): string {
  if ('label' in cell) {
    return cell.label;
  }
  const { label } = placeOf(source.form, cell.labelOf).field;
  return cell.breakAfter === undefined || !label.startsWith(cell.breakAfter) ? label : `${cell.breakAfter}\n${label.slice(cell.breakAfter.length)}`;
}

function pathsOf(cell: ValueCell): readonly string[] {
  return typeof cell.value === 'string' ? [cell.value] : cell.value;
}

function valueLines(source: Source, cell: ValueCell): readonly DrawnLine[] {
  const lines = pathsOf(cell).flatMap((path) => {
    const { block, field } = placeOf(source.form, path);
    const answers = blockOf(source.answers, block.key);
    return isVisible(field, block.fields, answers) ? printValue(source.edition, field, answers, cell.perLine) : [];
  });
  const [first, ...rest] = lines;
  const prefixed = cell.prefix === undefined ? lines : [{ runs: [{ text: cell.prefix }, ...(first?.runs ?? [])] }, ...rest];
  return [
    ...(cell.lead === undefined ? [] : [text(cell.lead)]),
    ...prefixed,
    ...(cell.note === undefined ? [] : [{ runs: [{ text: cell.note }], small: true as const }]),
  ];
}

/** Figures stand at the right of their cell. */
function naturalAlign(source: Source, cell: ValueCell): DrawnCell['align'] {
  const figures = pathsOf(cell).every((path) => ['money', 'count', 'percent'].includes(placeOf(source.form, path).field.kind));
  return figures && cell.prefix === undefined ? 'right' : 'left';
}
