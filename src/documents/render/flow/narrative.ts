import { isArray, isObject } from '#domain/forms/answers.ts';
import { nodes, type NodeType } from '#domain/narrative/schema.ts';
import { childrenOf, type ShowReference } from '#domain/narrative/text.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import type { FlowImage, FlowPart, FlowRun, ImagePart, ListPart, ParagraphPart } from './flow.ts';
import { breakWords, layTable, type WrittenCell } from './lay-table.ts';
import { room } from './paragraph.ts';

/** What a section's words lean on: figures of the form, and the pictures by their id among the plan's files. */
export interface NarrativeSource {
  readonly show: ShowReference;
  readonly images: ReadonlyMap<string, FlowImage>;
}

/** A part of the narrative that the paper cannot draw: a fault of the program or of a file, never of a word that was typed. */
export class UnknownNode extends Error {
  constructor(type: Json | undefined) {
    super(`the paper draws no node "${String(type)}"`);
  }
}

/** A section as the paper draws it. Throws UnknownNode for anything that the schema does not have; what is typed stays text. */
export function drawNarrative(section: JsonObject | undefined, source: NarrativeSource): readonly FlowPart[] {
  if (section === undefined || section['type'] === undefined) return [];
  if (section['type'] !== 'doc') throw new UnknownNode(section['type']);
  return drawBlocks(childrenOf(section).map(objectOf), source);
}

/** Blocks in order; a table takes the caption before it and the note behind it with it. */
function drawBlocks(blocks: readonly JsonObject[], source: NarrativeSource): readonly FlowPart[] {
  const parts: FlowPart[] = [];
  const taken = new Set<number>();
  blocks.forEach((block, index) => {
    if (taken.has(index) || isEmptyParagraph(block)) return;
    const next = blocks[index + 1];
    if (roleOf(block) === 'caption' && next !== undefined && typeOf(next) === 'table') return;
    if (typeOf(block) !== 'table') return void parts.push(drawBlock(block, source));
    const before = blocks[index - 1];
    const note = next !== undefined && roleOf(next) === 'note' ? next : undefined;
    if (note !== undefined) taken.add(index + 1);
    parts.push(drawTable(block, before !== undefined && roleOf(before) === 'caption' ? before : undefined, note, source));
  });
  return parts;
}

function drawBlock(block: JsonObject, source: NarrativeSource): FlowPart {
  switch (typeOf(block)) {
    case 'paragraph':
      return drawParagraph(block, source);
    case 'heading':
      return { part: 'heading', level: 3, text: lineText(block, source) };
    case 'orderedList':
    case 'bulletList':
      return drawList(block, source);
    case 'image':
      return drawImage(block, source);
    case 'table':
      return drawTable(block, undefined, undefined, source);
    default:
      throw new UnknownNode(block['type']);
  }
}

function drawParagraph(block: JsonObject, source: NarrativeSource): ParagraphPart {
  const role = roleOf(block);
  return { part: 'paragraph', lines: drawLines(block, source), ...(role === 'caption' ? { as: 'center' } : role === 'note' ? { as: 'note' } : {}) };
}

function drawList(block: JsonObject, source: NarrativeSource): ListPart {
  const start = attributeOf(block, 'start');
  return {
    part: 'list',
    ordered: typeOf(block) === 'orderedList',
    start: typeof start === 'number' ? start : 1,
    items: childrenOf(block).map((item) => {
      const node = objectOf(item);
      if (typeOf(node) !== 'listItem') throw new UnknownNode(node['type']);
      return childrenOf(node).map((child) => asPlain(drawBlock(objectOf(child), source)));
    }),
  };
}

/** Within an item or a cell no first line is indented. */
function asPlain(part: FlowPart): FlowPart {
  return part.part === 'paragraph' && part.as === undefined ? { ...part, as: 'plain' } : part;
}

function drawImage(block: JsonObject, source: NarrativeSource): ImagePart {
  const file = attributeOf(block, 'file');
  const alt = attributeOf(block, 'alt');
  const width = attributeOf(block, 'width');
  const image = typeof file === 'string' ? source.images.get(file) : undefined;
  if (image === undefined) throw new Refusal('unrenderable', { reason: 'picture', file: String(file) });
  const caption = typeof alt === 'string' && alt !== '' ? { caption: alt } : {};
  return { part: 'image', file: `${image.digest}.${image.format}`, alt: caption.caption ?? '', ...caption, ...(typeof width === 'number' ? { width } : {}) };
}

