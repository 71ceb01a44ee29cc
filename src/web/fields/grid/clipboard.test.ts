import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCells, isRectangle, parseCells } from './clipboard.ts';

describe('cells from a spreadsheet', () => {
  test('tabs part cells, line ends part rows, the last line end starts no row', () => {
    expect(parseCells('甲\t1\r\n乙\t2\r\n')).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
  });

  test('a quoted cell keeps its line ends, tabs and doubled quotes', () => {
    expect(parseCells('"第一行\n第二行"\t"他说""好"""\t"a\tb"\r\n')).toEqual([['第一行\n第二行', '他说"好"', 'a\tb']]);
  });

  test('a quote that does not close a cell is an ordinary character', () => {
    expect(parseCells('"未闭合\t3')).toEqual([['"未闭合', '3']]);
    expect(parseCells('5" 管\t"甲"乙\t3')).toEqual([['5" 管', '"甲"乙', '3']]);
  });

  test('empty cells stay, also at the end of a row', () => {
    expect(parseCells('\t\t3\n1\t')).toEqual([
      ['', '', '3'],
      ['1', ''],
    ]);
    expect(parseCells('a\n\nb\n')).toEqual([['a'], [''], ['b']]);
  });

  test('one cell is not a rectangle, two are', () => {
    expect(isRectangle(parseCells('123'))).toBe(false);
    expect(isRectangle(parseCells('1\t2'))).toBe(true);
    expect(isRectangle(parseCells('1\n2'))).toBe(true);
  });

  test('what is copied out is read back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '中', ' ', '1') });
    const rectangle = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(rectangle, (cells) => {
        expect(parseCells(`${formatCells(cells)}\r\n`)).toEqual(cells);
      }),
    );
  });
});
