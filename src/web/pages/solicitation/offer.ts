import { parseMoney } from '#domain/values/money.ts';

/** An answer as it is typed: the amount as text in 万元, the place once it is chosen. A type alias is JSON, as what is kept is. */
export type OfferTyped = {
  readonly title: string;
  readonly summary: string;
  readonly asked: string;
  readonly inside: 'yes' | 'no' | '';
};

export const noOffer: OfferTyped = { title: '', summary: '', asked: '', inside: '' };
export const titleLimit = 80;
export const summaryLimit = 2000;

/** Fields that cannot be sent as they are, in the form's order. */
export function missingIn({ title, summary, asked, inside }: OfferTyped): readonly (keyof OfferTyped)[] {
  const missing: (keyof OfferTyped)[] = [];
  if (title.trim() === '') missing.push('title');
  if (summary.trim() === '') missing.push('summary');
  const amount = asked.trim() === '' ? undefined : parseMoney(asked, 'wanYuan');
  if (amount === undefined || amount < 0) missing.push('asked');
  if (inside === '') missing.push('inside');
  return missing;
}

/** What an earlier visit kept; undefined for anything else. */
export function readOffer(kept: unknown): OfferTyped | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  if (!('title' in kept && 'summary' in kept && 'asked' in kept && 'inside' in kept)) return undefined;
  const { title, summary, asked, inside } = kept;
  if (typeof title !== 'string' || typeof summary !== 'string' || typeof asked !== 'string') return undefined;
  return { title, summary, asked, inside: inside === 'yes' || inside === 'no' ? inside : '' };
}
