/** Milliseconds to wait by a Retry-After header in seconds, half a minute at most; undefined where it says nothing. */
export function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header);
  return seconds > 0 ? Math.min(seconds, 30) * 1000 : undefined;
}

/** Up to half as long again, by chance: whom a busy server sent away at one moment must not all come back at one moment. */
export function spread(milliseconds: number): number {
  return milliseconds * (1 + Math.random() / 2);
}
