import { expect, test } from 'vitest';
import { covers, unprintable } from './coverage.ts';

test('rare characters of names that the fonts have are printable', () => {
  expect(unprintable('陈䶮、𬭎、㛃、堃，Ⅲ期“十四五”①%℃α－')).toEqual([]);
});

test('characters that no font has are named once each, in order', () => {
  expect(unprintable('甲𪚥乙😀丙𪚥')).toEqual(['𪚥', '😀']);
});

test('line ends and tabs are laid out, other controls are not printable', () => {
  expect(unprintable('一\n二\r\n三\t四')).toEqual([]);
  expect(unprintable('一\u0007二')).toEqual(['\u0007']);
});

test('the drawn boxes are no part of what may be typed', () => {
  expect(covers('☑'.codePointAt(0) ?? 0)).toBe(false);
  expect(covers('字'.codePointAt(0) ?? 0)).toBe(true);
});
