import { expect, test } from 'vitest';
import { isPrintable, unprintable } from '#domain/values/printable.ts';
import { covers } from './coverage.test-support.ts';

test('what the domain calls printable is what the fonts have, for every code point', () => {
  const wrong: number[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) if (isPrintable(point) !== covers(point)) wrong.push(point);
  expect(wrong).toEqual([]);
});

test('rare characters of names that the fonts have are printable', () => {
  expect(unprintable('陈䶮、𬭎、㛃、堃，Ⅲ期“十四五”①%℃α－')).toEqual([]);
});

test('characters that no font has are named once each, in order', () => {
  expect(unprintable('甲𪚥乙😀丙𪚥☑')).toEqual(['𪚥', '😀', '☑']);
});

test('line ends and tabs are laid out, other controls are not printable', () => {
  expect(unprintable('一\n二\r\n三\t四')).toEqual([]);
  expect(unprintable('一\u0007二')).toEqual(['\u0007']);
});
