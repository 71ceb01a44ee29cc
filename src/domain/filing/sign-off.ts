/** Who has had a hand in a recommendation, by id. */
export interface Hands {
  /** Who passed the check that stands; null while nobody has. */
  readonly passed: string | null;
  /** Who signed the opinions. */
  readonly signed: readonly string[];
  readonly recommends: string;
}

/** As many different persons as the edition asks for; where it asks for more than one, who passed the check does not recommend. */
export function isSignedOff(needed: number, { passed, signed, recommends }: Hands): boolean {
  if (needed > 1 && passed === recommends) return false;
  return new Set([...(passed === null ? [] : [passed]), ...signed, recommends]).size >= needed;
}
