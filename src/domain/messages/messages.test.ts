import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceOf } from './choices.ts';
import { duties, messageKinds } from './kinds.ts';
import { dueReminder, reminderHours, waitAfter } from './reminders.ts';

const hour = 3_600_000;
const deadline = Date.parse('2022-03-25T16:00:00Z');

test('a duty reaches people however they chose', () => {
  for (const kind of duties) expect(choiceOf(kind, { mail: false, sms: false })).toEqual({ mail: true, sms: true });
});

test('what is no duty goes where its reader wants it, by mail where they said nothing', () => {
  for (const kind of messageKinds.filter((one) => !duties.has(one))) {
    expect(choiceOf(kind, { mail: false, sms: true })).toEqual({ mail: false, sms: true });
    expect(choiceOf(kind, undefined)).toEqual({ mail: true, sms: false });
  }
});

test.each([
  [169, undefined],
  [168, 168],
  [73, 168],
  [72, 72],
  [24.5, 72],
  [24, 24],
  [3.01, 24],
  [3, 3],
  [0.001, 3],
  [0, undefined],
  [-1, undefined],
])('%s hours before the deadline the reminder of %s hours is due', (left, due) => {
  expect(dueReminder(deadline - left * hour, deadline)).toBe(due);
});

test('as time passes, reminders only ever become more urgent, and each has its time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 * 60 }), { minLength: 1 }), (minutes) => {
      const seen = minutes.toSorted((a, b) => b - a).map((left) => dueReminder(deadline - left * 60_000, deadline) ?? Infinity);
      expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    }),
  );
  for (const hours of reminderHours) expect(dueReminder(deadline - hours * hour, deadline)).toBe(hours);
});

test('a message is tried five times, and then given up', () => {
  const waits = [1, 2, 3, 4, 5].map(waitAfter);
  expect(waits).toEqual([60_000, 300_000, 1_800_000, 7_200_000, undefined]);
});
