import { renderSVG } from 'uqr';
import { inset, splitSides } from './chunks.ts';
import { type Drawing, page, type Piece, type RowMark } from './drawing.ts';

/** One compilation of form.typ. */
export interface Pass {
  readonly pages: number;
  marks(): readonly RowMark[];
  pdf(): Uint8Array;
}

export type Compile = (inputs: Readonly<Record<string, string>>) => Pass;

/**
 * The first pass finds how many pages there are and where rows break; the second, of the same geometry, gets a QR for each page and
 * the vertical headers cut to the pages. What the second adds takes no room, so the pages stay as counted.
 */
export function renderDrawing(drawing: Drawing, compile: Compile): { readonly bytes: Uint8Array; readonly pages: number } {
  const data = JSON.stringify({ ...drawing, page, inset });
  const first = compile({ drawing: data, pass: JSON.stringify({ count: 0, ...indexed([]), qrs: [] }) });
  const pieces = splitSides(drawing, first.marks());
  const second = compile({ drawing: data, pass: JSON.stringify({ count: first.pages, ...indexed(pieces), qrs: qrs(drawing, first.pages) }) });
  if (second.pages !== first.pages) {
    throw new Error(`pages moved between passes: ${first.pages}, ${second.pages}`);
  }
  return { bytes: second.pdf(), pages: second.pages };
}

/** Pieces by page, and by the cell that carries their text, so that form.typ looks each up once. */
function indexed(pieces: readonly Piece[]): { readonly pages: object; readonly anchored: object } {
  return {
    pages: Object.groupBy(pieces, (piece) => String(piece.page)),
    anchored: Object.groupBy(
      pieces.filter((piece) => piece.anchor !== undefined),
      (piece) => `${piece.anchor?.table}:${piece.anchor?.row}:${piece.column}`,
    ),
  };
}

function qrs(drawing: Drawing, pages: number): readonly string[] {
  const { qr } = drawing;
  return qr === undefined ? [] : Array.from({ length: pages }, (_, index) => renderSVG(`${qr.payload}/${index + 1}/${pages}`, { ecc: 'M', border: 2 }));
}
