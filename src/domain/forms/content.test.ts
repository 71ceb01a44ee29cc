import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#domain/forms/apply-changes.ts';
import { anyAnswers } from '#domain/forms/arbitrary.test-support.ts';
import { normalise } from '#domain/forms/content.ts';
import { diffAnswers } from '#domain/forms/diff.ts';
import { everyKind, words } from '#domain/forms/every-kind.test-support.ts';
import { validateBlock } from '#domain/forms/validate-block.ts';
import { contentDigest } from '#domain/values/digest.ts';

const content = anyAnswers(everyKind, words.codeLists);

describe('a content', () => {
  it('that is legal may be stored, and so may its canonical form', () => {
    fc.assert(
      fc.property(content, (answers) => {
        for (const stored of [answers, normalise(everyKind, answers)]) {
          const faults = everyKind.blocks.flatMap((block) => validateBlock(block, stored[block.key] ?? {}));
          expect(faults).toEqual([]);
        }
      }),
    );
  });

  it('has the same digest after it was saved as JSON, loaded and normalised again', () => {
    fc.assert(
      fc.property(content, (answers) => {
        const saved = normalise(everyKind, answers);
        const loaded: typeof saved = JSON.parse(JSON.stringify(saved));
        expect(contentDigest(normalise(everyKind, loaded))).toBe(contentDigest(saved));
      }),
    );
  });

  it('has a digest that does not depend on how unfilled is written, nor on the order of keys and options', () => {
    const one = normalise(everyKind, { facts: { name: 'Å', groups: ['技术相关', '市场同向'], level: null }, chain: { rows: [] } });
    const other = normalise(everyKind, { facts: { groups: ['市场同向', '技术相关'], goal: '', name: ' A\u030a ' } });
    expect(contentDigest(one)).toBe(contentDigest(other));
  });

  it('keeps empty rows in their places, so that pointers still find their row', () => {
    expect(normalise(everyKind, { chain: { rows: [{ name: '' }, { name: '乙' }] } })).toEqual({ chain: { rows: [{}, { name: '乙' }] } });
  });

  it('keeps answers that its definition does not have', () => {
    expect(normalise(everyKind, { facts: { former: 3 }, gone: { a: 'b' } })).toEqual({ facts: { former: 3 }, gone: { a: 'b' } });
  });
});

describe('a difference', () => {
  it('applied to the earlier content gives the later one', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const [a, b] = [normalise(everyKind, before), normalise(everyKind, after)];
        expect(applyChanges(a, diffAnswers(everyKind, a, b))).toEqual(b);
      }),
    );
  });

  it('of a content with itself is nothing', () => {
    fc.assert(
      fc.property(content, (answers) => {
        const a = normalise(everyKind, answers);
        expect(diffAnswers(everyKind, a, a)).toEqual([]);
      }),
    );
  });

  it('of a table that lost, gained, moved and edited rows names each row once', () => {
    const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map((name, at) => ({ name, revenue: at, firms: at }));
    const before = { chain: { rows: [a, b, c].map((row) => row ?? {}) } };
    const after = { chain: { rows: [{ ...c, revenue: 9 }, a ?? {}, d ?? {}] } };
    const changes = diffAnswers(everyKind, before, after);
    expect(changes).toEqual([
      { kind: 'rowRemoved', path: '/chain/rows/1', row: '乙', before: b },
      { kind: 'rowsMoved', path: '/chain/rows', order: [2, 0] },
      { kind: 'cell', path: '/chain/rows/0/revenue', row: '丙', before: 2, after: 9 },
      { kind: 'rowAdded', path: '/chain/rows/2', row: '丁', after: d },
    ]);
    expect(applyChanges(before, changes)).toEqual(after);
  });

  it('takes a renamed row for the same one', () => {
    const row = { name: '泰州甲公司', revenue: 5, firms: 2, level: '其他' };
    const changes = diffAnswers(everyKind, { chain: { rows: [row] } }, { chain: { rows: [{ ...row, name: '泰州乙公司' }] } });
    expect(changes).toEqual([{ kind: 'cell', path: '/chain/rows/0/name', row: '泰州乙公司', before: '泰州甲公司', after: '泰州乙公司' }]);
  });

  it('is not applied to a content that it was not made from', () => {
    expect(() => applyChanges({}, [{ kind: 'cell', path: '/chain/rows/3/name', row: '甲', after: '乙' }])).toThrow('no row');
  });
});
