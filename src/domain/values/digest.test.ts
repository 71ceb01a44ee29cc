import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/values/canonical.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { utf8 } from '#domain/values/utf8.ts';

describe('sm3', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
    ['', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
  ])('of “%s” is the value of the standard', (text, digest) => {
    expect(sm3(utf8(text))).toBe(digest);
  });

  it('is what OpenSSL computes, whatever the length and wherever the bytes lie in their buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 40 }), (bytes, from) => {
        const part = bytes.subarray(from);
        expect(sm3(part)).toBe(createHash('sm3').update(part).digest('hex'));
      }),
    );
  });
});

describe('utf8', () => {
  it('is what Node encodes, outside the basic plane too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'));
      }),
    );
  });

  it('refuses a lone surrogate, which has no encoding', () => {
    expect(() => utf8('a\ud800')).toThrow('surrogate');
  });
});

describe('canonical JSON', () => {
  it('is that of RFC 8785: keys by code units, numbers and strings as ECMAScript writes them', () => {
    expect(canonicalJson({ '\u20ac': 1, a: [56.0, 1e21, 4.5, 2e-3, null, true], '\ud83d\ude00': '\u000f\n"', '\ufb33': {} })).toBe(
      '{"a":[56,1e+21,4.5,0.002,null,true],"\u20ac":1,"\ud83d\ude00":"\\u000f\\n\\"","\ufb33":{}}',
    );
  });

  it('keeps text as it stands, composed or not', () => {
    expect(canonicalJson('A\u030a')).toBe('"A\u030a"');
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('NaN');
    expect(() => canonicalJson('\ud800')).toThrow('surrogate');
  });
});

describe('a content digest', () => {
  it('is the SM3 of the canonical JSON and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 6 }), fc.integer()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).toReversed());
        const bytes = createHash('sm3').update(canonicalJson(content), 'utf8').digest('hex');
        expect([contentDigest(content), contentDigest(turned)]).toEqual([bytes, bytes]);
      }),
    );
  });
});
