import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { editorText as words } from '#web/messages/outline.ts';
import { inText } from './in-text.ts';
import { Tool } from './tool.tsx';

/** Rows, columns and cells of the table that the cursor stands in. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const can = useEditorState({ editor, selector: ({ editor: one }) => ({ merge: one.can().mergeCells(), split: one.can().splitCell() }) });
  const run = () => inText(editor);
  return (
    <div className="tools-table" role="group" aria-label={words.tableTools}>
      <Tool word={words.rowAbove} onPress={() => run().addRowBefore().run()} />
      <Tool word={words.rowBelow} onPress={() => run().addRowAfter().run()} />
      <Tool word={words.deleteRow} onPress={() => run().deleteRow().run()} />
      <span className="tool-gap" />
      <Tool word={words.columnLeft} onPress={() => run().addColumnBefore().run()} />
      <Tool word={words.columnRight} onPress={() => run().addColumnAfter().run()} />
      <Tool word={words.deleteColumn} onPress={() => run().deleteColumn().run()} />
      <span className="tool-gap" />
      <Tool word={words.merge} disabled={!can.merge} onPress={() => run().mergeCells().run()} />
      <Tool word={words.split} disabled={!can.split} onPress={() => run().splitCell().run()} />
      <Tool word={words.headerRow} onPress={() => run().toggleHeaderRow().run()} />
      <Tool word={words.deleteTable} onPress={() => run().deleteTable().run()} />
    </div>
  );
}
