import { useState } from 'react';
import { rowsOf } from '#domain/forms/answers.ts';
import type { BlockDef, TableField } from '#domain/forms/definition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { labelOf } from '#web/fields/field-input.tsx';
import { sheets } from '#web/messages/sheets.ts';
import { compareRows, importedRows } from './compare-rows.ts';
import type { ReadSheet } from './import-dialog.tsx';
import { SheetTools, type SheetSource } from './sheet-tools.tsx';

/** The workbook of one table of a block, out and in. `rows` are those on screen at the moment of asking. */
export function TableSheet({
  edition,
  form,
  block,
  table,
  readOnly,
  rows,
  onRows,
}: Pick<SheetSource, 'edition' | 'form'> & {
  readonly block: BlockDef;
  readonly table: TableField;
  readonly readOnly: boolean;
  readonly rows: () => readonly JsonObject[];
  readonly onRows: (rows: readonly JsonObject[]) => void;
}) {
  const only = { block: block.key, field: table.key };
  const source: SheetSource = { edition, form, title: labelOf(table) || block.title, only, answers: () => ({ [block.key]: { [table.key]: rows() } }) };
  return (
    <SheetTools
      source={source}
      readOnly={readOnly}
      words={{ out: sheets.out, in: sheets.in }}
      renderChanges={(read, close) => (
        <TableComparison
          table={table}
          before={rows()}
          read={read}
          only={only}
          onCancel={close}
          onApply={(next) => {
            onRows(next);
            close();
          }}
        />
      )}
    />
  );
}

function TableComparison({
  table,
  before,
  read,
  only,
  onApply,
  onCancel,
}: {
  readonly table: TableField;
  readonly before: readonly JsonObject[];
  readonly read: ReadSheet;
  readonly only: { readonly block: string; readonly field: string };
  readonly onApply: (rows: readonly JsonObject[]) => void;
  readonly onCancel: () => void;
}) {
  const [keep, setKeep] = useState(true);
  const after = rowsOf(read.answers[only.block]?.[only.field]);
  const { added, changed, removed } = compareRows(table, before, after);
  const same = added.length + changed.length + removed.length === 0;
  return (
    <>
      {same ? (
        <p>{sheets.same}</p>
      ) : (
        <ul className="sheet-changes">
          {added.length > 0 && <li>{`${sheets.added(added.length)}${names(table, added)}`}</li>}
          {changed.length > 0 && (
            <li>{`${sheets.changed(changed.length)}${names(
              table,
              changed.map((one) => one.after),
            )}`}</li>
          )}
          {removed.length > 0 && <li>{`${sheets.removed(removed.length)}${names(table, removed)}`}</li>}
        </ul>
      )}
      {removed.length > 0 && (
        <label className="choice">
          <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
          {sheets.keepMissing}
        </label>
      )}
      <div className="dialog-footer">
        <button type="button" className="button" data-safe="" onClick={onCancel}>
          {sheets.cancel}
        </button>
        {!same && (
          <button type="button" className="button button-primary" onClick={() => onApply(importedRows(table, before, after, keep))}>
            {read.faults.length > 0 ? sheets.applyMarked : sheets.apply}
          </button>
        )}
      </div>
    </>
  );
}

/** The first few rows by name. */
function names(table: TableField, rows: readonly JsonObject[]): string {
  return sheets.names(
    rows.slice(0, 5).map((row) => (typeof row[table.rowKey] === 'string' ? String(row[table.rowKey]) : '')),
    rows.length > 5,
  );
}
