/** Chance that repeats: the same seed gives the same run. */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Milliseconds before the deadline at which people submit: as many in each halving of the time that is left, which is an arrival rate
 * of 1/(T−t), from `first` down to `last`.
 */
export function timeLeft(first: number, last: number, chance: number): number {
  return first ** (1 - chance) * last ** chance;
}
