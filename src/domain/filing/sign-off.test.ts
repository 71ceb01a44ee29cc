import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSignedOff } from './sign-off.ts';

const persons = fc.constantFrom('a', 'b', 'c');

test('one person alone recommends only where one is enough', () => {
  expect([1, 2].map((needed) => isSignedOff(needed, { passed: 'a', signed: ['a', 'b'], recommends: 'a' }))).toEqual([true, false]);
  expect([2, 3].map((needed) => isSignedOff(needed, { passed: 'a', signed: ['b'], recommends: 'b' }))).toEqual([true, false]);
});

test('whoever signs: never fewer different persons than are needed, and never the passer where two are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.option(persons), fc.array(persons, { maxLength: 2 }), persons, (needed, passed, signed, recommends) => {
      if (!isSignedOff(needed, { passed, signed, recommends })) return;
      expect(new Set([passed, ...signed, recommends].filter((one) => one !== null)).size).toBeGreaterThanOrEqual(needed);
      expect(needed > 1 && passed === recommends).toBe(false);
    }),
  );
});
