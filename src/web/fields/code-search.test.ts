import { describe, expect, test } from 'vitest';
import { searchCodes } from './code-search.ts';

const list = [
  { code: '4', name: '生物产业', level: 1 },
  { code: '4.1', name: '生物医药产业', level: 2, parent: '4' },
  { code: '4.1.1', name: '生物药品制品制造', level: 3, parent: '4.1' },
  { code: '4.2', name: '生物医学工程产业', level: 2, parent: '4' },
  { code: '1.4', name: '互联网', level: 2 },
];
const codes = (words: string, level?: number, limit = 9) => searchCodes(list, level, words, limit).map((match) => match.item.code);

describe('searching a code list', () => {
  test('by name, by the beginning of the code, by the name of what an item belongs to', () => {
    expect(codes('医药', 2)).toEqual(['4.1']);
    expect(codes('4.', 2)).toEqual(['4.1', '4.2']);
    expect(codes('医药 制品')).toEqual(['4.1.1']);
  });

  test('only the level that may be chosen, with full-width digits, and all of them for nothing typed', () => {
    expect(codes('４.1')).toEqual(['4.1', '4.1.1']);
    expect(codes('', 2)).toEqual(['4.1', '4.2', '1.4']);
    expect(codes('', 2, 2)).toEqual(['4.1', '4.2']);
    expect(codes('没有的', 2)).toEqual([]);
  });

  test('says what an item belongs to', () => {
    expect(searchCodes(list, 3, '', 1)[0]?.within).toEqual(['生物产业', '生物医药产业']);
  });
});
