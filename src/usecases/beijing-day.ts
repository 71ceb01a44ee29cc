import { beijingParts } from '#domain/values/instant.ts';

/** The day of an instant on a Beijing calendar, `YYYY-MM-DD`. */
export function beijingDay(instant: string): string {
  const { year, month, day } = beijingParts(Date.parse(instant));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
