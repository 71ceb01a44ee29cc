import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyUnit } from '#domain/forms/definition.ts';
import { formatMoney, parseMoney, roundMoney } from '#domain/values/money.ts';

const units = ['wanYuan', 'yiYuan', 'wanDollar'] as const;

describe('an amount', () => {
  it.each(units)('in %s is read back from how it is shown, to the minor unit', (unit) => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.boolean(), fc.nat({ max: 2 }), (minor, grouped, decimals) => {
        expect(parseMoney(formatMoney(minor, unit, { grouped, decimals }), unit)).toBe(minor);
      }),
    );
  });

  it.each<[string, MoneyUnit, number]>([
    ['500', 'wanYuan', 500_000_000],
    ['500万元', 'wanYuan', 500_000_000],
    ['５００', 'wanYuan', 500_000_000],
    ['５，０００．５万', 'wanYuan', 5_000_500_000],
    ['1,234.5 亿', 'yiYuan', 12_345_000_000_000],
    ['1,234.5 亿', 'wanYuan', 12_345_000_000_000],
    ['5000000元', 'wanYuan', 500_000_000],
    ['0.000001', 'wanYuan', 1],
    ['.5', 'wanYuan', 500_000],
    ['5.', 'wanYuan', 5_000_000],
    ['-3', 'wanYuan', -3_000_000],
    ['-0', 'wanYuan', 0],
    ['12.50万美元', 'wanDollar', 12_500_000],
    ['0.1', 'yiYuan', 1_000_000_000],
  ])('%s in %s is %d', (text, unit, minor) => {
    expect(parseMoney(text, unit)).toBe(minor);
  });

  it.each<[string, MoneyUnit]>([
    ['', 'wanYuan'],
    ['.', 'wanYuan'],
    ['-', 'wanYuan'],
    ['万元', 'wanYuan'],
    ['abc', 'wanYuan'],
    ['1,23', 'wanYuan'],
    ['1e3', 'wanYuan'],
    ['0.0000001', 'wanYuan'],
    ['0.001元', 'wanYuan'],
    ['5万美元', 'wanYuan'],
    ['5万元', 'wanDollar'],
    ['9007199255', 'wanYuan'],
    ['1 2万3', 'wanYuan'],
  ])('“%s” in %s is none', (text, unit) => {
    expect(parseMoney(text, unit)).toBeUndefined();
  });

  it('is shown exactly, grouped, with at least the decimals asked for', () => {
    expect(formatMoney(3_000_000_000, 'wanYuan', { grouped: true })).toBe('3,000');
    expect(formatMoney(3_000_000_000, 'wanYuan', { grouped: true, decimals: 2 })).toBe('3,000.00');
    expect(formatMoney(1_234_567, 'wanYuan')).toBe('1.234567');
    expect(formatMoney(-5_000_000, 'wanYuan', { decimals: 2 })).toBe('-5.00');
    expect(formatMoney(0, 'yiYuan')).toBe('0');
  });

  it('that was divided is rounded to two decimals of its unit, down or up', () => {
    expect(roundMoney(3_333_333_333, 'wanYuan', 'down')).toBe(3_333_330_000);
    expect(roundMoney(3_333_333_333, 'wanYuan', 'up')).toBe(3_333_340_000);
  });
});
