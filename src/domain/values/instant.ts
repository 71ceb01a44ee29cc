/** Instants are ISO 8601 with their offset. Inside they are milliseconds since 1970; people read them in Beijing time. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}))?$/;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Asia/Shanghai has had one offset since 1991: no table of zones is needed, and none can differ between server and browser. */
const BEIJING = 480 * MINUTE;

/** Milliseconds since 1970, or undefined where the text is no instant. A day without a time means its end, 24:00 in Beijing. */
export function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '0', second = '0', fraction = '0', offset] = match;
  const midnight = utcDay(Number(year), Number(month), Number(day));
  if (midnight === undefined) return undefined;
  if (hour === undefined || offset === undefined) return midnight + DAY - BEIJING;
  const time = timeOfDay(Number(hour), Number(minute), Number(second));
  const shift = offsetOf(offset);
  if (time === undefined || shift === undefined) return undefined;
  return midnight + time + Math.trunc(Number(`0.${fraction}`) * 1000) - shift;
}

/** True where `a` is strictly earlier than `b`. Both must be instants: an unreadable one is a fault of the caller. */
export function isBefore(a: string, b: string): boolean {
  const [left, right] = [parseInstant(a), parseInstant(b)];
  if (left === undefined || right === undefined) throw new Error(`not an instant: ${left === undefined ? a : b}`);
  return left < right;
}

export interface BeijingParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The parts that a clock on a Beijing wall shows. */
export function beijingParts(instant: number): BeijingParts {
  const date = new Date(instant + BEIJING);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** As a deadline is spoken of: midnight is 24:00 of the day that ends. */
export function deadlineParts(instant: number): BeijingParts {
  const parts = beijingParts(instant);
  if (parts.hour !== 0 || parts.minute !== 0 || parts.second !== 0) return parts;
  return { ...beijingParts(instant - DAY), hour: 24 };
}

/** `2022-03-25 24:00`. */
export function formatDeadline(instant: number): string {
  const parts = deadlineParts(instant);
  return `${dayOf(parts)} ${pad(parts.hour)}:${pad(parts.minute)}`;
}

/** The day on a Beijing calendar: `2022-03-25`. */
export function formatDay(instant: number): string {
  return dayOf(beijingParts(instant));
}

/** `YYYY-MM-DD` that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text) !== undefined;
}

function utcDay(year: number, month: number, day: number): number | undefined {
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? midnight : undefined;
}

function timeOfDay(hour: number, minute: number, second: number): number | undefined {
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return undefined;
  return hour * 60 * MINUTE + minute * MINUTE + second * 1000;
}

function offsetOf(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * MINUTE * (offset.startsWith('-') ? -1 : 1);
}

function dayOf({ year, month, day }: BeijingParts): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
