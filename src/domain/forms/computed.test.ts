import { describe, expect, it } from 'vitest';
import { computedValue, displayComputed } from '#domain/forms/computed.ts';
import type { BlockAnswers, ComputedField, TextField } from '#domain/forms/definition.ts';
import { words } from '#domain/forms/every-kind.test-support.ts';
import { neededPlaces } from '#domain/forms/needed.ts';
import { visibleFields } from '#domain/forms/visibility.ts';

const base = { key: 'total', kind: 'computed', label: '合计', show: { money: 'wanYuan' } } as const;
const column: ComputedField = { ...base, of: { sum: 'rows', column: 'revenue' } };
const fields: ComputedField = { ...base, of: { sumFields: ['own', 'social'] } };
const rows: ComputedField = { ...base, of: { rows: 'rows' }, show: { count: '家' } };

describe('a computed value', () => {
  it.each<[string, ComputedField, BlockAnswers, number | undefined, string]>([
    [
      'adds a column, leaving out what is unfilled or unreadable',
      column,
      { rows: [{ revenue: 1_500_000 }, {}, { revenue: { typed: 'x' } }] },
      1_500_000,
      '1.50 万元',
    ],
    ['adds fields, in whole fen', fields, { own: 100_000, social: 200_000 }, 300_000, '0.30 万元'],
    ['counts rows', rows, { rows: [{}, {}] }, 2, '2 家'],
    ['counts no rows as none', rows, {}, 0, '0 家'],
    ['is nothing where nothing is to be added', column, { rows: [{}] }, undefined, ''],
  ])('%s', (_, field, block, value, shown) => {
    expect(computedValue(field, block)).toBe(value);
    expect(displayComputed(field, block, words.units)).toBe(shown);
  });
});

describe('a field that hangs on another', () => {
  const text = (key: string, on?: string, is: string | boolean = true): TextField => ({
    key,
    kind: 'text',
    label: key,
    maxLength: 9,
    ...(on !== undefined && { visibleWhen: { field: on, is } }),
  });
  const chain = [text('a'), text('b', 'a', 'x'), text('c', 'b', 'y')];
  const shown = (answers: BlockAnswers): readonly string[] => visibleFields(chain, answers).map(({ key }) => key);

  it('is shown only while that one has its value and is shown itself', () => {
    expect(shown({})).toEqual(['a']);
    expect(shown({ a: 'x' })).toEqual(['a', 'b']);
    expect(shown({ a: 'x', b: 'y' })).toEqual(['a', 'b', 'c']);
    expect(shown({ a: 'z', b: 'y' })).toEqual(['a']);
  });

  it('is needed only while it is shown', () => {
    const needed = (answers: BlockAnswers): readonly string[] =>
      neededPlaces({ key: 'block', title: '', fields: chain }, answers, '/form/block').map(({ pointer }) => pointer);
    expect(needed({ a: 'z' })).toEqual(['/form/block/a']);
    expect(needed({ a: 'x' })).toEqual(['/form/block/a', '/form/block/b']);
  });
});
