import type { PageMarks } from '../mark.ts';

/**
 * What flow.typ draws: a document that runs over pages as text does, where a Drawing is a grid. Plain data, every text in its final
 * words; texts stay strings all the way, so that nothing typed can act as markup. Lengths in millimetres, sizes in points.
 */
export interface Flow extends PageMarks {
  readonly meta: { readonly title: string; readonly author: string; readonly date: readonly [number, number, number] };
  /** Size of the text and distance of its lines. */
  readonly text: { readonly size: number; readonly pitch: number };
  readonly body: readonly FlowPart[];
  readonly images: readonly FlowImage[];
}

/** Bytes of a picture, kept beside the data that names it by digest. */
export interface FlowImage {
  readonly digest: string;
  readonly format: 'png' | 'jpg';
  readonly bytes: Uint8Array;
}

export type FlowPart = CoverPart | ContentsPart | TitlePart | HeadingPart | ParagraphPart | ListPart | FlowTable | ImagePart | SealsPart | SignPart | BreakPart;

export interface FlowRun {
  readonly text: string;
  readonly bold?: true;
  readonly raised?: 'super' | 'sub';
  /** An option with its box. */
  readonly box?: boolean;
}

/** A title page of its own, without a foot. */
export interface CoverPart {
  readonly part: 'cover';
  readonly title: readonly string[];
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** Headings of the first two levels with their pages, on pages of their own. */
export interface ContentsPart {
  readonly part: 'contents';
  readonly title: string;
}

export interface TitlePart {
  readonly part: 'title';
  readonly lines: readonly string[];
  readonly under?: string;
}

/** Level 1 and 2 stand in the contents. */
export interface HeadingPart {
  readonly part: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

export interface ParagraphPart {
  readonly part: 'paragraph';
  /** Lines parted by hard breaks. */
  readonly lines: readonly (readonly FlowRun[])[];
  /** As the text is set unless told: first line indented by two characters. */
  readonly as?: 'plain' | 'cell' | 'right' | 'center' | 'note' | 'small';
  /** Stays on the page of what follows. */
  readonly sticky?: true;
}

export interface ListPart {
  readonly part: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly (readonly FlowPart[])[];
}

export interface FlowCell {
  readonly x: number;
  readonly y: number;
  readonly cols: number;
  readonly rows: number;
  readonly align: 'left' | 'center' | 'right';
  readonly head?: true;
  /** May run over a page's end, because it may be longer than a page. */
  readonly long?: true;
  readonly parts: readonly FlowPart[];
}

export interface FlowTable {
  readonly part: 'table';
  readonly caption?: string;
  readonly note?: string;
  readonly columns: readonly number[];
  readonly size: number;
  /** Rows repeated at the head of every page. */
  readonly headRows: number;
  readonly rows: number;
  readonly cells: readonly FlowCell[];
  /** First row and count of rows that stay on one page; a note counts as the row after the last. Apart from one another. */
  readonly ties: readonly (readonly [number, number])[];
  /** Stands on pages of its own, lying down. */
  readonly landscape?: true;
}

export interface ImagePart {
  readonly part: 'image';
  /** `digest.format` of one of the flow's images. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
  /** Of the text's width, in percent; its own size, within the page, when absent. */
  readonly width?: number;
}

/** Boxes with room for a seal, none of them split. */
export interface SealsPart {
  readonly part: 'seals';
  readonly boxes: readonly { readonly title: string; readonly statements: readonly string[]; readonly seal: readonly string[] }[];
}

/** Who signs and when, below the text at the right, kept with the paragraph before it. */
export interface SignPart {
  readonly part: 'sign';
  readonly lines: readonly string[];
}

export interface BreakPart {
  readonly part: 'break';
}

/** Every word that answers put on the paper. */
export function wordsOfFlow(flow: Flow): readonly string[] {
  return [...flow.body.flatMap(wordsOfPart), flow.meta.author, flow.meta.title];
}

function wordsOfPart(part: FlowPart): readonly string[] {
  switch (part.part) {
    case 'cover':
      return [...part.title, ...part.lines.map((line) => line.value)];
    case 'contents':
    case 'heading':
      return [part.part === 'heading' ? part.text : part.title];
    case 'title':
      return [...part.lines, part.under ?? ''];
    case 'paragraph':
      return part.lines.flat().map((run) => run.text);
    case 'list':
      return part.items.flat().flatMap(wordsOfPart);
    case 'table':
      return [part.caption ?? '', part.note ?? '', ...part.cells.flatMap((cell) => cell.parts.flatMap(wordsOfPart))];
    case 'image':
      return [part.caption ?? ''];
    case 'seals':
      return part.boxes.flatMap((box) => [box.title, ...box.statements, ...box.seal]);
    case 'sign':
      return part.lines;
    case 'break':
      return [];
  }
}
