import { parsePointer } from '#domain/values/pointer.ts';

/** A value put at an RFC 6901 pointer; undefined takes away what stands there. What leads to it must be there. */
export type Change = readonly [pointer: string, value: unknown];

/** A deep copy of JSON-safe data with changes that its type may not allow: what hands, or another program, could have written. */
export function altered<T>(original: T, ...changes: readonly Change[]): T {
  const copy: T = JSON.parse(JSON.stringify(original));
  for (const [pointer, value] of changes) {
    const keys = parsePointer(pointer) ?? [];
    let holder: unknown = copy;
    for (const key of keys.slice(0, -1)) holder = isHolder(holder) ? holder[key] : undefined;
    if (!isHolder(holder)) throw new Error(`nothing leads to ${pointer}`);
    holder[keys.at(-1) ?? ''] = value;
  }
  return copy;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
