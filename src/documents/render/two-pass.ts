import { renderSVG } from 'uqr';
import { inset, splitSides } from './chunks.ts';
import type { FlowImage } from './flow/flow.ts';
import type { Drawable } from './order.ts';
import { page, type Piece, type RowMark } from './drawing.ts';

/** One compilation of a template. */
export interface Pass {
  readonly pages: number;
  marks(): readonly RowMark[];
  pdf(): Uint8Array;
}

/** `form` draws a Drawing, `flow` a Flow; images are files that the template may name. */
export type Template = 'form' | 'flow';
export type Compile = (template: Template, inputs: Readonly<Record<string, string>>, images: readonly FlowImage[]) => Pass;

/**
 * The first pass finds how many pages there are and where rows break; the second, of the same geometry, gets a QR for each page and
 * the vertical headers cut to the pages. What the second adds takes no room, so the pages stay as counted.
 */
export function renderDrawing(drawing: Drawable, compile: Compile): { readonly bytes: Uint8Array; readonly pages: number } {
  const isFlow = 'body' in drawing;
  const { images, ...rest } = isFlow ? drawing : { ...drawing, images: [] };
  const data = JSON.stringify(isFlow ? rest : { ...rest, page, inset });
  const pass = (count: number, pieces: readonly Piece[], codes: readonly string[]): Pass =>
    compile(isFlow ? 'flow' : 'form', { drawing: data, pass: JSON.stringify({ count, ...indexed(pieces), qrs: codes }) }, images);
  const first = pass(0, [], []);
  const pieces = isFlow ? [] : splitSides(drawing, first.marks());
  const second = pass(first.pages, pieces, qrs(drawing, first.pages));
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

function qrs(drawing: Drawable, pages: number): readonly string[] {
  const { qr } = drawing;
  return qr === undefined ? [] : Array.from({ length: pages }, (_, index) => renderSVG(`${qr.payload}/${index + 1}/${pages}`, { ecc: 'M', border: 2 }));
}
