import { minuteTime } from '#web/messages/formats.ts';

/** An instant as the browser's date and time control wants it, Beijing time. */
export function toBeijing(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? '' : minuteTime(instant).replace(' ', 'T');
}

/** Back to an instant; null while the control is not filled. */
export function fromBeijing(typed: string): string | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? `${typed}:00+08:00` : null;
}
