/** Far deeper than any answer; what is nested deeper still would exhaust the stack of whoever reads it. */
const maxDepth = 100;

/** False where this JSON value could not be stored (a file's bytes are no JSON): the zero character and halves of a surrogate pair are not text, and it may be too deep. */
export function isStorable(value: unknown, depth = maxDepth): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  return depth > 0 && Object.entries(value).every(([key, item]) => isStorable(key) && isStorable(item, depth - 1));
}
