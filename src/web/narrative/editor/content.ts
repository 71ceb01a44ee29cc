import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { isObject } from '#domain/forms/answers.ts';
import { normaliseNarrative } from '#domain/narrative/normal.ts';
import type { JsonObject } from '#domain/values/json.ts';

const empty: JSONContent = { type: 'doc', content: [{ type: 'paragraph' }] };

/** What the editor begins with: the section's document, or one empty paragraph. */
export function contentOf(section: JsonObject): JSONContent {
  const { type, content } = section;
  return type === 'doc' && Array.isArray(content) && content.length > 0 ? { type, content: content.filter(isNode) } : empty;
}

function isNode(value: unknown): value is JSONContent {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The editor's text in the form in which it is stored. */
export function docOf(doc: Node): JsonObject {
  const written: unknown = doc.toJSON();
  return isObject(written) ? normaliseNarrative(written) : {};
}

/** Puts a text that came from elsewhere in place of the editor's, touching only what differs, so that the cursor stays in its words. */
export function takeOver(editor: Editor, section: JsonObject): void {
  const { doc, tr } = editor.state;
  const next = editor.schema.nodeFromJSON(contentOf(section));
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  // Where the same words stand twice, the two ends would cross.
  const crossed = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(start, end.a + crossed, next.slice(start, end.b + crossed));
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
}
