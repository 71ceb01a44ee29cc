import type { PageMarks } from './mark.ts';

/**
 * What form.typ draws: plain data, every text already in its final words. Lengths in millimetres.
 * Texts stay strings all the way, so that nothing an applicant types can act as markup.
 */
export interface Drawing extends PageMarks {
  readonly meta: { readonly title: string; readonly author: string; readonly date: readonly [number, number, number] };
  readonly title: readonly string[];
  readonly width: number;
  readonly tables: readonly DrawnTable[];
}

/** Part of a line: words, or an option with its box. */
export type Run = { readonly text: string; readonly box?: boolean };

export interface DrawnLine {
  readonly runs: readonly Run[];
  readonly small?: true;
}

export interface DrawnCell {
  readonly lines: readonly DrawnLine[];
  readonly cols: number;
  readonly rows: number;
  readonly label?: true;
  readonly align: 'left' | 'center' | 'right';
  readonly height?: number;
  /** May run over a page's end, because it may be longer than a page. */
  readonly long?: true;
  /** Room for a seal below the text, with these words in its corner. */
  readonly seal?: readonly string[];
}

/** A vertical header over rows `from` to `to` (exclusive) of its table: drawn anew on every page it reaches. */
export interface Span {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** Also covers the table's repeated header rows. */
  readonly header: boolean;
  /** Spans of neighbouring tables with the same group are one. */
  readonly group: string;
  readonly text: string;
  /** Follows the text where there is room. */
  readonly note?: string;
  readonly vertical: boolean;
}

export interface DrawnTable {
  /** Side columns first. */
  readonly columns: readonly number[];
  readonly sides: number;
  /** Side columns of the header rows: a segment's column has a header of its own. */
  readonly headerSides: number;
  /** Points. */
  readonly size: number;
  readonly header: readonly (readonly DrawnCell[])[];
  readonly rows: readonly (readonly DrawnCell[])[];
  readonly spans: readonly Span[];
  /** Rows from the first, at least one, that stay on one page with it, so that no header stands alone at a page's foot. */
  readonly glue: number;
  /** Rows at the end that stay together, so that none stands alone on a new page; 0 or more than 1, and apart from `glue`. */
  readonly tail: number;
  /** Stands apart from the table before it, under a heading of its own. */
  readonly heading?: string;
}

/** Where a row stands, as the first pass found it. Row −1 is the repeated header; `end` marks the end of a long cell's text. */
export interface RowMark {
  readonly table: number;
  readonly row: number;
  readonly edge: 'top' | 'bottom' | 'end';
  readonly page: number;
  /** From the page's top, in millimetres. */
  readonly y: number;
}

/** One vertical header on one page. */
export interface Piece {
  readonly page: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly note?: string;
  readonly vertical: boolean;
  /** The row whose cell carries the text; repetitions have none and are drawn over the page. */
  readonly anchor?: { readonly table: number; readonly row: number; readonly dy: number };
}

/** Page geometry, shared with form.typ through the data. */
export const page = { width: 210, height: 297, left: 18, top: 34, bottom: 20 } as const;

/** Every word that answers put on the paper. */
export function wordsOf(drawing: Drawing): readonly string[] {
  const cells = drawing.tables.flatMap((table) => [...table.header, ...table.rows].flat());
  return [
    ...cells.flatMap((cell) => cell.lines.flatMap((line) => line.runs.map((run) => run.text))),
    ...drawing.tables.flatMap((table) => table.spans.map((span) => span.text)),
    drawing.meta.author,
  ];
}
