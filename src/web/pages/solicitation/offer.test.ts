import { describe, expect, test } from 'vitest';
import { missingIn, noOffer, readOffer } from './offer.ts';
import { fromBeijing, toBeijing } from './terms-time.ts';
import { readTerms } from './use-terms.ts';

const whole = { title: '双特异性抗体规模化制备', summary: '已完成中试', asked: '480.00', inside: 'yes' } as const;

describe('an answer to a solicitation', () => {
  test('can be sent once every part is there, an amount of 0 included', () => {
    expect(missingIn(whole)).toEqual([]);
    expect(missingIn({ ...whole, asked: '0' })).toEqual([]);
    expect(missingIn(noOffer)).toEqual(['title', 'summary', 'asked', 'inside']);
    expect(missingIn({ ...whole, asked: '约五百' })).toEqual(['asked']);
    expect(missingIn({ ...whole, title: '　 ' })).toEqual(['title']);
  });

  test('comes back from this computer as it was typed, and nothing else does', () => {
    expect(readOffer(structuredClone(whole))).toEqual(whole);
    for (const other of [undefined, null, 'text', {}, { ...whole, title: 1 }]) expect(readOffer(other)).toBeUndefined();
  });
});

describe('the terms of a solicitation', () => {
  test('show their end in Beijing time, and take it back to the same instant', () => {
    expect(fromBeijing('2022-03-18T17:30')).toBe('2022-03-18T17:30:00+08:00');
    expect(toBeijing('2022-03-18T09:30:00.000Z')).toBe('2022-03-18T17:30');
    expect(fromBeijing('')).toBeNull();
  });

  test('come back from this computer as they were typed, and nothing else does', () => {
    const terms = { title: '征集', text: '条件', until: null, industries: ['4.1'], contact: '薛映川', phone: '0523-1' };
    expect(readTerms(structuredClone(terms))).toEqual(terms);
    for (const other of [undefined, [], { ...terms, industries: 'all' }]) expect(readTerms(other)).toBeUndefined();
  });
});
