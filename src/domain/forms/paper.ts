/**
 * The grid of an official paper: which cells stand where. Widths in millimetres; `fr` shares what is left.
 * The PDF, and later the Word file, draw it; a test reads every label of the template in the result.
 */
export interface PaperDef {
  readonly title: readonly string[];
  readonly parts: readonly PaperPart[];
}

export type PaperPart = GridPart | TablePart | ProjectsPart | SealPart | JustificationsPart;

/** Rows of cells under a vertical header at the left. */
export interface GridPart {
  readonly kind: 'grid';
  /** Vertical header; absent where the part has none (集群名称). */
  readonly side?: string;
  readonly columns: readonly (number | 'fr')[];
  readonly rows: readonly (readonly PaperCell[])[];
}

export type PaperCell = (LabelCell | ValueCell) & { readonly cols?: number; readonly rows?: number; readonly height?: number };
export interface LabelCell {
  readonly label: string;
  readonly align?: 'left' | 'center';
}
/** Values by `block.field`, one below another; `prefix` is printed before the value (规划名称：). */
export interface ValueCell {
  readonly value: string | readonly string[];
  readonly prefix?: string;
  /** Printed while the value is empty, as the template does. */
  readonly placeholder?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** A repeat table with the template's own headers; `side` and `subside` are its vertical headers. */
export interface TablePart {
  readonly kind: 'table';
  readonly side: string;
  readonly subside?: string;
  /** `chain.rows`. */
  readonly field: string;
  readonly columns: readonly { readonly key: string; readonly header: string; readonly width: number | 'fr' }[];
  /** Empty rows printed at least (per segment), as the template has them. */
  readonly minRows: number;
}

/** One grid per project, drawn from the proposals; values are `block.field` of the proposal form. `{n}` is the project's number. */
export interface ProjectsPart {
  readonly kind: 'projects';
  readonly side: string;
  readonly head: readonly (readonly PaperCell[])[];
  readonly each: { readonly side: string; readonly columns: readonly (number | 'fr')[]; readonly rows: readonly (readonly PaperCell[])[] };
}

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
}
