import { explainMoney } from '#domain/filing/money-caps.ts';
import { allowedByShare, askedOfZone, publicMoney } from '#domain/filing/project-money.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';

/** One change of one amount after which no limit of G3.5 that must hold is broken any more. Minor units. */
export interface MoneyWay {
  readonly field: 'province' | 'zone' | 'newTotal';
  readonly to: number;
  /** to − what stands there now. */
  readonly by: number;
}

/**
 * How a project that asks too much can be mended, one amount at a time; empty while nothing is too much. Asking for less helps
 * unless the local money alone is over the share; more money of the zone only where its match is all that is wrong; a larger
 * investment only where the share is.
 */
export function waysToMend(edition: Edition, money: BlockAnswers, inside: boolean): readonly MoneyWay[] {
  const { asked, caps, binding } = explainMoney(edition, money, inside);
  if (asked === undefined || binding?.margin === undefined || binding.margin >= 0) return [];
  const amount = (key: string): number | undefined => {
    const value = money[key];
    return typeof value === 'number' ? value : undefined;
  };
  const ways: MoneyWay[] = [];
  const holds = (changed: BlockAnswers): boolean =>
    explainMoney(edition, { ...money, ...changed }, inside).caps.every((cap) => cap.margin !== undefined && cap.margin >= 0);
  const [zone, newTotal] = [amount('zone'), amount('newTotal')];
  const local = (zone ?? 0) + (amount('otherLocal') ?? 0);
  if (newTotal === undefined || local <= allowedByShare(newTotal, edition.parameters.publicShare)) {
    ways.push({ field: 'province', to: binding.allowed, by: binding.allowed - asked });
  }
  if (zone !== undefined && caps.some((cap) => cap.key === 'match' && (cap.margin ?? 0) < 0)) {
    const to = askedOfZone(asked, edition.parameters.matchRatio);
    if (holds({ zone: to })) ways.push({ field: 'zone', to, by: to - zone });
  }
  if (newTotal !== undefined && caps.some((cap) => cap.key === 'share' && (cap.margin ?? 0) < 0)) {
    const { numerator, denominator } = edition.parameters.publicShare;
    const given = publicMoney({ province: asked, zone, otherLocal: amount('otherLocal'), newTotal }) ?? 0;
    const to = Math.ceil((given * denominator) / numerator);
    if (holds({ newTotal: to })) ways.push({ field: 'newTotal', to, by: to - newTotal });
  }
  return ways;
}
