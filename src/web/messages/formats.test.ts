import { expect, test } from 'vitest';
import { deadlineText, digestGroups, digestShort, minuteTime, remaining, remainingText } from './formats.ts';

test('instants are shown in Beijing time wherever the computer stands', () => {
  expect(minuteTime('2022-03-11T06:32:08Z')).toBe('2022-03-11 14:32');
});

test('a deadline at midnight belongs to the day that it ends', () => {
  expect(deadlineText('2022-03-26T00:00:00+08:00')).toBe('2022年3月25日（星期五）24:00');
  expect(deadlineText('2022-03-25T17:00:00+08:00')).toBe('2022年3月25日（星期五）17:00');
});

test('the time left is counted in whole minutes, and ends with the deadline itself', () => {
  const until = '2022-03-26T00:00:00+08:00';
  const at = Date.parse(until);
  expect(remaining(until, at - 90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1 });
  expect(remainingText(until, at - 90_061_000)).toBe('1 天 1 小时');
  expect(remainingText(until, at - 59_000)).toBe('0 小时 0 分');
  expect(remainingText(until, at)).toBe('已截止');
});

test('a digest is broken into groups that can be read aloud', () => {
  expect(digestGroups('5f2a88d1c91e')).toBe('5f2a 88d1 c91e');
  expect(digestShort('5f2a88d1c91e')).toBe('5f2a…c91e');
});
