import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingParts, formatDeadline, isBefore, isDay, parseInstant } from '#domain/values/instant.ts';

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

describe('an instant', () => {
  it.each([
    ['2022-03-25T23:59:59+08:00', '2022-03-25T15:59:59.000Z'],
    ['2022-03-25T15:59Z', '2022-03-25T15:59:00.000Z'],
    ['2022-03-25T24:00:00+08:00', '2022-03-25T16:00:00.000Z'],
    ['2022-03-25T10:00:00.123456-05:30', '2022-03-25T15:30:00.123Z'],
    ['2022-03-25', '2022-03-25T16:00:00.000Z'],
    ['2020-02-29', '2020-02-29T16:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(utc);
  });

  it.each([
    '',
    '2022-03-25T10:00:00',
    '2022-02-29',
    '2022-13-01',
    '2022-03-25T25:00Z',
    '2022-03-25T24:01Z',
    '2022-3-5',
    '2022-03-25T10:60Z',
    '2022-03-25T10:00+24:00',
  ])('“%s” is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('is read as JavaScript reads it, and its parts are those of a Beijing clock', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2999-01-01'), noInvalidDate: true }), (date) => {
        const instant = parseInstant(date.toISOString());
        expect(instant).toBe(date.getTime());
        const { year, month, day, hour, minute, second } = beijingParts(date.getTime());
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(date);
        expect(`${pad(day)}/${pad(month)}/${year}, ${pad(hour)}:${pad(minute)}:${pad(second)}`).toBe(clock);
      }),
    );
  });

  it('is in time strictly before a deadline, in whatever offset either is written', () => {
    expect(isBefore('2022-03-25T23:59:59.999+08:00', '2022-03-25')).toBe(true);
    expect(isBefore('2022-03-25T16:00:00Z', '2022-03-25')).toBe(false);
    expect(() => isBefore('soon', '2022-03-25')).toThrow('soon');
  });

  it('at midnight is spoken of as the end of the day before', () => {
    expect(formatDeadline(parseInstant('2022-03-26T00:00:00+08:00') ?? 0)).toBe('2022-03-25 24:00');
    expect(formatDeadline(parseInstant('2022-03-25T17:00:00+08:00') ?? 0)).toBe('2022-03-25 17:00');
    expect(formatDeadline(parseInstant('2022-01-01T00:00:00+08:00') ?? 0)).toBe('2021-12-31 24:00');
  });

  it('knows the days that the calendar has', () => {
    expect(['2024-02-29', '2022-12-31'].every(isDay)).toBe(true);
    expect(['2023-02-29', '2022-04-31', '2022-00-10', '0000-01-01', '2022-1-1'].some(isDay)).toBe(false);
  });
});
