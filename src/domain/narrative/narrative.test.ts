import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { section } from '#domain/narrative/arbitrary.test-support.ts';
import { narrativeFaults } from '#domain/narrative/faults.ts';
import { countMatches, replaceAll } from '#domain/narrative/find.ts';
import { hunksOf, mergedSection } from '#domain/narrative/hunks.ts';
import { normaliseNarrative } from '#domain/narrative/normal.ts';
import { countWords, isBlankNarrative, narrativeText } from '#domain/narrative/text.ts';
import type { JsonObject } from '#domain/values/json.ts';

const words = (text: string): JsonObject => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: JsonObject[]): JsonObject => ({ type: 'doc', content });
const codes = (value: JsonObject): readonly string[] => narrativeFaults(value).map(({ path, code }) => `${path} ${code}`);

describe('the shape of a section', () => {
  it('takes what the editor writes, empty or not, with the ticks of its problems', () => {
    fc.assert(
      fc.property(section, (one) => {
        expect(codes(one)).toEqual([]);
      }),
    );
    expect(codes({})).toEqual([]);
    expect(codes({ ...doc(words('甲')), notes: { R25n: { confirmed: '核对' } } })).toEqual([]);
  });

  it('still fits in its normal form', () => {
    fc.assert(
      fc.property(section, (one) => {
        expect(codes(normaliseNarrative(one))).toEqual([]);
      }),
    );
  });

  it.each<[string, JsonObject, string]>([
    ['a paragraph alone', { type: 'paragraph' }, ' notADocument'],
    ['a node that does not exist', doc({ type: 'iframe' }), '/content/0 unknownNode'],
    ['a node without a type', doc({}), '/content/0 unknownNode'],
    ['a code mark', doc({ type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [{ type: 'link' }] }] }), '/content/0/content/0/marks/0 unknownMark'],
    [
      'a mark with attributes',
      doc({ type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [{ type: 'bold', attrs: {} }] }] }),
      '/content/0/content/0/marks/0 unknownMark',
    ],
    ['an attribute of style', doc({ ...words('甲'), attrs: { style: 'color:red' } }), '/content/0/attrs/style unknownAttribute'],
    ['a key beside the node', doc({ ...words('甲'), onclick: 'x' }), '/content/0/onclick unknownKey'],
    ['a heading of another level', doc({ type: 'heading', attrs: { level: 1 } }), '/content/0/attrs/level wrongAttribute'],
    ['a picture from elsewhere', doc({ type: 'image', attrs: { file: 'https://a/b.png' } }), '/content/0/attrs/file wrongAttribute'],
    [
      'a reference to no form',
      doc({ type: 'paragraph', content: [{ type: 'reference', attrs: { path: '/projects/0' } }] }),
      '/content/0/content/0/attrs/path wrongAttribute',
    ],
    [
      'a table in a cell',
      doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'table', content: [] }] }] }] }),
      '/content/0/content/0/content/0/content/0 misplaced',
    ],
    ['text outside a paragraph', doc({ type: 'text', text: '甲' }), '/content/0 misplaced'],
    [
      'a list item without words',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList', content: [] }] }] }),
      '/content/0/content/0/content/0 misplaced',
    ],
    ['text that is none', doc({ type: 'paragraph', content: [{ type: 'text', text: 3 }] }), '/content/0/content/0 wrongShape'],
    ['content that is no list', { type: 'doc', content: {} }, '/content wrongShape'],
    ['more text than a plan can have', doc(words('长'.repeat(200_001))), '/content/0/content/0 tooLarge'],
    [
      'a nesting without end',
      JSON.parse(
        `{"type":"doc","content":[${'{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph"},'.repeat(15)}{"type":"paragraph"}${']}]}'.repeat(15)}]}`,
      ),
      'tooLarge',
    ],
  ])('refuses %s, and says where', (_, value, fault) => {
    expect(codes(value).join()).toContain(fault);
  });
});

