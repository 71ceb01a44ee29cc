import { isArray, isObject } from '#domain/forms/answers.ts';
import { nodes } from '#domain/narrative/schema.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/** The words that stand for a reference to a figure. */
export type ShowReference = (path: string) => string;

const nothing: ShowReference = () => '';
const BETWEEN_CELLS = '\t';

/** The words of a section, line by line: one a paragraph, heading or item, one a row of a table with its cells parted by tabs. */
export function narrativeLines(section: Json | undefined, show: ShowReference = nothing): readonly string[] {
  return isObject(section) ? linesOf(section, show) : [];
}

/** The lines parted by line feeds. */
export function narrativeText(section: Json | undefined, show: ShowReference = nothing): string {
  return narrativeLines(section, show).join('\n');
}

/** The lines outside tables, for what reads sentences. */
export function proseLines(section: Json | undefined, show: ShowReference): readonly string[] {
  if (!isObject(section)) return [];
  return section['type'] === 'table' ? [] : linesOf(section, show, proseLines);
}

/** True where nothing is written: no document, or only empty paragraphs. A picture or a reference is something. Stops at the first word. */
export function isBlankNarrative(section: Json | undefined): boolean {
  if (!isObject(section)) return true;
  const { type, text } = section;
  if (type === 'image' || type === 'reference') return false;
  if (typeof text === 'string') return text.trim() === '';
  return childrenOf(section).every(isBlankNarrative);
}

export function childrenOf(node: JsonObject): readonly Json[] {
  const { content } = node;
  return isArray(content) ? content : [];
}

function linesOf(node: JsonObject, show: ShowReference, inner: (child: Json, show: ShowReference) => readonly string[] = narrativeLines): readonly string[] {
  const children = childrenOf(node);
  if (isLine(node)) return [children.map((child) => inlineText(child, show)).join('')];
  if (node['type'] === 'tableRow') return [children.map((child) => inner(child, show).join(' ')).join(BETWEEN_CELLS)];
  return children.flatMap((child) => inner(child, show));
}

function isLine({ type }: JsonObject): boolean {
  return typeof type === 'string' && nodes.get(type)?.line === true;
}

function inlineText(node: Json, show: ShowReference): string {
  if (!isObject(node)) return '';
  const { type, text, attrs } = node;
  if (typeof text === 'string') return text;
  if (type === 'hardBreak') return '\n';
  const path = type === 'reference' && isObject(attrs) ? attrs['path'] : undefined;
  return typeof path === 'string' ? show(path) : '';
}

/** A Chinese character, or a run of other letters and digits with what joins them (620.80, R&D, QS-21). */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.,:'\u2019&@/_-](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*/gu;

/** Words as Chinese offices count them: each character one, each run of other letters or digits one; punctuation does not count. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
