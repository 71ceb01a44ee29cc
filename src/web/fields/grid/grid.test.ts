import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Json } from '#domain/values/json.ts';
import { begin, record, redo, settle, undo, type History } from './history.ts';
import { planPaste, type PasteTarget } from './paste.ts';
import { bySegment, clearCells, fillDown, insertRows, removeRows, rowIds, sectionsOf, segmentsOf, setCell, type Rows, type RowValues } from './rows.ts';

const columns: readonly ScalarField[] = [
  { key: 'company', kind: 'text', label: '企业名称', maxLength: 60 },
  { key: 'revenue', kind: 'money', unit: 'wanYuan', label: '主营业务收入（万元）' },
  { key: 'share', kind: 'percent', places: 2, label: '市场占有率（%）' },
];
const table: TableField = {
  key: 'rows',
  kind: 'table',
  label: '产业链',
  rowKey: 'company',
  maxRows: 50,
  // As canonical JSON has them: sorted by code point.
  segments: { column: 'segment', names: { 上游: 'a', 下游: 'c', 中游: 'b' } },
  columns: [{ key: 'segment', kind: 'choice', label: '环节', options: ['上游', '中游', '下游'] }, ...columns],
};
const segments = segmentsOf(table);
const keys = columns.map((column) => column.key);

function rowsOf(values: readonly RowValues[]): Rows {
  return values.map((one, id) => ({ id, values: one }));
}
const valuesOf = (rows: Rows): readonly RowValues[] => rows.map((row) => row.values);

/** Reads digits in number columns, keeps the rest as typed. */
function read(column: ScalarField, text: string): Json {
  if (column.kind === 'text') return text;
  return /^\d+$/.test(text) ? Number(text) : { typed: text };
}
const unread = (value: Json): boolean => typeof value === 'object' && value !== null && 'typed' in value;

function target(rows: Rows, more: Partial<PasteTarget> = {}): PasteTarget {
  const ids = rowIds();
  return { rows, columns, maxRows: 50, rowsGiven: false, read, unread, nextId: () => 1000 + ids(), ...more };
}

describe('rows of a table', () => {
  test('a segmented table is edited segment by segment, each as it was; a row in none comes last', () => {
    const values = [{ segment: '下游', company: '1' }, { segment: '上游', company: '2' }, { company: '3' }, { segment: '上游', company: '4' }];
    const ordered = bySegment(values, segments);
    expect(ordered.map((row) => row['company'])).toEqual(['2', '4', '1', '3']);
    expect(sectionsOf(rowsOf(ordered), segments).map((section) => [section.name, section.from, section.rows.length])).toEqual([
      ['上游', 0, 2],
      ['中游', 2, 0],
      ['下游', 2, 1],
      [undefined, 3, 1],
    ]);
  });

  test('setting a cell to what it holds changes nothing', () => {
    const rows = rowsOf([{ company: '甲' }]);
    expect(setCell(rows, 0, 'company', '甲')).toBe(rows);
    expect(setCell(rows, 0, 'revenue', null)).toBe(rows);
  });

  test('filling down takes the first row of the rectangle, or the row above a single one', () => {
    const rows = rowsOf([{ company: '甲', revenue: 1 }, { company: '乙' }, { company: '丙' }]);
    expect(valuesOf(fillDown(rows, { top: 0, bottom: 2, left: 1, right: 1 }, keys)).map((row) => row['revenue'])).toEqual([1, 1, 1]);
    expect(valuesOf(fillDown(rows, { top: 1, bottom: 1, left: 0, right: 1 }, keys))[1]).toEqual({ company: '甲', revenue: 1 });
    expect(fillDown(rows, { top: 0, bottom: 0, left: 0, right: 0 }, keys)).toBe(rows);
  });
});

