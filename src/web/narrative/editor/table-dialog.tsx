import type { Editor } from '@tiptap/core';
import { useId, useState } from 'react';
import { Dialog } from '#web/components/dialog.tsx';
import { tableDialog as words } from '#web/messages/outline.ts';

const MOST_ROWS = 60;
const MOST_COLUMNS = 14;

/** Asks how large the new table is. */
export function TableDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [rows, setRows] = useState(3);
  const [columns, setColumns] = useState(3);
  const [header, setHeader] = useState(true);
  const id = useId();
  const insert = (): void => {
    onClose();
    editor.chain().focus().insertTable({ rows, cols: columns, withHeaderRow: header }).run();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" className="button button-primary" onClick={insert}>
            {words.go}
          </button>
        </>
      }
    >
      <div className="table-size">
        <label htmlFor={`${id}-rows`}>{words.rows}</label>
        <input
          id={`${id}-rows`}
          data-safe
          className="control"
          type="number"
          min={1}
          max={MOST_ROWS}
          value={rows}
          onChange={(event) => setRows(within(event.target.valueAsNumber, MOST_ROWS))}
        />
        <label htmlFor={`${id}-columns`}>{words.columns}</label>
        <input
          id={`${id}-columns`}
          className="control"
          type="number"
          min={1}
          max={MOST_COLUMNS}
          value={columns}
          onChange={(event) => setColumns(within(event.target.valueAsNumber, MOST_COLUMNS))}
        />
      </div>
      <label className="option">
        <input type="checkbox" checked={header} onChange={(event) => setHeader(event.target.checked)} />
        {words.header}
      </label>
    </Dialog>
  );
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(1, Math.round(value) || 1));
}
