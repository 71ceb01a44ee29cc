const hour = 3_600_000;

/** Hours before a deadline at which whoever is not ready is reminded: 7, 3, 1 days and 3 hours. */
export const reminderHours = [168, 72, 24, 3] as const;

/**
 * Which reminder is due now: the latest one whose time has come. Earlier ones that were missed, because the product stood still, are
 * not sent after it. Undefined before the first and from the deadline on.
 * @param now milliseconds
 * @param deadline milliseconds
 */
export function dueReminder(now: number, deadline: number): number | undefined {
  const left = deadline - now;
  if (left <= 0) return undefined;
  return reminderHours.findLast((hours) => left <= hours * hour);
}

/** When that reminder is due, in milliseconds. */
export function reminderInstant(deadline: number, hours: number): number {
  return deadline - hours * hour;
}

/** Milliseconds after a failed try until the next, or undefined to give up: 1 and 5 minutes, half an hour, two hours. */
export function waitAfter(tries: number): number | undefined {
  const minutes = [1, 5, 30, 120][tries - 1];
  return minutes === undefined ? undefined : minutes * 60_000;
}