function drawTable(block: JsonObject, caption: JsonObject | undefined, note: JsonObject | undefined, source: NarrativeSource): FlowPart {
  const rows = childrenOf(block).map((row): readonly WrittenCell[] => {
    const node = objectOf(row);
    if (typeOf(node) !== 'tableRow') throw new UnknownNode(node['type']);
    return childrenOf(node).map((cell) => drawCell(objectOf(cell), source));
  });
  return layTable({
    rows,
    ...(caption === undefined ? {} : { caption: lineText(caption, source) }),
    ...(note === undefined ? {} : { note: lineText(note, source) }),
  });
}

function drawCell(cell: JsonObject, source: NarrativeSource): WrittenCell {
  const type = typeOf(cell);
  if (type !== 'tableCell' && type !== 'tableHeader') throw new UnknownNode(cell['type']);
  const span = (name: string): number => {
    const value = attributeOf(cell, name);
    return typeof value === 'number' && value > 0 ? value : 1;
  };
  const blocks = childrenOf(cell).map(objectOf);
  const drawn = blocks.length > 1 ? blocks.filter((block) => !isEmptyParagraph(block)) : blocks;
  return { parts: drawn.map((block) => inCell(drawBlock(block, source))), cols: span('colspan'), rows: span('rowspan'), head: type === 'tableHeader' };
}

/** The cell says how its lines stand. */
function inCell(part: FlowPart): FlowPart {
  return part.part === 'paragraph' ? { part: 'paragraph', lines: part.lines, as: 'cell' } : asPlain(part);
}

/** The runs of a paragraph, a list for each line. */
function drawLines(block: JsonObject, source: NarrativeSource): readonly (readonly FlowRun[])[] {
  const lines: FlowRun[][] = [[]];
  for (const child of childrenOf(block).map(objectOf)) {
    const type = typeOf(child);
    if (type === 'hardBreak') lines.push([]);
    else if (type === 'text' || type === 'reference') {
      const [first = '', ...more] = inlineText(child, source)
        .replaceAll('\t', ' ')
        .split(/\r\n|\r|\n/);
      const marks = marksOf(child);
      lines.at(-1)?.push({ ...marks, text: breakWords(first, room) });
      for (const text of more) lines.push([{ ...marks, text: breakWords(text, room) }]);
    } else throw new UnknownNode(child['type']);
  }
  return lines;
}

function lineText(block: JsonObject, source: NarrativeSource): string {
  return drawLines(block, source)
    .map((line) => line.map((run) => run.text).join(''))
    .join(' ');
}

function inlineText(node: JsonObject, source: NarrativeSource): string {
  if (typeOf(node) === 'text') return typeof node['text'] === 'string' ? node['text'] : '';
  const path = attributeOf(node, 'path');
  return source.show(typeof path === 'string' ? path : '');
}

function marksOf(node: JsonObject): Omit<FlowRun, 'text'> {
  const { marks } = node;
  const types = isArray(marks) ? marks.map((mark) => (isObject(mark) ? mark['type'] : undefined)) : [];
  const raised = types.includes('superscript') ? 'super' : types.includes('subscript') ? 'sub' : undefined;
  return { ...(types.includes('bold') ? { bold: true } : {}), ...(raised === undefined ? {} : { raised }) };
}

function isEmptyParagraph(block: JsonObject): boolean {
  return typeOf(block) === 'paragraph' && childrenOf(block).length === 0;
}

function roleOf(block: JsonObject): Json | undefined {
  return typeOf(block) === 'paragraph' ? attributeOf(block, 'role') : undefined;
}

function attributeOf({ attrs }: JsonObject, name: string): Json | undefined {
  return isObject(attrs) && Object.hasOwn(attrs, name) ? attrs[name] : undefined;
}

function objectOf(node: Json): JsonObject {
  if (!isObject(node)) throw new UnknownNode(node);
  return node;
}

function typeOf({ type }: JsonObject): NodeType {
  if (!isNodeType(type)) throw new UnknownNode(type);
  return type;
}

function isNodeType(type: Json | undefined): type is NodeType {
  return typeof type === 'string' && nodes.has(type);
}
