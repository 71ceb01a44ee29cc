import { useMemo, useRef, useState } from 'react';
import type { ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { isTyped } from '#domain/forms/answers.ts';
import { readText, cellText } from '../field-input.tsx';
import { formatCells, type Cells } from './clipboard.ts';
import { begin, record, redo, settle, undo, type History } from './history.ts';
import { planPaste, type PastePlan, type PasteStart } from './paste.ts';
import { clearCells, endOfSegment, fillDown, insertRows, removeRows, rowIds, segmentsOf, setCell, type Rows, type RowValues } from './rows.ts';
import { at, boundsOf, fit, type Selection } from './selection.ts';

export interface Grid {
  readonly rows: Rows;
  readonly columns: readonly ScalarField[];
  readonly selection: Selection;
  /** Counts the changes that did not come from typing into a cell. */
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Counts the wishes to have the active cell focused. */
  readonly focus: number;
  /** Selects, and has the active cell focused once it is drawn. */
  readonly go: (selection: Selection) => void;
  readonly focusOn: (row: number, column: string) => void;
  /** `typing` joins to the change before it in the same cell. */
  readonly set: (row: number, column: ScalarField, text: string, typing: boolean) => void;
  /** The cell was left: the next change is a step of its own. */
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly fillDown: () => void;
  readonly clear: () => void;
  readonly copy: () => string;
  readonly addRow: (segment: string | undefined) => number;
  /** Removes the rows of the selection; says how many. */
  readonly removeSelected: () => number;
  readonly plan: (start: PasteStart, cells: Cells) => PastePlan;
  readonly paste: (plan: PastePlan) => void;
}

/**
 * A table while it is edited: rows with their history, and the selection. `value` is the stored table; whatever did not come
 * from here (a merge, a restored draft) starts a new history.
 */
export function useGrid(table: TableField, value: readonly RowValues[], words: Words, onChange: (rows: readonly RowValues[]) => void): Grid {
  const ids = useRef<() => number>(null);
  const nextId = (ids.current ??= rowIds());
  const [state, setState] = useState(() => ({ value, history: begin(withIds(value, nextId)), revision: 0 }));
  const [selection, setSelection] = useState(at(0, 0));
  const [focus, setFocus] = useState(0);
  // What was last given out comes back as `value`; latest also serves handlers that run twice within one frame.
  const latest = useRef(state);
  let current = latest.current;
  if (current.value !== value) {
    current = { value, history: begin(withIds(value, nextId)), revision: current.revision + 1 };
    latest.current = current;
  }
  const rows = current.history.present;
  const columns = useMemo(() => table.columns.filter((column) => column.key !== table.segments?.column && column.key !== table.fixed?.column), [table]);
  const segments = useMemo(() => segmentsOf(table), [table]);
  const keys = columns.map((column) => column.key);
  const inside = fit(selection, { rows: rows.length, columns: columns.length });

  const put = (history: History<Rows>, typed = false): void => {
    const before = latest.current.history.present;
    const values = history.present === before ? latest.current.value : history.present.map((row) => row.values);
    latest.current = { value: values, history, revision: latest.current.revision + (typed || history.present === before ? 0 : 1) };
    setState(latest.current);
    if (history.present !== before) onChange(values);
  };
  const change = (next: Rows, tag?: string): void => put(record(latest.current.history, next, tag), tag !== undefined);
  const go = (next: Selection): void => {
    setSelection(next);
    setFocus((count) => count + 1);
  };
  const present = (): Rows => latest.current.history.present;

  return {
    rows,
    columns,
    selection: inside,
    revision: current.revision,
    canUndo: current.history.past.length > 0,
    canRedo: current.history.future.length > 0,
    focus,
    go,
    focusOn: (row, column) => go(at(row, Math.max(0, keys.indexOf(column)))),
    set: (row, column, text, typing) =>
      change(setCell(present(), row, column.key, readText(column, text, words)), typing ? `${present()[row]?.id} ${column.key}` : undefined),
    settle: () => put(settle(latest.current.history)),
    undo: () => put(undo(latest.current.history)),
    redo: () => put(redo(latest.current.history)),
    fillDown: () => change(fillDown(present(), boundsOf(inside), keys)),
    clear: () => change(clearCells(present(), boundsOf(inside), keys)),
    copy: () => {
      const { top, bottom, left, right } = boundsOf(inside);
      return formatCells(
        present()
          .slice(top, bottom + 1)
          .map((row) => columns.slice(left, right + 1).map((column) => cellText(column, row.values[column.key], words))),
      );
    },
    addRow: (segment) => {
      const index = endOfSegment(present(), segments, segment);
      const values: RowValues = segments && segment !== undefined ? { [segments.column]: segment } : {};
      change(insertRows(present(), index, [{ id: nextId(), values }]));
      return index;
    },
    removeSelected: () => {
      const { top, bottom } = boundsOf(inside);
      change(removeRows(present(), top, bottom));
      // The focus goes back into the table, so that Ctrl+Z right after it brings the rows back.
      go(at(top, inside.active.column));
      return bottom - top + 1;
    },
    plan: (start, cells) =>
      planPaste(
        {
          rows: present(),
          columns,
          segments,
          maxRows: table.maxRows,
          rowsGiven: table.fixed !== undefined,
          read: (column, text) => readText(column, text, words),
          unread: isTyped,
          nextId,
        },
        start,
        cells,
      ),
    paste: (plan) => change(plan.rows),
  };
}

function withIds(values: readonly RowValues[], nextId: () => number): Rows {
  return values.map((one) => ({ id: nextId(), values: one }));
}