describe('pasting a rectangle', () => {
  test('goes over the cells from where it begins, and adds rows of that segment past its end', () => {
    const rows = rowsOf([
      { segment: '上游', company: '甲' },
      { segment: '中游', company: '乙' },
    ]);
    const plan = planPaste(target(rows, { segments }), { over: { row: 0, column: 0 } }, [
      ['子', '1'],
      ['丑', '2'],
    ]);
    expect(valuesOf(plan.rows)).toEqual([
      { segment: '上游', company: '子', revenue: 1 },
      { segment: '上游', company: '丑', revenue: 2 },
      { segment: '中游', company: '乙' },
    ]);
    expect(plan).toMatchObject({ height: 2, width: 2, added: 1, droppedRows: 0 });
  });

  test('names the cells that cannot be read, and keeps them as typed', () => {
    const plan = planPaste(target([]), { atEndOf: undefined }, [
      ['甲', '100'],
      ['乙', '约三千'],
    ]);
    expect(plan.unreadable).toEqual([{ row: 2, column: columns[1], text: '约三千' }]);
    expect(valuesOf(plan.rows)[1]).toEqual({ company: '乙', revenue: { typed: '约三千' } });
  });

  test('says how many rows and columns have no room', () => {
    const given = planPaste(target(rowsOf([{ company: '甲' }, {}]), { rowsGiven: true }), { over: { row: 1, column: 1 } }, [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(given).toMatchObject({ height: 1, added: 0, droppedRows: 1, droppedColumns: 1 });
    const full = planPaste(target(rowsOf([{ company: '甲' }]), { maxRows: 2 }), { atEndOf: undefined }, [['乙'], ['丙']]);
    expect(full).toMatchObject({ height: 1, added: 1, droppedRows: 1 });
  });

  test('leaves out a copied head', () => {
    const plan = planPaste(target([]), { atEndOf: undefined }, [
      ['企业名称', '主营业务收入'],
      ['甲', '1'],
    ]);
    expect(plan.headerSkipped).toBe(true);
    expect(valuesOf(plan.rows)).toEqual([{ company: '甲', revenue: 1 }]);
  });
});

type Step = { readonly kind: 'set' | 'insert' | 'remove' | 'fill' | 'clear' | 'type'; readonly row: number; readonly column: number; readonly value: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'fill', 'clear', 'type'),
  row: fc.nat(5),
  column: fc.nat(2),
  value: fc.nat(9),
});

function perform(rows: Rows, { kind, row, column, value }: Step): Rows {
  const bounds = { top: Math.min(row, 2), bottom: row, left: 0, right: column };
  switch (kind) {
    case 'insert':
      return insertRows(rows, Math.min(row, rows.length), [{ id: 100 + value, values: {} }]);
    case 'remove':
      return removeRows(rows, row, row);
    case 'fill':
      return fillDown(rows, bounds, keys);
    case 'clear':
      return clearCells(rows, bounds, keys);
    default:
      return setCell(rows, row, keys[column] ?? '', value);
  }
}

describe('undo', () => {
  const start = rowsOf([{ company: '甲' }, { company: '乙', revenue: 3 }, {}]);

  test('after any sequence of edits, undoing them all restores the table, and redoing them all brings them back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let history: History<Rows> = begin(start);
        for (const one of steps) history = record(history, perform(history.present, one), one.kind === 'type' ? `cell ${one.row}` : undefined);
        const end = history.present;
        const changes = history.past.length;
        for (let n = 0; n < changes; n += 1) history = undo(history);
        expect(history.present).toBe(start);
        expect(undo(history)).toBe(history);
        for (let n = 0; n < changes; n += 1) history = redo(history);
        expect(history.present).toBe(end);
        expect(redo(history)).toBe(history);
      }),
    );
  });

  test('typing into one cell is one step, and a new step after it was left', () => {
    let history = begin(start);
    for (const value of ['北', '北京', '北京甲']) history = record(history, setCell(history.present, 0, 'company', value), 'cell 0');
    expect(undo(history).present).toBe(start);
    history = record(settle(history), setCell(history.present, 0, 'company', '南京'), 'cell 0');
    expect(undo(history).present[0]?.values).toEqual({ company: '北京甲' });
  });
});
