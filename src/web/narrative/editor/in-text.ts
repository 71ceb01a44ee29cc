import type { ChainedCommands, Editor } from '@tiptap/core';

/** Commands on the text, which has the focus at once: the editor's own `focus` waits for the next frame, and keys pressed until then are lost. */
export function inText(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain().focus();
}
