/**
 * The grid of an official paper: which cells stand where. Widths in millimetres; `fr` shares what is left of the line.
 * The PDF, and later the Word file, draw it; a test reads every label of the template in the result.
 * Nothing is printed that does not stand here, in the definitions' labels, or in the answers.
 */
export interface PaperDef {
  readonly title: readonly string[];
  /** Whole width of the grid. */
  readonly width: number;
  readonly parts: readonly PaperPart[];
  readonly words: PaperWords;
}

export type Width = number | 'fr';
export type PaperPart = GridPart | TablePart | ProjectsPart | SealPart | JustificationsPart;

/**
 * Vertical header at the left. Neighbouring parts with the same `side` share one; it is repeated on every page that it spans.
 * `sideNote` follows it where there is room. `subside` is a second header, written horizontally.
 */
export interface Sides {
  readonly side?: string;
  readonly sideNote?: string;
  readonly subside?: string;
}

/** Rows of cells. */
export interface GridPart extends Sides {
  readonly kind: 'grid';
  readonly columns: readonly Width[];
  readonly rows: readonly (readonly PaperCell[])[];
}

export type PaperCell = (LabelCell | ValueCell) & {
  readonly cols?: number;
  readonly rows?: number;
  /** Least height in millimetres. */
  readonly height?: number;
};

/** `label` is printed as it stands; `labelOf` prints the label of a field (`block.field`), on a new line after `breakAfter`. */
export type LabelCell =
  | { readonly label: string; readonly align?: 'left' | 'center' }
  | { readonly labelOf: string; readonly breakAfter?: string; readonly align?: 'left' | 'center' };

/** Values by `block.field`, one below another. */
export interface ValueCell {
  readonly value: string | readonly string[];
  /** Printed before the value (规划名称：). */
  readonly prefix?: string;
  /** Printed above the value, as the template's instruction to the writer. */
  readonly lead?: string;
  /** Printed small below the value. */
  readonly note?: string;
  /** Options on one line; all of them when absent. */
  readonly perLine?: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A repeat table with the template's own headers: the column's label unless `header` says otherwise. Options stand one on a line. */
export interface TablePart extends Sides {
  readonly kind: 'table';
  readonly side: string;
  /** `chain.rows`. */
  readonly field: string;
  readonly columns: readonly { readonly key: string; readonly width: Width; readonly header?: string }[];
  /** Empty rows printed at least (per segment), as the template has them. */
  readonly minRows: number;
  /** Empty rows in all while nothing is filled in, as many as the template has; segments share them, the first ones first. */
  readonly emptyRows?: number;
}

/** One grid per project, drawn from the proposals; values are `block.field` of the proposal form. `{n}` is the project's number. */
export interface ProjectsPart extends Sides {
  readonly kind: 'projects';
  readonly side: string;
  readonly head: { readonly columns: readonly Width[]; readonly rows: readonly (readonly PaperCell[])[] };
  readonly each: { readonly subside: string; readonly columns: readonly Width[]; readonly rows: readonly (readonly PaperCell[])[] };
}

/** Room for a seal, under its title. */
export interface SealPart {
  readonly kind: 'seal';
  readonly title: string;
  readonly signer: 'organiser' | 'zone' | 'city';
  /** Statements printed above the seal (the city's opinion on the form). */
  readonly opinion?: 'form';
}

/** 例外说明: every justification of the filing, printed at the end. */
export interface JustificationsPart {
  readonly kind: 'justifications';
  readonly title: string;
  readonly columns: { readonly clause: string; readonly field: string; readonly text: string };
}

/** Every other fixed word on the paper. `{number}` `{version}` `{code}` `{digest}` `{page}` `{pages}` are filled in. */
export interface PaperWords {
  /** Across each page and in the header until the content is frozen. */
  readonly draft: string;
  /** In the header and footer of demonstration data. */
  readonly demo: string;
  readonly number: string;
  readonly version: string;
  readonly digest: string;
  readonly code: string;
  readonly page: string;
  readonly qr: string;
  readonly yes: string;
  readonly no: string;
  readonly seal: string;
  readonly sealDate: string;
  /** In a segment's label (上游(或××)): gives way to the segment's own name. */
  readonly blank: string;
  readonly clause: string;
  readonly project: string;
}
