import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainMoney } from '#domain/filing/money-caps.ts';
import { waysToMend } from '#domain/filing/money-ways.ts';
import { smallEdition } from '#domain/filing/small-edition.test-support.ts';

const wan = 1_000_000;
const edition = smallEdition();
const inWan = (money: Record<string, number>, inside = true) =>
  waysToMend(edition, Object.fromEntries(Object.entries(money).map(([key, value]) => [key, value * wan])), inside).map(({ field, to, by }) => [
    field,
    to / wan,
    by / wan,
  ]);

describe('ways to mend a project that asks too much', () => {
  it('asks for less, or has the zone give more, where only the match is broken', () => {
    expect(inWan({ province: 500, zone: 480, otherLocal: 0, newTotal: 3200 })).toEqual([
      ['province', 480, -20],
      ['zone', 500, 20],
    ]);
  });

  it('asks for less, or invests more, where the share is broken', () => {
    expect(inWan({ province: 500, zone: 500, otherLocal: 100, newTotal: 3000 })).toEqual([
      ['province', 400, -100],
      ['newTotal', 3300, 300],
    ]);
  });

  it('does not offer more of the zone where that would break the share', () => {
    expect(inWan({ province: 500, zone: 480, otherLocal: 0, newTotal: 2950 })).toEqual([['province', 480, -20]]);
  });

  it('does not say that asking for less is enough where the local money alone is too much', () => {
    expect(inWan({ province: 500, zone: 700, otherLocal: 600, newTotal: 3000 })).toEqual([['newTotal', 5400, 2400]]);
  });

  it('has nothing to say while nothing is too much, or nothing is asked', () => {
    expect(inWan({ province: 480, zone: 480, otherLocal: 0, newTotal: 3200 })).toEqual([]);
    expect(inWan({ zone: 480, newTotal: 3200 })).toEqual([]);
  });

  it('never offers a way that leaves a limit broken', () => {
    const amount = fc.integer({ min: 0, max: 2_000 * wan });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 0, max: 9_000 * wan }), fc.boolean(), (province, zone, otherLocal, newTotal, inside) => {
        const money = { province, zone, otherLocal, newTotal };
        for (const { field, to, by } of waysToMend(edition, money, inside)) {
          expect(to - money[field]).toBe(by);
          const mended = { ...money, [field]: to };
          for (const cap of explainMoney(edition, mended, inside).caps) expect(cap.margin).toBeGreaterThanOrEqual(0);
          expect(3 * (mended.province + mended.zone + mended.otherLocal)).toBeLessThanOrEqual(mended.newTotal);
        }
      }),
    );
  });
});
