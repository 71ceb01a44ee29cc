import type { Editor } from '@tiptap/core';
import { LEAF, matchesIn } from '#domain/narrative/find.ts';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Every place of the open section that holds `what`, in order. */
export function placesOf(editor: Editor, what: string): readonly Place[] {
  const found: Place[] = [];
  editor.state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const line = node.textBetween(0, node.content.size, undefined, LEAF);
    for (const start of matchesIn(line, what)) found.push({ from: at + 1 + start, to: at + 1 + start + what.length });
    return false;
  });
  return found;
}

/** Selects the next or previous place after the selection, around the end; says which it is, from 1, or 0 where there is none. */
export function goTo(editor: Editor, what: string, direction: 1 | -1): number {
  const places = placesOf(editor, what);
  const { from, to } = editor.state.selection;
  const next = direction === 1 ? places.findIndex((place) => place.from >= to) : places.findLastIndex((place) => place.to <= from);
  const index = next >= 0 ? next : direction === 1 ? 0 : places.length - 1;
  const place = places[index];
  if (!place) return 0;
  editor.chain().setTextSelection(place).scrollIntoView().run();
  return index + 1;
}

/** Replaces the selected place, where the selection is one, and goes to the next. */
export function replaceOne(editor: Editor, what: string, by: string): boolean {
  const { from, to } = editor.state.selection;
  const here = placesOf(editor, what).some((place) => place.from === from && place.to === to);
  if (here) editor.view.dispatch(editor.state.tr.insertText(by, from, to));
  goTo(editor, what, 1);
  return here;
}

/** Replaces every place in one step, which one undo takes back. Says how many. */
export function replaceEvery(editor: Editor, what: string, by: string): number {
  const places = placesOf(editor, what);
  const { tr } = editor.state;
  for (const { from, to } of places.toReversed()) tr.insertText(by, from, to);
  if (places.length > 0) editor.view.dispatch(tr);
  return places.length;
}
