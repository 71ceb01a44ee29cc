import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Json } from '#domain/values/json.ts';

/** A section of the outline is the editor's document: `{ type: 'doc', content: [node…] }`, marks and attributes as the editor writes them. */
const MAX_DEPTH = 24;
const MAX_NODES = 50_000;
const MAX_TEXT = 200_000;

/** True where the value is a document of the editor within sane sizes. What the nodes mean is the editor's and the paper's business. */
export function isNarrative(value: Json): boolean {
  if (!isObject(value) || value['type'] !== 'doc') return false;
  const left = { nodes: MAX_NODES, text: MAX_TEXT };
  return isNode(value, MAX_DEPTH, left);
}

function isNode(node: Json, depth: number, left: { nodes: number; text: number }): boolean {
  if (!isObject(node) || typeof node['type'] !== 'string' || depth === 0 || --left.nodes < 0) return false;
  const { text, content = [] } = node;
  if (text !== undefined && (typeof text !== 'string' || (left.text -= text.length) < 0)) return false;
  return isArray(content) && content.every((child) => isNode(child, depth - 1, left));
}

/** The words of a document, blocks parted by line feeds. */
export function narrativeText(value: Json | undefined): string {
  if (!isObject(value)) return '';
  const { text, content } = value;
  if (typeof text === 'string') return text;
  if (!isArray(content)) return '';
  const inline = content.some((child) => isObject(child) && typeof child['text'] === 'string');
  return content.map(narrativeText).join(inline ? '' : '\n');
}

/** True where nothing is written: no document, or only empty paragraphs. Stops at the first word. */
export function isBlankNarrative(value: Json | undefined): boolean {
  if (!isObject(value)) return true;
  const { text, content } = value;
  if (typeof text === 'string') return text.trim() === '';
  return !isArray(content) || content.every(isBlankNarrative);
}
