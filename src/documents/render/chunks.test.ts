import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSides } from './chunks.ts';
import { type Drawing, type DrawnTable, page, type RowMark } from './drawing.ts';

const span = { column: 0, from: 0, header: false, group: 'g', text: '集群产业链情况', vertical: true } as const;

function drawing(...rows: readonly number[]): Drawing {
  const tables = rows.map((count): DrawnTable => {
    const cells = Array.from({ length: count }, () => []);
    return { columns: [9, 165], sides: 1, headerSides: 1, size: 9, header: [], rows: cells, spans: [{ ...span, to: count }], glue: 1, tail: 0 };
  });
  return { meta: { title: '', author: '', date: [2022, 3, 11] }, title: [], width: 174, tables, head: [], footer: '' };
}

/** Rows of the given heights set one below another, on a new page where one does not fit. */
function set(heights: readonly number[], table = 0): readonly RowMark[] {
  const foot = page.height - page.bottom;
  let number = 1;
  let y: number = page.top;
  return heights.flatMap((height, row) => {
    if (y + height > foot) {
      number += 1;
      y = page.top;
    }
    const top = y;
    y += height;
    return [
      { table, row, edge: 'top', page: number, y: top },
      { table, row, edge: 'bottom', page: number, y },
    ] as const;
  });
}

test('a header is cut into one piece a page, as high as its rows there, and only the first belongs to the text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 60 }), (heights) => {
      const marks = set(heights);
      const pieces = splitSides(drawing(heights.length), marks);
      expect(pieces.map((piece) => piece.page)).toEqual([...new Set(marks.map((mark) => mark.page))]);
      expect(pieces.reduce((sum, piece) => sum + piece.height, 0)).toBe(heights.reduce((sum, height) => sum + height, 0));
      expect(pieces.map((piece) => piece.anchor !== undefined)).toEqual(pieces.map((_, index) => index === 0));
    }),
  );
});

test('neighbouring tables with the same header share one piece on a page', () => {
  const marks = [
    ...set([20, 20]),
    ...set([20, 20, 20, 20])
      .slice(4)
      .map((mark) => ({ ...mark, table: 1, row: mark.row - 2 })),
  ];
  const pieces = splitSides(drawing(2, 2), marks);
  expect(pieces).toMatchObject([{ page: 1, y: page.top, height: 80, anchor: { table: 0, row: 0, dy: 0 } }]);
});

test('a long row that runs over two page ends is headed on all three pages', () => {
  const marks: readonly RowMark[] = [
    { table: 0, row: 0, edge: 'top', page: 2, y: 200 },
    { table: 0, row: 0, edge: 'bottom', page: 2, y: 210 },
    { table: 0, row: 0, edge: 'end', page: 4, y: 60 },
  ];
  const foot = page.height - page.bottom;
  expect(splitSides(drawing(1), marks)).toMatchObject([
    { page: 2, y: 200, height: foot - 200 },
    { page: 3, y: page.top, height: foot - page.top },
    { page: 4, y: page.top },
  ]);
});
