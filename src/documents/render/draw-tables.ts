import { answerTo, blockOf, rowsOf } from '#domain/forms/answers.ts';
import type { BlockAnswers, ScalarField, TableField } from '#domain/forms/definition.ts';
import type { GridPart, ProjectsPart, Sides, TablePart } from '#domain/forms/paper.ts';
import { isVisible } from '#domain/forms/visibility.ts';
import { drawRows, placeOf, resolveWidths, type Source } from './draw-cells.ts';
import type { DrawnCell, DrawnTable, Span } from './drawing.ts';
import { breakLongWords } from './measure.ts';
import { printValue, text } from './print-value.ts';

export const sideWidth = 9;
const subsideWidth = 15;
/** Millimetres a character of a vertical header takes. */
const verticalPitch = 4.2;
const gridSize = 9.5;
const tableSize = 8.5;

/** Side columns of a part and the headers over all its rows. `group` makes neighbouring parts share the outer one. */
function sideSpans(part: Sides, rows: number, header: boolean, group: string): { readonly widths: readonly number[]; readonly spans: readonly Span[] } {
  const widths: number[] = [];
  const spans: Span[] = [];
  const whole = { from: 0, to: rows, header };
  if (part.side !== undefined) {
    widths.push(sideWidth);
    spans.push({
      ...whole,
      column: 0,
      group: `side ${part.side}`,
      text: part.side,
      ...(part.sideNote === undefined ? {} : { note: part.sideNote }),
      vertical: true,
    });
  }
  if (part.subside !== undefined) {
    spans.push({ ...whole, column: widths.length, group: `subside ${group} ${part.subside}`, text: part.subside, vertical: false });
    widths.push(subsideWidth);
  }
  return { widths, spans };
}

export function drawGrid(source: Source, part: GridPart, whole: number): DrawnTable {
  const { widths, spans } = sideSpans(part, part.rows.length, false, '');
  const columns = resolveWidths(part.columns, whole - widths.reduce((sum, width) => sum + width, 0));
  const rows = drawRows(source, part.rows, columns, gridSize);
  return {
    columns: [...widths, ...columns],
    sides: widths.length,
    headerSides: widths.length,
    size: gridSize,
    header: [],
    rows,
    spans,
    ...tie(rows, part.side ?? ''),
  };
}

/** First rows kept together: just enough height for the vertical header to stand beside them; and the last three. */
function tie(rows: readonly (readonly DrawnCell[])[], side: string): { readonly glue: number; readonly tail: number } {
  if (rows.some((row) => row.some((cell) => cell.long === true))) {
    return { glue: 1, tail: 0 };
  }
  let height = 0;
  const enough = rows.findIndex((row) => (height += rowHeight(row)) >= side.length * verticalPitch);
  const glue = enough < 0 ? rows.length : enough + 1;
  return { glue, tail: rows.length - glue >= 3 ? 3 : 0 };
}

/** On the short side, so that a header is rather given a row too many than one too few. */
function rowHeight(row: readonly DrawnCell[]): number {
  return Math.max(6, ...row.map((cell) => cell.height ?? cell.lines.length * 4));
}

export function drawTable(source: Source, part: TablePart, whole: number): DrawnTable {
  const { block, field } = placeOf(source.form, part.field);
  if (field.kind !== 'table') {
    throw new Error(`paper names ${part.field} as a table`);
  }
  const segments = segmentRows(source, part, field, blockOf(source.answers, block.key));
  const columnOf = (key: string): ScalarField => {
    const column = field.columns.find((candidate) => candidate.key === key);
    if (column === undefined) {
      throw new Error(`paper names an unknown column: ${part.field} ${key}`);
    }
    return column;
  };
  const { widths: sides, spans } = sideSpans(
    part,
    segments.reduce((sum, segment) => sum + segment.rows.length, 0),
    true,
    part.field,
  );
  const widths = resolveWidths(
    part.columns.map((column) => column.width),
    whole - sides.reduce((sum, width) => sum + width, 0),
  );
  const segmented = field.segments?.column;
  const header = part.columns.map((column, index) => headerCell(column.header ?? columnOf(column.key).label, widths[index] ?? 0));
  const segmentSpans: Span[] = [];
  const rows = segments.flatMap((segment) => segment.rows);
  let from = 0;
  for (const segment of segments) {
    if (segment.name !== undefined) {
      segmentSpans.push({
        column: sides.length,
        from,
        to: from + segment.rows.length,
        header: false,
        group: `segment ${part.field} ${segment.name}`,
        text: segment.name,
        vertical: false,
      });
    }
    from += segment.rows.length;
  }
  // A segment's column is drawn like a side column, so that its name is repeated on each page.
  const sideColumns = sides.length + (segmented === undefined ? 0 : 1);
  return {
    columns: [...sides, ...widths],
    sides: sideColumns,
    headerSides: sides.length,
    size: tableSize,
    header: [header],
    rows: rows.map((row) =>
      part.columns.flatMap((column, index) =>
        column.key === segmented ? [] : [rowCell(source, field.columns, columnOf(column.key), row, widths[index] ?? 0)],
      ),
    ),
    spans: [...spans, ...segmentSpans],
    glue: Math.max(1, Math.min(rows.length, 2)),
    tail: rows.length >= 4 ? 2 : 0,
  };
}

