import { expect, test } from 'vitest';
import { resolveYears } from './resolve-years.ts';

test('years are put in however deep they stand, with their offset', () => {
  expect(resolveYears({ a: '{Y}年', b: [{ c: '{Y-1}至{Y+3}' }], d: ['{Y+10}'] }, 2022)).toEqual({ a: '2022年', b: [{ c: '2021至2025' }], d: ['2032'] });
});

test('other placeholders, keys and values that are no text stand as they are', () => {
  const value = { '{Y}': '{param:Year} {n} {Y-} {y}', b: 7, c: true, d: null, e: [] };
  expect(resolveYears(value, 2022)).toEqual(value);
});
