import type { Selection, Size } from './selection.ts';
import { at, move, tab } from './selection.ts';

/** What a key means in the grid; nothing where the browser's own meaning stands. */
export type GridKey =
  | { readonly kind: 'go'; readonly selection: Selection }
  | { readonly kind: 'edit' | 'revert' | 'leave' | 'undo' | 'redo' | 'fillDown' | 'clear' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * `editing`: the text in the cell is being changed, so the arrows to the sides and Ctrl+Z belong to it. Esc takes the change back;
 * a second Esc leaves the grid, so that nobody who uses the keyboard is caught in it.
 */
export function readKey(press: KeyPress, editing: boolean, isOption: boolean, selection: Selection, size: Size): GridKey | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return readShortcut(press, editing);
  const go = (rows: number, columns: number, extend = false): GridKey => ({ kind: 'go', selection: move(selection, size, rows, columns, extend) });
  const extend = press.shiftKey && !editing;
  switch (press.key) {
    case 'ArrowUp':
      return isOption && editing ? undefined : go(-1, 0, extend);
    case 'ArrowDown':
      return isOption && editing ? undefined : go(1, 0, extend);
    case 'ArrowLeft':
      return editing ? undefined : go(0, -1, extend);
    case 'ArrowRight':
      return editing ? undefined : go(0, 1, extend);
    case 'Enter':
      return isOption && editing ? undefined : go(press.shiftKey ? -1 : 1, 0);
    case 'Home':
      return editing ? undefined : { kind: 'go', selection: at(selection.active.row, 0) };
    case 'End':
      return editing ? undefined : { kind: 'go', selection: at(selection.active.row, size.columns - 1) };
    case 'Tab': {
      const next = tab(selection, size, press.shiftKey);
      return next && { kind: 'go', selection: next };
    }
    case 'F2':
      return { kind: 'edit' };
    case 'Escape':
      return { kind: editing ? 'revert' : 'leave' };
    case 'Delete':
      return editing ? undefined : { kind: 'clear' };
    default:
      return undefined;
  }
}

function readShortcut(press: KeyPress, editing: boolean): GridKey | undefined {
  const key = press.key.toLowerCase();
  if (key === 'd') return { kind: 'fillDown' };
  if (editing) return undefined;
  if (key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' };
  return key === 'y' ? { kind: 'redo' } : undefined;
}
