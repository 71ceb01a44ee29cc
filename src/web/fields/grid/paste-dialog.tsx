import { useState } from 'react';
import type { TableField } from '#domain/forms/definition.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { pasteText } from '#web/messages/form.ts';
import { labelOf } from '../field-input.tsx';
import { parseCells, type Cells } from './clipboard.ts';
import type { PastePlan } from './paste.ts';
import { segmentsOf } from './rows.ts';

/** What a paste would do, before it does it: how many rows, and every cell that cannot be read by its name. */
export function PastePreview({ plan, onPaste, onCancel }: { readonly plan: PastePlan; readonly onPaste: () => void; readonly onCancel: () => void }) {
  const shown = plan.unreadable.slice(0, 20);
  return (
    <Dialog
      title={pasteText.title(plan.height, plan.width)}
      onClose={onCancel}
      footer={
        <>
          <button type="button" className="button" onClick={onCancel}>
            {pasteText.cancel}
          </button>
          <button type="button" className="button button-primary" data-safe="" disabled={plan.height === 0} onClick={onPaste}>
            {plan.unreadable.length > 0 ? pasteText.goMarked : pasteText.go}
          </button>
        </>
      }
    >
      <ul className="paste-facts">
        {plan.added > 0 && <li>{pasteText.added(plan.added)}</li>}
        {plan.height > plan.added && <li>{pasteText.over(plan.height - plan.added)}</li>}
        {plan.headerSkipped && <li>{pasteText.header}</li>}
        {plan.droppedRows > 0 && <li className="paste-loss">{pasteText.droppedRows(plan.droppedRows)}</li>}
        {plan.droppedColumns > 0 && <li className="paste-loss">{pasteText.droppedColumns(plan.droppedColumns)}</li>}
        {shown.length > 0 && (
          <li>
            {pasteText.unreadable(plan.unreadable.length)}
            <ul>
              {shown.map(({ row, column, text }) => (
                <li key={`${row} ${column.key}`}>{pasteText.cell(row, labelOf(column), text.slice(0, 40))}</li>
              ))}
              {plan.unreadable.length > shown.length && <li>{pasteText.more(plan.unreadable.length - shown.length)}</li>}
            </ul>
          </li>
        )}
      </ul>
    </Dialog>
  );
}

/** For those without the shortcut: a box to paste into, and where it goes. */
export function PasteBox({
  table,
  segmentTitle,
  onCells,
  onCancel,
}: {
  readonly table: TableField;
  readonly segmentTitle: (name: string) => string;
  readonly onCells: (segment: string | undefined, cells: Cells) => void;
  readonly onCancel: () => void;
}) {
  const names = segmentsOf(table)?.names ?? [];
  const [segment, setSegment] = useState(names[0]);
  const [text, setText] = useState('');
  const cells = parseCells(text);
  return (
    <Dialog
      title={pasteText.box}
      onClose={onCancel}
      footer={
        <>
          <button type="button" className="button" onClick={onCancel}>
            {pasteText.cancel}
          </button>
          <button type="button" className="button button-primary" disabled={cells.length === 0} onClick={() => onCells(segment, cells)}>
            {pasteText.preview}
          </button>
        </>
      }
    >
      {names.length > 0 && (
        <div className="form-field">
          <label className="form-label" htmlFor="paste-segment">
            {pasteText.segment}
          </label>
          <select id="paste-segment" className="control" value={segment} onChange={(event) => setSegment(event.target.value)}>
            {names.map((name) => (
              <option key={name} value={name}>
                {segmentTitle(name)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="form-field">
        <label className="form-label" htmlFor="paste-text">
          {pasteText.cells}
        </label>
        <textarea
          id="paste-text"
          className="control"
          data-safe=""
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby="paste-columns"
        />
        <span className="hint" id="paste-columns">
          {pasteText.columns(table.columns.filter((column) => column.key !== table.segments?.column && column.key !== table.fixed?.column).map(labelOf))}
        </span>
      </div>
    </Dialog>
  );
}
