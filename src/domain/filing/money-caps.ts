import { isObject } from '#domain/forms/answers.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { allowedByMatch, allowedByShare } from '#domain/filing/project-money.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Severity } from '#domain/values/problem.ts';

/** One of the three limits on a project's province money (G3.5). Minor units. */
export interface MoneyCap {
  /** `perProject`: the call's cap (R39). `match`: the zone's own money (R40). `share`: a third of the new investment (R41). */
  readonly key: 'perProject' | 'match' | 'share';
  readonly severity: Extract<Severity, 'must' | 'principle'>;
  /** The most the province may give under this cap alone; never below 0. */
  readonly allowed: number;
  /** allowed − asked: below 0 is how much too much is asked. Undefined while nothing is asked. */
  readonly margin: number | undefined;
}

export interface MoneyExplained {
  readonly asked: number | undefined;
  /** The caps that apply and whose figures are filled: outside the zone no match is asked. */
  readonly caps: readonly MoneyCap[];
  /** The cap with the least room; the first of several alike. */
  readonly binding: MoneyCap | undefined;
}

/** What a project may ask of the province, from the answers of its money block, and which limit decides it. */
export function explainMoney(edition: Edition, money: BlockAnswers, inside: boolean): MoneyExplained {
  const { provinceCapFen, matchRatio, publicShare } = edition.parameters;
  const amount = (key: string): number | undefined => {
    const value = isObject(money) && Object.hasOwn(money, key) ? money[key] : undefined;
    return typeof value === 'number' ? value : undefined;
  };
  const [asked, zone, newTotal] = [amount('province'), amount('zone'), amount('newTotal')];
  const local = (zone ?? 0) + (amount('otherLocal') ?? 0);
  const caps: MoneyCap[] = [];
  const add = (key: MoneyCap['key'], severity: MoneyCap['severity'], limit: number): void => {
    const allowed = Math.max(0, limit);
    caps.push({ key, severity, allowed, margin: asked === undefined ? undefined : allowed - asked });
  };
  add('perProject', 'principle', provinceCapFen);
  if (inside && zone !== undefined) add('match', 'must', allowedByMatch(zone, matchRatio));
  if (newTotal !== undefined) add('share', 'must', allowedByShare(newTotal, publicShare) - local);
  const binding = caps.reduce<MoneyCap | undefined>((least, cap) => (least === undefined || cap.allowed < least.allowed ? cap : least), undefined);
  return { asked, caps, binding };
}
