import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Json } from '#domain/values/json.ts';
import { bothOf, differences, merged } from './merge.ts';
import { sameAnswers } from './same-answers.ts';

const fields = ['a', 'b', 'c', 'd', 'e'];
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.record({ name: fc.string({ minLength: 1 }), n: fc.integer() }), { minLength: 1, maxLength: 3 }),
);
const block: fc.Arbitrary<BlockAnswers> = fc.dictionary(fc.constantFrom(...fields), value);

/** Every difference settled as suggested. */
function asSuggested(was: BlockAnswers, mine: BlockAnswers, theirs: BlockAnswers): BlockAnswers {
  const chosen = differences(fields, was, mine, theirs).map(({ field, suggested, ...sides }) => [field, sides[suggested ?? 'mine']] as const);
  return merged(mine, Object.fromEntries(chosen));
}

test('where nobody touched what the other changed, the merge is both changes on what both began with, whoever merges', () => {
  fc.assert(
    fc.property(block, block, fc.subarray(fields), (was, changes, myFields) => {
      const pick = (mine: boolean) => Object.fromEntries(Object.entries(changes).filter(([field]) => myFields.includes(field) === mine));
      const mine = { ...was, ...pick(true) };
      const theirs = { ...was, ...pick(false) };
      const both = { ...was, ...changes };
      expect(sameAnswers(asSuggested(was, mine, theirs), both)).toBe(true);
      expect(sameAnswers(asSuggested(was, theirs, mine), both)).toBe(true);
    }),
  );
});

test('every field in which two texts differ is shown with both sides, and none in which they agree', () => {
  fc.assert(
    fc.property(block, block, block, (was, mine, theirs) => {
      const shown = differences(fields, was, mine, theirs);
      expect(shown.map(({ field }) => field)).toEqual(fields.filter((field) => !sameAnswers(mine[field], theirs[field])));
      for (const { field, mine: own, theirs: other, suggested } of shown) {
        expect([own, other]).toEqual([mine[field] ?? null, theirs[field] ?? null]);
        if (suggested === undefined) expect(sameAnswers(was[field], mine[field]) || sameAnswers(was[field], theirs[field])).toBe(false);
      }
    }),
  );
});

test('a conflict that is kept whole holds both texts, and every row of both tables', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (mine, theirs) => {
      const both = bothOf(mine, theirs);
      expect(both).toContain(mine);
      expect(both).toContain(theirs);
    }),
  );
  const rows = fc.array(fc.record({ name: fc.string(), n: fc.integer() }));
  fc.assert(
    fc.property(rows, rows, (mine, theirs) => {
      const both = bothOf(mine, theirs);
      for (const row of [...mine, ...theirs]) expect(both).toContainEqual(row);
    }),
  );
});

test('choosing one side throughout gives that side', () => {
  fc.assert(
    fc.property(block, block, block, (was, mine, theirs) => {
      const shown = differences(fields, was, mine, theirs);
      expect(sameAnswers(merged(mine, Object.fromEntries(shown.map(({ field, theirs: other }) => [field, other]))), theirs)).toBe(true);
      expect(sameAnswers(merged(mine, Object.fromEntries(shown.map(({ field, mine: own }) => [field, own]))), mine)).toBe(true);
    }),
  );
});
