const placeholder = /\{Y([+-]\d+)?\}/g;

/** Puts the call's year into every string of a value, deeply: `{Y}`, `{Y-1}`, `{Y+3}`. Other placeholders, such as `{param:minProjects}`, stand. Keys are left alone. */
export function resolveYears(value: unknown, year: number): unknown {
  if (typeof value === 'string') {
    return value.replace(placeholder, (_, offset: string | undefined) => String(year + Number(offset ?? 0)));
  }
  if (Array.isArray(value)) {
    return value.map((item) => resolveYears(item, year));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveYears(item, year)]));
  }
  return value;
}
