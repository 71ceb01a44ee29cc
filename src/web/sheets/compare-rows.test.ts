import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TableField } from '#domain/forms/definition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { compareRows, importedRows } from './compare-rows.ts';

const table: TableField = {
  key: 'rows',
  kind: 'table',
  label: '企业',
  rowKey: 'name',
  maxRows: 50,
  columns: [
    { key: 'name', kind: 'text', label: '名称', maxLength: 20 },
    { key: 'firms', kind: 'count', unit: '家', label: '数' },
  ],
};
const row = fc.record({ name: fc.constantFrom('甲', '乙', '丙', ''), firms: fc.nat({ max: 3 }) }) as fc.Arbitrary<JsonObject>;
const rows = fc.array(row, { maxLength: 8 });

test('a file that says what stands changes nothing', () => {
  fc.assert(
    fc.property(rows, (standing) => {
      const copy = structuredClone(standing);
      expect(compareRows(table, standing, copy)).toEqual({ added: [], changed: [], removed: [], same: standing.length });
    }),
  );
});

test('every row of both sides is accounted for once', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const { added, changed, removed, same } = compareRows(table, before, after);
      expect(added.length + changed.length + same).toBe(after.length);
      expect(removed.length + changed.length + same).toBe(before.length);
    }),
  );
});

test('kept rows are all there afterwards, and without keeping the table is the file', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      expect(importedRows(table, before, after, false)).toEqual(after);
      const kept = importedRows(table, before, after, true);
      const names = (list: readonly JsonObject[]) => new Set(list.map((one) => one['name']));
      expect(names(kept)).toEqual(new Set([...names(before), ...names(after)]));
    }),
  );
});

test('a change names the columns that differ', () => {
  const [change] = compareRows(table, [{ name: '甲', firms: 1 }], [{ name: '甲', firms: 2 }]).changed;
  expect(change?.columns).toEqual(['firms']);
});
