import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { isRectangle, parseCells, type Cells } from './clipboard.ts';
import { GridHead } from './grid-head.tsx';
import { readKey } from './grid-keys.ts';
import { GridRowView } from './grid-row.tsx';
import { sectionsOf, segmentsOf, type Section } from './rows.ts';
import { at, boundsOf, type Selection } from './selection.ts';
import type { Grid } from './use-grid.ts';
import { useStable } from './use-stable.ts';

interface GridTableProps {
  readonly table: TableField;
  readonly grid: Grid;
  readonly words: Words;
  readonly label: string;
  readonly readOnly: boolean;
  /** Keys of the bad columns of a row, between bars. */
  readonly badOf: (index: number) => string;
  readonly describedBy: string | undefined;
  readonly onPaste: (cells: Cells) => void;
  readonly onLeave: () => void;
  readonly sectionHead: (section: Section) => ReactNode;
}

/** The table on screen: focus, keys, mouse and clipboard. What they do to the rows is in use-grid. */
export function GridTable({ table, grid, words, label, readOnly, badOf, describedBy, onPaste, onLeave, sectionHead }: GridTableProps) {
  const { rows, columns, selection } = grid;
  const size = { rows: rows.length, columns: columns.length };
  const body = useRef<HTMLTableElement>(null);
  const editing = useRef(false);
  const focused = useRef(0);
  const moving = useRef(false);

  const go = (next: Selection): void => {
    leaveCell();
    grid.settle();
    grid.go(next);
  };
  // What was typed goes into the table before the cell loses its input.
  const leaveCell = (): void => {
    const cell = document.activeElement;
    editing.current = false;
    if (!(cell instanceof HTMLElement) || !cell.dataset['column'] || !body.current?.contains(cell)) return;
    moving.current = true;
    cell.blur();
    moving.current = false;
  };
  // The cell may have had no input before: the focus follows the drawing.
  useLayoutEffect(() => {
    if (focused.current === grid.focus) return;
    focused.current = grid.focus;
    const cell = cellAt(body.current, selection.active.row, columns[selection.active.column]?.key);
    cell?.focus();
    if (cell && 'select' in cell && typeof cell.select === 'function') cell.select();
  }, [grid.focus, selection, columns]);

  const commit = useStable((index: number, column: ScalarField, text: string, typing: boolean) => grid.set(index, column, text, typing));

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const cell = event.target;
    if (event.nativeEvent.isComposing || !isCell(cell)) return;
    const isOption = cell instanceof HTMLSelectElement;
    if (isOption && event.key === ' ') editing.current = true;
    const meaning = readKey(event, editing.current, isOption, selection, size);
    if (!meaning) return;
    event.preventDefault();
    switch (meaning.kind) {
      case 'go':
        return go(meaning.selection);
      case 'edit':
        editing.current = true;
        if (isOption) cell.showPicker();
        else cell.setSelectionRange(cell.value.length, cell.value.length);
        return;
      case 'revert':
        editing.current = false;
        revert(cell);
        return;
      case 'leave':
        body.current?.closest<HTMLElement>('[data-grid]')?.querySelector<HTMLElement>('[data-grid-exit]')?.focus();
        return;
      default:
        grid[meaning.kind]();
        grid.go(selection);
    }
  };
  const revert = (cell: Cell): void => {
    if (!(cell instanceof HTMLSelectElement)) {
      cell.value = cell.dataset['before'] ?? '';
      cell.dispatchEvent(new Event('input', { bubbles: true }));
      editing.current = false;
      cell.select();
    }
  };
  const onMouse = (event: MouseEvent<HTMLTableElement>): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    const row = Number(target?.closest<HTMLElement>('tr[data-row]')?.dataset['row'] ?? NaN);
    const column = Number(target?.closest<HTMLElement>('td[data-at]')?.dataset['at'] ?? NaN);
    if (Number.isNaN(row) || Number.isNaN(column) || readOnly) return;
    const dragging = event.type === 'mouseover';
    if (dragging && (event.buttons !== 1 || (row === selection.active.row && column === selection.active.column))) return;
    if (!dragging && row === selection.active.row && !event.shiftKey && target?.closest('input,select,textarea')) {
      // A click into the cell that has the focus puts the cursor: from here the text is edited.
      if (target === document.activeElement) editing.current = true;
      return;
    }
    event.preventDefault();
    go(dragging || event.shiftKey ? { anchor: selection.anchor, active: { row, column } } : at(row, column));
  };
  const onFocus = (event: { readonly target: EventTarget }): void => {
    if (isCell(event.target)) event.target.dataset['before'] = event.target.value;
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (editing.current) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.copy());
    if (event.type === 'cut') grid.clear();
  };
  const onPasteCells = (event: ClipboardEvent): void => {
    const cells = parseCells(event.clipboardData.getData('text/plain'));
    if (!isRectangle(cells)) return;
    event.preventDefault();
    onPaste(cells);
  };

  const bounds = boundsOf(selection);
  const many = bounds.top !== bounds.bottom || bounds.left !== bounds.right;
  return (
    <table
      ref={body}
      className={table.fixed ? 'grid grid-given' : 'grid'}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of the ARIA practices is a table with this role
      role="grid"
      aria-label={label}
      aria-readonly={readOnly || undefined}
      aria-multiselectable={!readOnly || undefined}
      onKeyDown={onKeyDown}
      onInput={() => (editing.current = true)}
      onMouseDown={onMouse}
      onMouseOver={onMouse}
      onFocus={onFocus}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPasteCells}
      onBlur={(event) => {
        if (moving.current || event.currentTarget.contains(event.relatedTarget)) return;
        editing.current = false;
        onLeave();
      }}
    >
      <GridHead table={table} columns={columns} words={words} />
      {sectionsOf(rows, segmentsOf(table)).map((section) => (
        <tbody key={section.name ?? ''}>
          {table.segments && (
            <tr className="grid-section">
              <td colSpan={columns.length + 1}>{sectionHead(section)}</td>
            </tr>
          )}
          {section.rows.map((row, nth) => {
            const index = section.from + nth;
            const inRange = many && index >= bounds.top && index <= bounds.bottom;
            const bad = badOf(index);
            return (
              <GridRowView
                key={row.id}
                row={row}
                index={index}
                name={table.fixed ? String(row.values[table.fixed.column] ?? '') : undefined}
                columns={columns}
                words={words}
                active={index === selection.active.row ? selection.active.column : undefined}
                selected={inRange ? `${bounds.left}-${bounds.right}` : ''}
                bad={bad}
                readOnly={readOnly}
                revision={index === selection.active.row ? grid.revision : 0}
                describedBy={bad === '' ? undefined : describedBy}
                onCommit={commit}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

type Cell = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isCell(target: EventTarget): target is Cell {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) &&
    target.dataset['column'] !== undefined
  );
}

function cellAt(table: HTMLElement | null, row: number, column: string | undefined): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`tr[data-row="${row}"] [data-column="${column}"]`) ?? null;
}