describe('the normal form', () => {
  it('is reached at once', () => {
    fc.assert(
      fc.property(section, (one) => {
        const once = normaliseNarrative(one);
        expect(normaliseNarrative(once)).toEqual(once);
      }),
    );
  });

  it('keeps every word', () => {
    fc.assert(
      fc.property(section, (one) => {
        expect(narrativeText(normaliseNarrative(one)).trimEnd()).toBe(isBlankNarrative(one) ? '' : narrativeText(one).trimEnd());
      }),
    );
  });

  it('is nothing where nothing is written, and joins words of one look', () => {
    expect(normaliseNarrative(doc({ type: 'paragraph' }, words(' ')))).toEqual({});
    const split = doc(
      {
        type: 'paragraph',
        attrs: { role: null },
        content: [
          { type: 'text', text: '甲' },
          { type: 'text', text: '乙', marks: [] },
        ],
      },
      { type: 'paragraph' },
    );
    expect(normaliseNarrative(split)).toEqual(doc(words('甲乙')));
  });
});

describe('text and its length', () => {
  it('is a line a paragraph and item, and a line a row', () => {
    const row = { type: 'tableRow', content: ['丙', '丁'].map((text) => ({ type: 'tableCell', content: [words(text)] })) };
    const whole = doc(words('甲'), { type: 'bulletList', content: [{ type: 'listItem', content: [words('乙')] }] }, { type: 'table', content: [row] });
    expect(narrativeText(whole)).toBe('甲\n乙\n丙\t丁');
  });

  it.each([
    ['集群共有企业1186家，增长13.7%。', 11],
    ['R&D投入占GDP比重', 7],
    ['QS-21 与 CHO 细胞', 5],
    ['', 0],
    ['，。！', 0],
  ])('counts %s as %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('finding and replacing', () => {
  it('leaves none behind, unless the new words hold the old ones', () => {
    fc.assert(
      fc.property(section, fc.constantFrom('集群', '产', '链0'), (one, what) => {
        const replaced = replaceAll(one, what, '#');
        expect(countMatches(replaced, what)).toBe(0);
        expect(countMatches(replaced, '#')).toBe(countMatches(one, what));
      }),
    );
  });

  it('finds words over a change of look, and gives the new ones the look of the first', () => {
    const mixed = doc({
      type: 'paragraph',
      content: [
        { type: 'text', text: '产', marks: [{ type: 'bold' }] },
        { type: 'text', text: '业链' },
      ],
    });
    expect(normaliseNarrative(replaceAll(mixed, '产业', '行当'))).toEqual(
      doc({
        type: 'paragraph',
        content: [
          { type: 'text', text: '行当', marks: [{ type: 'bold' }] },
          { type: 'text', text: '链' },
        ],
      }),
    );
  });
});

describe('two texts of one section', () => {
  const all = (side: 'mine' | 'theirs') => (was: JsonObject, mine: JsonObject, theirs: JsonObject) => {
    const hunks = hunksOf(was, mine, theirs);
    return mergedSection(
      hunks,
      hunks.map(() => side),
    );
  };

  it('give mine where every choice is mine, and theirs where it is theirs', () => {
    fc.assert(
      fc.property(section, section, section, (was, mine, theirs) => {
        expect(all('mine')(was, mine, theirs)).toEqual(normaliseNarrative(mine));
        expect(all('theirs')(was, mine, theirs)).toEqual(normaliseNarrative(theirs));
      }),
    );
  });

  it('suggest the side that alone changed a paragraph, and nothing where both did', () => {
    const was = doc(words('一'), words('二'), words('三'));
    const hunks = hunksOf(was, doc(words('一改'), words('二'), words('三甲')), doc(words('一'), words('二'), words('三乙')));
    expect(hunks.flatMap((hunk) => (hunk.kind === 'differs' ? [hunk.suggested] : []))).toEqual(['mine', undefined]);
  });

  it('suggest what was added on one side, and what was taken away', () => {
    const was = doc(words('一'), words('二'));
    const added = hunksOf(was, doc(words('一'), words('新'), words('二')), was);
    const removed = hunksOf(was, doc(words('一')), was);
    expect([...added, ...removed].flatMap((hunk) => (hunk.kind === 'differs' ? [hunk.suggested] : []))).toEqual(['mine', 'mine']);
  });
});
