import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallEvent, type CallFacts, callStates, callTable, decideCall, personsNeeded } from './call.ts';

const good: CallFacts = {
  by: ['officer'],
  inOrder: true,
  persons: 2,
  reason: '理由',
  later: true,
  ownLevel: true,
  nextLevel: true,
  fresh: true,
  signedOff: true,
  nothingReleased: true,
  allEnded: true,
};
const events = Object.keys(callTable) as CallEvent[];

test('with every guard met, each event leads from its own states and from no other', () => {
  const reached = Object.fromEntries(
    events.map((event) => [
      event,
      (['new', ...callStates] as const).flatMap((state) => {
        const decision = decideCall(state, event, good);
        return decision.done ? [`${state}→${decision.to}`] : [];
      }),
    ]),
  );
  expect(reached).toEqual({
    open: ['new→draft'],
    edit: ['draft→draft'],
    sign: ['draft→draft'],
    publish: ['draft→published'],
    extend: ['published→published'],
    supplement: ['published→published'],
    cancel: ['draft→cancelled', 'published→cancelled'],
    finish: ['published→finished'],
  });
});

const facts: fc.Arbitrary<CallFacts> = fc.record({
  by: fc.constantFrom<CallFacts['by']>([], ['officer']),
  inOrder: fc.boolean(),
  persons: fc.integer({ min: 1, max: 3 }),
  reason: fc.constantFrom('', ' ', '理由'),
  later: fc.boolean(),
  past: fc.boolean(),
  ownLevel: fc.boolean(),
  nextLevel: fc.boolean(),
  fresh: fc.boolean(),
  signedOff: fc.boolean(),
  nothingReleased: fc.boolean(),
  allEnded: fc.boolean(),
});

test('whatever the facts: nobody but an officer acts, one person alone publishes, supplements or cancels nothing, and nothing is published online after paper', () => {
  fc.assert(
    fc.property(fc.constantFrom(...(['new', ...callStates] as const)), fc.constantFrom(...events), facts, (state, event, given) => {
      const decision = decideCall(state, event, given);
      if (!decision.done) return;
      expect(given.by).toContain('officer');
      if (['publish', 'supplement', 'cancel'].includes(event)) expect(given.persons).toBeGreaterThanOrEqual(2);
      if (event === 'extend' && given.past === true) expect(given.persons).toBeGreaterThanOrEqual(2);
      if (event === 'publish' || event === 'extend') expect(given.inOrder).toBe(true);
      if (['extend', 'supplement', 'cancel', 'finish'].includes(event)) expect(given.reason?.trim()).not.toBe('');
    }),
  );
});

test('an extension needs a second person exactly once the deadline is past', () => {
  expect([personsNeeded('extend', false), personsNeeded('extend', true), personsNeeded('supplement', false), personsNeeded('finish', true)]).toEqual([
    1, 2, 2, 1,
  ]);
});
