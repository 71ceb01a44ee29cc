import { isArray, isObject } from '#domain/forms/answers.ts';
import { normalNotes } from '#domain/forms/content.ts';
import { marks as knownMarks, nodes, takesMarks } from '#domain/narrative/schema.ts';
import { childrenOf, isBlankNarrative } from '#domain/narrative/text.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { normaliseText } from '#domain/values/text.ts';

/**
 * The one form in which a section is stored, compared and hashed: default attributes left out, marks in order, neighbouring words of one look
 * joined, text NFC on one line, no empty paragraphs at the end; nothing at all where nothing is written. Normalising twice changes nothing.
 */
export function normaliseNarrative(section: JsonObject): JsonObject {
  if (isBlankNarrative(section)) return {};
  const { notes, ...document } = section;
  const whole = normalNode(document);
  const content = withoutEmptyEnd(childrenOf(whole));
  const kept = notes === undefined ? undefined : normalNotes(notes);
  return { ...whole, content, ...(kept === undefined ? {} : { notes: kept }) };
}

function withoutEmptyEnd(content: readonly Json[]): readonly Json[] {
  const last = content.findLastIndex((node) => !(isObject(node) && node['type'] === 'paragraph' && isBlankNarrative(node)));
  return content.slice(0, last + 1);
}

function normalNode(node: JsonObject): JsonObject {
  const { type, attrs, content, marks, ...rest } = node;
  const spec = typeof type === 'string' ? nodes.get(type) : undefined;
  const given = isObject(attrs) ? Object.entries(attrs).filter(([key, value]) => value !== null && value !== spec?.attrs?.[key]?.default) : [];
  const looks = isArray(marks) ? normalMarks(marks) : [];
  const children = isArray(content) ? joined(content.map((child) => (isObject(child) ? normalNode(child) : child))) : [];
  return {
    ...rest,
    ...(type === undefined ? {} : { type }),
    ...(typeof rest['text'] === 'string' ? { text: normaliseText(rest['text']).replaceAll('\n', ' ') } : {}),
    ...(given.length > 0 ? { attrs: Object.fromEntries(given) } : {}),
    ...(looks.length > 0 ? { marks: looks } : {}),
    ...(children.length > 0 ? { content: children } : {}),
  };
}

function normalMarks(marks: readonly Json[]): readonly Json[] {
  const given = new Set(marks.flatMap((mark) => (isObject(mark) && typeof mark['type'] === 'string' ? [mark['type']] : [])));
  // Raised and lowered at once is neither; the first of the table is kept.
  if (given.has('superscript')) given.delete('subscript');
  return knownMarks.filter((mark) => given.has(mark)).map((type) => ({ type }));
}

/** Joins words of one look that stand side by side, and leaves out empty ones. */
function joined(content: readonly Json[]): readonly Json[] {
  const found: Json[] = [];
  for (const node of content) {
    if (!isText(node)) {
      found.push(node);
      continue;
    }
    if (node.text === '') continue;
    const before = found.at(-1);
    if (isText(before) && sameLook(before, node)) found[found.length - 1] = { ...before, text: normaliseText(before.text + node.text) };
    else found.push(node);
  }
  return found;
}

function isText(node: Json | undefined): node is JsonObject & { readonly text: string } {
  return isObject(node) && typeof node['text'] === 'string' && takesMarks(node['type']);
}

function sameLook(a: JsonObject, b: JsonObject): boolean {
  return canonicalJson(a['marks'] ?? []) === canonicalJson(b['marks'] ?? []);
}
