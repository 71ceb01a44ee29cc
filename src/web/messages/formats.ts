import { deadlineParts } from '#domain/values/instant.ts';

const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  weekday: 'long',
});

type Instant = string | number;

function split(instant: Instant): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** 14:32, Beijing time. */
export function clockTime(instant: Instant): string {
  const at = split(instant);
  return `${at['hour']}:${at['minute']}`;
}

/** 2022-03-11 14:32, Beijing time. */
export function minuteTime(instant: Instant): string {
  const at = split(instant);
  return `${at['year']}-${at['month']}-${at['day']} ${at['hour']}:${at['minute']}`;
}

/** 2022-03-11 14:32:08, Beijing time. */
export function secondTime(instant: Instant): string {
  return `${minuteTime(instant)}:${split(instant)['second']}`;
}

/** 2022年1月28日, Beijing time. */
export function dateText(instant: Instant): string {
  const at = split(instant);
  return `${at['year']}年${Number(at['month'])}月${Number(at['day'])}日`;
}

/** 3月11日. */
export function dayText(instant: Instant): string {
  const at = split(instant);
  return `${Number(at['month'])}月${Number(at['day'])}日`;
}

/** 2022年3月18日（星期五）24:00: midnight belongs to the day that it ends, as deadlines are written. */
export function deadlineText(instant: Instant): string {
  const time = typeof instant === 'number' ? instant : Date.parse(instant);
  const { year, month, day, hour, minute } = deadlineParts(time);
  const weekday = split(hour === 24 ? time - 1 : time)['weekday'];
  return `${year}年${month}月${day}日（${weekday}）${twoDigits(hour)}:${twoDigits(minute)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export interface Remaining {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** Whole days, hours and minutes until then; undefined once it is past. */
export function remaining(until: string, now: number): Remaining | undefined {
  const left = Date.parse(until) - now;
  if (left <= 0) return undefined;
  const minutes = Math.floor(left / 60_000);
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}

/** 7 天 9 小时; 9 小时 28 分 on the last day; 已截止. */
export function remainingText(until: string, now: number): string {
  const left = remaining(until, now);
  if (!left) return '已截止';
  return left.days > 0 ? `${left.days} 天 ${left.hours} 小时` : `${left.hours} 小时 ${left.minutes} 分`;
}

/** 1,234. */
export function countText(value: number): string {
  return value.toLocaleString('zh-CN');
}

/** A digest in groups of four, to be read aloud. */
export function digestGroups(digest: string): string {
  return digest.replace(/(.{4})(?=.)/g, '$1 ');
}

/** 5f2a…c91e. */
export function digestShort(digest: string): string {
  return `${digest.slice(0, 4)}…${digest.slice(-4)}`;
}
