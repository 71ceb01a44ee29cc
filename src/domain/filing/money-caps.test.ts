import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/filing/check.ts';
import { explainMoney } from '#domain/filing/money-caps.ts';
import { emptyPlan, rule, smallEdition } from '#domain/filing/small-edition.test-support.ts';

const wan = 1_000_000;
const edition = smallEdition(
  rule({ kind: 'cap', path: 'proposal.money.province', parameter: 'provinceCapFen' }, { id: 'perProject' }),
  rule({ kind: 'match' }, { id: 'match' }),
  rule({ kind: 'publicShare' }, { id: 'share' }),
);

describe('the money of a project', () => {
  it('is bound by the cap with the least room', () => {
    const money = { province: 500 * wan, zone: 480 * wan, otherLocal: 100 * wan, newTotal: 3000 * wan };
    const { caps, binding } = explainMoney(edition, money, true);
    expect(caps.map(({ key, allowed, margin }) => [key, allowed / wan, (margin ?? 0) / wan])).toEqual([
      ['perProject', 500, 0],
      ['match', 480, -20],
      ['share', 420, -80],
    ]);
    expect(binding?.key).toBe('share');
  });

  it('outside the zone needs no match', () => {
    expect(explainMoney(edition, { province: wan, zone: 0 }, false).caps.map(({ key }) => key)).toEqual(['perProject']);
  });

  it('is explained while it is being filled in', () => {
    expect(explainMoney(edition, {}, true)).toEqual({
      asked: undefined,
      caps: [{ key: 'perProject', severity: 'principle', allowed: 500 * wan, margin: undefined }],
      binding: { key: 'perProject', severity: 'principle', allowed: 500 * wan, margin: undefined },
    });
  });

  it('is beyond a cap exactly where the check says so', () => {
    const amount = fc.nat({ max: 700 }).map((value) => value * wan);
    const total = fc.nat({ max: 4000 * wan });
    fc.assert(
      fc.property(amount, amount, amount, total, fc.boolean(), (province, zone, otherLocal, newTotal, inside) => {
        const money = { province, zone, otherLocal, newTotal };
        const plan = { ...emptyPlan, projects: [{ summary: { location: inside ? '区内' : '区外' }, money }] };
        const caps = explainMoney(edition, money, inside).caps.filter(({ allowed }) => allowed > 0);
        const broken = new Set(check(edition, plan, 'submit', {}).map((problem) => problem.rule));
        // Where nothing is allowed, local money alone may be beyond the share: the check then says so of any province money.
        expect(caps.filter(({ margin = 0 }) => margin < 0)).toEqual(caps.filter(({ key }) => broken.has(key)));
      }),
    );
  });
});
