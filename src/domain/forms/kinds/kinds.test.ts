import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rightValue } from '#domain/forms/arbitrary.test-support.ts';
import type { FieldDef } from '#domain/forms/definition.ts';
import { everyKind, scalars, words } from '#domain/forms/every-kind.test-support.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Json } from '#domain/values/json.ts';

function field(key: string): FieldDef {
  const found = [...scalars, ...everyKind.blocks.flatMap((block) => block.fields)].find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

describe.each(scalars.map((one) => [`${one.kind} ${one.key}`, one] as const))('%s', (_, one) => {
  it('reads back what it shows', () => {
    fc.assert(
      fc.property(rightValue(one, words.codeLists), (value) => {
        const kind = kindOf(one);
        expect(kind.parse(kind.display(value, words), words)).toEqual({ value });
      }),
    );
  });

  it('finds nothing wrong with a right value, stores it, and leaves it as it is', () => {
    fc.assert(
      fc.property(rightValue(one, words.codeLists), (value) => {
        const kind = kindOf(one);
        expect([kind.faults(value, words.codeLists), kind.fits(value), kind.normal(value)]).toEqual([[], true, value]);
      }),
    );
  });

  it('reads blank text as unfilled', () => {
    expect(kindOf(one).parse(' \u3000', words)).toEqual({ value: undefined });
  });

  it('never loses what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '?'), minLength: 1, maxLength: 20 }), (text) => {
        const { value } = kindOf(one).parse(text, words);
        expect(value === undefined ? '' : kindOf(one).display(value, words)).toContain(text);
        expect(value !== undefined && kindOf(one).fits(value)).toBe(true);
      }),
    );
  });
});

describe('what people type and paste', () => {
  it.each<[string, string, Json]>([
    ['firms', '１，２３４家', 1234],
    ['firms', ' 0012 ', 12],
    ['share', '18.6%', 18.6],
    ['revenue', '500万元', 500_000_000],
    ['output', '1,234.5 亿', 12_345_000_000_000],
    ['listed', '是', true],
    ['listed', '√', true],
    ['listed', '×', false],
    ['level', '国际 先进', '国际先进'],
    ['groups', '市场同向,技术相关', ['技术相关', '市场同向']],
    ['industry', '4.1', '4.1'],
    ['industry', '生物医药产业', '4.1'],
    ['start', '2022年3月1日', '2022-03-01'],
    ['start', '2022.3.1', '2022-03-01'],
    ['start', '20220301', '2022-03-01'],
    ['name', ' 泰州\n甲公司 ', '泰州 甲公司'],
  ])('%s %s', (key, text, value) => {
    expect(kindOf(field(key)).parse(text, words)).toEqual({ value });
  });

  it.each([
    ['firms', '约三百'],
    ['firms', '1,23'],
    ['revenue', '12abc'],
    ['start', '2022-02-30'],
    ['level', '一般'],
    ['listed', '也许'],
    ['industry', '9.9'],
  ])('%s “%s” is kept as typed, as a fault', (key, text) => {
    const parsed = kindOf(field(key)).parse(text, words);
    expect(parsed).toEqual({ value: { typed: text }, fault: 'unreadable' });
    expect(kindOf(field(key)).faults(parsed.value ?? null, words.codeLists)).toEqual([{ code: 'unreadable', found: text }]);
  });

  it('a table reads a rectangle copied from a spreadsheet, and keeps the cell that it cannot read', () => {
    const table = field('rows');
    const text = '甲\t\t3\t5\n乙\t\t多\t6\n';
    expect(kindOf(table).parse(text, words)).toEqual({
      value: [
        { name: '甲', firms: 3, share: 5 },
        { name: '乙', firms: { typed: '多' }, share: 6 },
      ],
      fault: 'unreadable',
    });
  });
});

describe('what is wrong with a value', () => {
  it.each<[string, Json, string]>([
    ['name', '长'.repeat(21), 'tooLong'],
    ['name', '甲\u200b乙', 'badCharacter'],
    ['firms', -1, 'negative'],
    ['firms', 1.5, 'notWhole'],
    ['share', 100.01, 'tooLarge'],
    ['share', 1.234, 'tooManyDecimals'],
    ['revenue', -5, 'negative'],
    ['level', '省内领先', 'notAnOption'],
    ['groups', ['技术相关', '别的'], 'notAnOption'],
    ['industry', '4.9', 'notACode'],
    ['industry', '4', 'wrongLevel'],
    ['start', '2022-13-01', 'unreadable'],
    ['rows', Array.from({ length: 9 }, () => ({ name: '甲' })), 'tooManyRows'],
  ])('%s %j is %s', (key, value, code) => {
    expect(
      kindOf(field(key))
        .faults(value, words.codeLists)
        .map((fault) => fault.code),
    ).toEqual([code]);
  });

  it('names an invisible character by its code point', () => {
    expect(kindOf(field('name')).faults('甲\u200b', words.codeLists)).toEqual([{ code: 'badCharacter', found: 'U+200B' }]);
  });

  it('counts characters, not code units', () => {
    expect(kindOf(field('name')).faults('𬭎'.repeat(20), words.codeLists)).toEqual([]);
  });
});

describe('what does not fit', () => {
  it('a text beyond what a draft may hold', () => {
    expect([2000, 2001].map((length) => kindOf(field('name')).fits('长'.repeat(length)))).toEqual([true, false]);
  });

  it.each<[string, Json]>([
    ['name', 3],
    ['firms', '3'],
    ['firms', { typed: '3', more: 1 }],
    ['revenue', 0.5],
    ['listed', '是'],
    ['groups', '技术相关'],
    ['rows', [{ unknown: 1 }]],
    ['rows', ['甲']],
    ['total', 5],
  ])('%s %j', (key, value) => {
    expect(kindOf(field(key)).fits(value)).toBe(false);
  });
});
