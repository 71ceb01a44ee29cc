import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { HEADING_LEVEL } from '#domain/narrative/schema.ts';
import { editorText as words } from '#web/messages/outline.ts';
import type { UploadImage } from '#web/narrative/paste/paste-handlers.ts';
import { FigureDialog } from './figure-dialog.tsx';
import { ImageDialog } from './image-dialog.tsx';
import { inText } from './in-text.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { TableDialog } from './table-dialog.tsx';
import { TableTools } from './table-tools.tsx';
import { Tool } from './tool.tsx';

type Style = 'paragraph' | 'heading' | 'caption' | 'note';
const styles: readonly Style[] = ['paragraph', 'heading', 'caption', 'note'];

export function Toolbar({
  editor,
  figures,
  upload,
  onFind,
}: {
  readonly editor: Editor;
  readonly figures: LiveFigures;
  readonly upload: UploadImage;
  readonly onFind: () => void;
}) {
  const [open, setOpen] = useState<'table' | 'image' | 'figure'>();
  const state = useEditorState({ editor, selector: ({ editor: one }) => stateOf(one) });
  const close = (): void => {
    setOpen(undefined);
    editor.commands.focus();
  };
  const run = () => inText(editor);
  return (
    <>
      <div className="tools" role="toolbar" tabIndex={-1} aria-label={words.toolbar} onKeyDown={(event) => event.key === 'Escape' && editor.commands.focus()}>
        <label className="tool-style">
          <span className="unseen">{words.style}</span>
          <select className="choice" value={state.style} onChange={(event) => setStyle(editor, event.target.value)}>
            {styles.map((style) => (
              <option key={style} value={style}>
                {words[style]}
              </option>
            ))}
          </select>
        </label>
        <Tool word={words.bold} pressed={state.bold} onPress={() => run().toggleBold().run()} />
        <Tool word={words.superscript} pressed={state.superscript} onPress={() => run().toggleMark('superscript').run()} />
        <Tool word={words.subscript} pressed={state.subscript} onPress={() => run().toggleMark('subscript').run()} />
        <span className="tool-gap" />
        <Tool word={words.ordered} pressed={state.ordered} onPress={() => run().toggleList('orderedList', 'listItem').run()} />
        <Tool word={words.bullet} pressed={state.bullet} onPress={() => run().toggleList('bulletList', 'listItem').run()} />
        <span className="tool-gap" />
        <Tool word={words.table} disabled={state.inTable} onPress={() => setOpen('table')} />
        <Tool word={words.image} onPress={() => setOpen('image')} />
        <Tool word={words.figure} onPress={() => setOpen('figure')} />
        <span className="tool-gap" />
        <Tool word={words.find} onPress={onFind} />
        <Tool word={words.undo} disabled={!state.canUndo} onPress={() => run().undo().run()} />
        <Tool word={words.redo} disabled={!state.canRedo} onPress={() => run().redo().run()} />
        {state.inTable && <TableTools editor={editor} />}
      </div>
      {open === 'table' && <TableDialog editor={editor} onClose={close} />}
      {open === 'image' && <ImageDialog editor={editor} upload={upload} onClose={close} />}
      {open === 'figure' && <FigureDialog editor={editor} figures={figures} onClose={close} />}
    </>
  );
}

function stateOf(editor: Editor) {
  const role: unknown = editor.getAttributes('paragraph')['role'];
  const style: Style = editor.isActive('heading') ? 'heading' : role === 'caption' || role === 'note' ? role : 'paragraph';
  return {
    style,
    bold: editor.isActive('bold'),
    superscript: editor.isActive('superscript'),
    subscript: editor.isActive('subscript'),
    ordered: editor.isActive('orderedList'),
    bullet: editor.isActive('bulletList'),
    inTable: editor.isActive('table'),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

function setStyle(editor: Editor, style: string): void {
  if (style === 'heading') inText(editor).setNode('heading', { level: HEADING_LEVEL }).run();
  else
    inText(editor)
      .setNode('paragraph', { role: style === 'paragraph' ? null : style })
      .run();
}
