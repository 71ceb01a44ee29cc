import './editor.css';
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '#domain/values/json.ts';
import { Notice } from '#web/components/notice.tsx';
import { editorText, pasteText } from '#web/messages/outline.ts';
import { countDropped, type Dropped } from '#web/narrative/paste/clean.ts';
import { pasteHandlers, type UploadImage } from '#web/narrative/paste/paste-handlers.ts';
import { contentOf, docOf, takeOver } from './content.ts';
import type { ImageUrl } from './image-node.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { editorExtensions } from './schema.ts';
import { Toolbar } from './toolbar.tsx';

export interface NarrativeEditorProps {
  readonly title: string;
  readonly section: JsonObject;
  readonly figures: LiveFigures;
  readonly imageUrl: ImageUrl;
  readonly upload: UploadImage;
  readonly onChange: (section: JsonObject) => void;
  /** The page is put away: what was typed last must be kept now. */
  readonly onLeave: () => void;
  readonly onFind: () => void;
  readonly onReady: (editor: Editor | undefined) => void;
}

/** Milliseconds after a change until the text is handed over: never between a key and its letter. */
const quiet = 100;

/** The editor of one section. It hands over whole texts in their normal form, and takes over a text that came from elsewhere. */
export function NarrativeEditor(props: NarrativeEditorProps) {
  const { title, section, figures, imageUrl, upload, onFind, onReady } = props;
  const handed = useRef(section['content']);
  const [dropped, setDropped] = useState<Dropped>();
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const extensions = useMemo(() => editorExtensions(figures, imageUrl), [figures, imageUrl]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const editor = useEditor({
    extensions,
    injectCSS: false,
    content: contentOf(section),
    shouldRerenderOnTransaction: false,
    immediatelyRender: true,
    editorProps: {
      attributes: { 'aria-label': editorText.area(title), 'aria-multiline': 'true', role: 'textbox', class: 'narrative narrative-input' },
      ...pasteHandlers(upload, (lost) => setDropped(countDropped(lost) > 0 ? lost : undefined)),
      handleKeyDown: (_, event) => shortcut(event, () => latest.current.onFind()),
    },
    onUpdate: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(handOver, quiet);
    },
    onBlur: () => handOver(),
  });

  function handOver(): void {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    const next = docOf(editor.state.doc);
    handed.current = next['content'];
    latest.current.onChange(next);
  }
  const handOverNow = useRef(handOver);
  useLayoutEffect(() => {
    handOverNow.current = handOver;
  });

  useEffect(() => {
    const onHide = (): void => {
      handOverNow.current();
      latest.current.onLeave();
    };
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') onHide();
    };
    addEventListener('pagehide', onHide);
    addEventListener('beforeunload', onHide);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      removeEventListener('pagehide', onHide);
      removeEventListener('beforeunload', onHide);
      document.removeEventListener('visibilitychange', onVisibility);
      handOverNow.current();
    };
  }, []);

  useEffect(() => {
    if (section['content'] === handed.current || timer.current !== undefined) return;
    handed.current = section['content'];
    takeOver(editor, section);
  }, [section, editor]);

  useEffect(() => {
    onReady(editor);
    return () => onReady(undefined);
  }, [editor, onReady]);

  return (
    <div className="narrative-editor">
      <Toolbar editor={editor} figures={figures} upload={upload} onFind={onFind} />
      {dropped && <DroppedNotice dropped={dropped} onDismiss={() => setDropped(undefined)} />}
      <EditorContent editor={editor} />
    </div>
  );
}

function DroppedNotice({ dropped, onDismiss }: { readonly dropped: Dropped; readonly onDismiss: () => void }) {
  const said = [
    dropped.images > 0 ? pasteText.removedImages(dropped.images) : '',
    dropped.failed > 0 ? pasteText.failedImages(dropped.failed) : '',
    dropped.tables > 0 ? pasteText.flattened(dropped.tables) : '',
  ];
  return (
    <div className="narrative-notice">
      <Notice
        tone="warn"
        live
        action={
          <button type="button" className="button button-small" onClick={onDismiss}>
            {pasteText.dismiss}
          </button>
        }
      >
        {said.join('')}
      </Notice>
    </div>
  );
}

/** Ctrl+F finds in the text; Alt+F10 and Esc lead out of it to the toolbar, so that Tab in a table traps nobody. */
function shortcut(event: KeyboardEvent, find: () => void): boolean {
  if (event.isComposing) return false;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyF') {
    event.preventDefault();
    find();
    return true;
  }
  if (event.key !== 'Escape' && !(event.altKey && event.key === 'F10')) return false;
  event.preventDefault();
  const frame = event.target instanceof Element ? event.target.closest('.narrative-editor') : null;
  frame?.querySelector<HTMLElement>('[role=toolbar] select, [role=toolbar] button')?.focus();
  return true;
}
