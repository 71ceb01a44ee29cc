import { beijingParts } from '#domain/values/instant.ts';

/** `2022-03-17 16:08:22`, Beijing time. */
export function instantText(instant: string): string {
  const { year, month, day, hour, minute, second } = beijingParts(Date.parse(instant));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}
