import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPointer, isWithin, parsePointer, valueAt } from '#domain/values/pointer.ts';
import { forbiddenCharacter, lengthOf, normaliseText } from '#domain/values/text.ts';

describe('text', () => {
  it.each([
    ['a zero-width space', '甲\u200b乙', 1],
    ['a bidi override', '\u202e甲', 0],
    ['a control', '甲乙\u0007', 2],
    ['a byte order mark', '\ufeff甲', 0],
    ['a soft hyphen', '甲\u00ad', 1],
    ['a private character', '䶮\ue000', 1],
    ['a noncharacter', '甲\ufdd0', 1],
    ['a lone surrogate', '甲\ud83d', 1],
    ['a tag', '𬭎\u{e0041}', 2],
  ])('may not hold %s', (_, text, at) => {
    expect(forbiddenCharacter(text)?.at).toBe(at);
  });

  it('may hold line feeds, rare characters and full-width forms', () => {
    expect(forbiddenCharacter('陈䶮\n堃禾源　Ａ，。“”①Å')).toBeUndefined();
  });

  it('may hold only what the paper can print, where that is known', () => {
    expect(forbiddenCharacter('甲\n𪚥')).toEqual({ at: 2, character: '𪚥' });
    expect(forbiddenCharacter('甲\n乙')).toBeUndefined();
  });

  it('is brought to one form, once and for all', () => {
    expect(normaliseText('A\u030a\r\n乙\t丙\r丁')).toBe('Å\n乙 丙\n丁');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });

  it('is as long as a person counts', () => {
    expect(lengthOf('甲𬭎b')).toBe(3);
  });
});

describe('a pointer', () => {
  it('is read back from how it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '~', '/', '0', '1', '甲') })), (tokens) => {
        expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
      }),
    );
  });

  it.each([
    ['', { a: [1, { 'b/c': null }] }],
    ['/a/0', 1],
    ['/a/1/b~1c', null],
    ['/a/01', undefined],
    ['/a/-', undefined],
    ['/a/length', undefined],
    ['/toString', undefined],
    ['a', undefined],
    ['/a~2', undefined],
  ])('“%s” finds %j', (pointer, value) => {
    expect(valueAt({ a: [1, { 'b/c': null }] }, pointer)).toEqual(value);
  });

  it('lies within another at whole tokens only', () => {
    expect([isWithin('/form/a', '/form/a'), isWithin('/form/a/0', '/form/a'), isWithin('/form/ab', '/form/a')]).toEqual([true, true, false]);
  });
});
