import { describe, expect, test } from 'vitest';
import { readKey, type KeyPress } from './grid-keys.ts';
import { at } from './selection.ts';

const size = { rows: 3, columns: 3 };
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });
const read = (key: KeyPress, editing = false, isOption = false) => readKey(key, editing, isOption, at(1, 1), size);

describe('keys in the grid', () => {
  test('Enter goes down, Shift+Enter up, Tab to the next cell', () => {
    expect(read(press('Enter'))).toEqual({ kind: 'go', selection: at(2, 1) });
    expect(read(press('Enter', { shiftKey: true }))).toEqual({ kind: 'go', selection: at(0, 1) });
    expect(read(press('Tab'))).toEqual({ kind: 'go', selection: at(1, 2) });
  });

  test('while a text is edited the arrows to the sides and Ctrl+Z belong to it, up and down still leave the cell', () => {
    expect(read(press('ArrowLeft'), true)).toBeUndefined();
    expect(read(press('z', { ctrlKey: true }), true)).toBeUndefined();
    expect(read(press('ArrowDown'), true)).toEqual({ kind: 'go', selection: at(2, 1) });
  });

  test('an open list of options keeps its arrows and Enter', () => {
    expect(read(press('ArrowDown'), true, true)).toBeUndefined();
    expect(read(press('Enter'), true, true)).toBeUndefined();
    expect(read(press('ArrowDown'), false, true)).toEqual({ kind: 'go', selection: at(2, 1) });
  });

  test('Esc takes the change back first and leaves the grid next', () => {
    expect(read(press('Escape'), true)).toEqual({ kind: 'revert' });
    expect(read(press('Escape'))).toEqual({ kind: 'leave' });
  });

  test('undo, redo and fill down, with Ctrl or the Mac key; Alt is left to the page', () => {
    expect(read(press('z', { ctrlKey: true }))).toEqual({ kind: 'undo' });
    expect(read(press('Z', { metaKey: true, shiftKey: true }))).toEqual({ kind: 'redo' });
    expect(read(press('y', { ctrlKey: true }))).toEqual({ kind: 'redo' });
    expect(read(press('d', { ctrlKey: true }))).toEqual({ kind: 'fillDown' });
    expect(read(press('ArrowDown', { altKey: true }))).toBeUndefined();
  });
});