function headerCell(label: string, width: number): DrawnCell {
  return { lines: label.split('\n').map((line) => breakLongWords(text(line), width, tableSize)), cols: 1, rows: 1, label: true, align: 'center' };
}

interface Segment {
  readonly name?: string;
  /** Null is an empty row. */
  readonly rows: readonly (BlockAnswers | null)[];
}

function segmentRows(source: Source, part: TablePart, field: TableField, answers: BlockAnswers): readonly Segment[] {
  const rows = rowsOf(answerTo(answers, field.key));
  /** The rows of segment `index` of `count`, and empty ones below them. */
  const padded = (filled: readonly BlockAnswers[], index: number, count: number): readonly (BlockAnswers | null)[] => {
    const empty = rows.length > 0 || part.emptyRows === undefined ? part.minRows : Math.ceil((part.emptyRows - index) / count);
    return [...filled, ...Array.from({ length: Math.max(0, empty - filled.length) }, () => null)];
  };
  const { segments } = field;
  if (segments === undefined) {
    return [{ rows: padded(rows, 0, 1) }];
  }
  const column = field.columns.find((candidate) => candidate.key === segments.column);
  const options = column?.kind === 'choice' ? column.options : [];
  const known = options.map((option, index) => ({
    name: segmentName(source, part, segments.names[option], option, answers),
    rows: padded(
      rows.filter((row) => row[segments.column] === option),
      index,
      options.length,
    ),
  }));
  const stray = rows.filter((row) => !options.includes(String(row[segments.column])));
  return stray.length === 0 ? known : [...known, { name: '', rows: stray }];
}

/** The name field's own label, as the template has it (上游(或××)), with the segment's name in the blank. */
function segmentName(source: Source, part: TablePart, nameField: string | undefined, option: string, answers: BlockAnswers): string {
  if (nameField === undefined) {
    return option;
  }
  const { label } = placeOf(source.form, `${part.field.split('.')[0]}.${nameField}`).field;
  const given = answerTo(answers, nameField);
  return typeof given === 'string' && given !== '' ? label.replace(source.edition.words.blank, given) : label;
}

function rowCell(source: Source, columns: readonly ScalarField[], field: ScalarField, row: BlockAnswers | null, width: number): DrawnCell {
  const lines = row === null || !isVisible(field, columns, row) ? [] : printValue(source.edition, field, row, 1);
  const figure = field.kind === 'money' || field.kind === 'count' || field.kind === 'percent';
  const empty = row === null ? { height: 7 } : {};
  return { lines: lines.map((line) => breakLongWords(line, width, tableSize)), cols: 1, rows: 1, align: figure ? 'right' : 'left', ...empty };
}

/** The products' line, then one grid a project, under one vertical header. */
export function drawProjects(form: Source, projects: readonly Source[], part: ProjectsPart, whole: number): readonly DrawnTable[] {
  const { side, sideNote } = part;
  const sides = { side, ...(sideNote === undefined ? {} : { sideNote }) };
  const head = drawGrid(form, { kind: 'grid', ...sides, ...part.head }, whole);
  return [
    head,
    ...projects.map((project, index) => {
      const subside = part.each.subside.replace('{n}', String(index + 1));
      return drawGrid(project, { kind: 'grid', ...sides, subside, columns: part.each.columns, rows: part.each.rows }, whole);
    }),
  ];
}
