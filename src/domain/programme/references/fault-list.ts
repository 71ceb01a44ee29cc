/** Notes a fault at a JSON pointer into the edition. */
export type Report = (path: string, message: string) => void;

/** Reports every key that stands twice; `at` gives the pointer of the n-th. */
export function reportTwice(keys: readonly string[], at: (index: number) => string, what: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (seen.has(key)) report(at(index), `${what} "${key}" stands twice`);
    seen.add(key);
  }
}
