import { isArray } from '#domain/forms/answers.ts';
import type { Json } from '#domain/values/json.ts';

/**
 * What a section of the narrative may hold, in one table: the editor, the shape guard, the normal form, the paper and the paste all read it.
 * A section is `{ type: 'doc', content: [block …], notes? }`; an empty section is `{}`.
 */
export interface NodeSpec {
  /** Types that may stand inside, and how many at least; a text node holds `text` instead. */
  readonly children?: readonly string[];
  readonly least?: number;
  /** The type that the first child must have. */
  readonly first?: string;
  readonly attrs?: Readonly<Record<string, AttrSpec>>;
  /** True where words stand directly inside, so that its text is one line. */
  readonly line?: true;
}

export interface AttrSpec {
  readonly fits: (value: Json) => boolean;
  /** Left out of the normal form. An attribute without one must be given. */
  readonly default?: Json;
}

const MAX_SPAN = 100;
const MAX_COLUMN_WIDTH = 4000;
const MAX_ALT = 300;

const wholeFrom = (least: number, most: number) => (value: Json) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const span: AttrSpec = { fits: wholeFrom(1, MAX_SPAN), default: 1 };
const inline = ['text', 'hardBreak', 'reference'] as const;
const blocks = ['paragraph', 'heading', 'orderedList', 'bulletList', 'table', 'image'] as const;
const inCell = ['paragraph', 'orderedList', 'bulletList', 'image'] as const;

/** Merged cells as in HTML; `colwidth`: pixels of each column that the cell covers. */
const cell: NodeSpec = {
  children: inCell,
  least: 1,
  attrs: {
    colspan: span,
    rowspan: span,
    colwidth: {
      fits: (value) => value === null || (isArray(value) && value.length <= MAX_SPAN && value.every(wholeFrom(0, MAX_COLUMN_WIDTH))),
      default: null,
    },
  },
};
const list: NodeSpec = { children: ['listItem'], least: 1 };

/** Headings inside a section have one level: below the printed headings of chapter and section. */
export const HEADING_LEVEL = 4;

const specs = {
  doc: { children: blocks, least: 1 },
  /** `caption` stands over a table, `note` under it. */
  paragraph: { children: inline, line: true, attrs: { role: { fits: (value) => value === null || value === 'caption' || value === 'note', default: null } } },
  heading: { children: inline, line: true, attrs: { level: { fits: (value) => value === HEADING_LEVEL } } },
  orderedList: { ...list, attrs: { start: { fits: wholeFrom(1, 9999), default: 1 } } },
  bulletList: list,
  listItem: { children: ['paragraph', 'orderedList', 'bulletList'], least: 1, first: 'paragraph' },
  table: { children: ['tableRow'], least: 1 },
  tableRow: { children: ['tableCell', 'tableHeader'] },
  tableHeader: cell,
  tableCell: cell,
  /** A stored picture: `file` is its id among the plan's files, `width` percent of the text's width. */
  image: {
    attrs: {
      file: { fits: (value) => typeof value === 'string' && /^[\w-]{1,80}$/.test(value) },
      alt: { fits: (value) => typeof value === 'string' && value.length <= MAX_ALT, default: '' },
      width: { fits: wholeFrom(10, 100), default: 100 },
    },
  },
  hardBreak: {},
  /** A figure of the 申报表, shown as the form has it now: `path` is its pointer in the plan, `/form/cluster/enterprises`. */
  reference: { attrs: { path: { fits: (value) => typeof value === 'string' && /^\/form\/[\w-]+\/[\w-]+$/.test(value) && value.length <= 200 } } },
  text: {},
} as const satisfies Record<string, NodeSpec>;

export type NodeType = keyof typeof specs;

export const nodes: ReadonlyMap<string, NodeSpec> = new Map(Object.entries(specs));

/** Order in which they are kept. */
export const marks = ['bold', 'superscript', 'subscript'] as const;
type MarkType = (typeof marks)[number];

export const isMark = (type: Json | undefined): type is MarkType => marks.some((mark) => mark === type);

/** Marks stand on words and on references to figures. */
export function takesMarks(type: Json | undefined): boolean {
  return type === 'text' || type === 'reference';
}

/** True where the attribute of a node of this type may have the value. */
export function fits(type: NodeType, attribute: string, value: Json): boolean {
  return nodes.get(type)?.attrs?.[attribute]?.fits(value) === true;
}
