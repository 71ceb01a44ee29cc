import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { Figure } from '#domain/narrative/references.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { figureDialog as words } from '#web/messages/outline.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';

/** Every figure of the form with what it says now; one is put at the cursor and follows the form from then on. */
export function FigureDialog({ editor, figures, onClose }: { readonly editor: Editor; readonly figures: LiveFigures; readonly onClose: () => void }) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = figures.all().filter(({ block, label }) => `${block}${label}`.toLowerCase().includes(wanted));
  const insert = ({ path }: Figure): void => {
    onClose();
    editor.chain().focus().insertContent({ type: 'reference', attrs: { path } }).run();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      }
    >
      <p className="soft small">{words.about}</p>
      <label className="form-label figure-search">
        {words.search}
        <input data-safe className="control" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {found.length === 0 && <p role="status">{words.none}</p>}
      <ul className="figure-list" aria-label={words.list}>
        {found.map((figure) => (
          <li key={figure.path}>
            <button type="button" className="figure-choice" onClick={() => insert(figure)}>
              <span>
                {figure.label}
                <span className="faint tiny figure-block">{figure.block}</span>
              </span>
              <span className={figure.state === 'shown' ? 'strong' : 'faint'}>{figure.state === 'shown' ? figure.text : words.unfilled}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
