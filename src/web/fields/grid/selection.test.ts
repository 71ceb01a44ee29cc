import { describe, expect, test } from 'vitest';
import { at, boundsOf, fit, isSingle, move, tab } from './selection.ts';

const size = { rows: 3, columns: 4 };

describe('the selected cells', () => {
  test('arrows stay inside the grid', () => {
    expect(move(at(0, 0), size, -1, -1)).toEqual(at(0, 0));
    expect(move(at(2, 3), size, 1, 1)).toEqual(at(2, 3));
    expect(move(at(1, 1), size, 1, 0)).toEqual(at(2, 1));
  });

  test('Shift keeps the cell where the rectangle began', () => {
    const selection = move(move(at(1, 2), size, 1, 0, true), size, 0, -2, true);
    expect(boundsOf(selection)).toEqual({ top: 1, bottom: 2, left: 0, right: 2 });
    expect(isSingle(selection)).toBe(false);
    expect(isSingle(move(selection, size, 0, 1))).toBe(true);
  });

  test('Tab goes on in the next row and leaves the grid at its ends', () => {
    expect(tab(at(0, 3), size, false)).toEqual(at(1, 0));
    expect(tab(at(1, 0), size, true)).toEqual(at(0, 3));
    expect(tab(at(2, 3), size, false)).toBeUndefined();
    expect(tab(at(0, 0), size, true)).toBeUndefined();
  });

  test('a selection comes back inside when rows have gone', () => {
    expect(fit(at(7, 2), size)).toEqual(at(2, 2));
  });
});
