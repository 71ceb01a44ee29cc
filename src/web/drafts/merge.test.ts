import { describe, expect, test } from 'vitest';
import { bothOf, differences, merged } from './merge.ts';

describe('two texts of one block', () => {
  const was = { a: '1', b: '1', c: '1', d: '1' };
  const mine = { a: '2', b: '1', c: '3', d: '1' };
  const theirs = { a: '1', b: '2', c: '4', d: '1' };

  test('only fields that differ are shown, in the order of the form; where one side left a field alone the other is suggested', () => {
    expect(differences(['c', 'b', 'a', 'd'], was, mine, theirs)).toEqual([
      { field: 'c', mine: '3', theirs: '4' },
      { field: 'b', mine: '1', theirs: '2', suggested: 'theirs' },
      { field: 'a', mine: '2', theirs: '1', suggested: 'mine' },
    ]);
  });

  test('a note or any other field outside the form is shown too', () => {
    expect(differences(['a'], {}, { notes: { R15: { justification: '甲' } } }, {})).toEqual([
      { field: 'notes', mine: { R15: { justification: '甲' } }, theirs: null, suggested: 'mine' },
    ]);
  });

  test('the chosen values go into the block', () => {
    expect(merged(mine, { c: '4', b: '2' })).toEqual({ a: '2', b: '2', c: '4', d: '1' });
  });

  test('both can be kept where they are texts or rows, not where they are numbers', () => {
    expect(bothOf('甲', '乙')).toBe('甲\n乙');
    expect(bothOf('', '乙')).toBe('乙');
    expect(bothOf([{ n: 1 }, { n: 2 }], [{ n: 2 }, { n: 3 }])).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(bothOf(1, 2)).toBeUndefined();
  });
});
