import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Json } from '#domain/values/json.ts';

/** Whether two answers say the same: an absent field, null and an empty text are all “unfilled”; the order of keys means nothing. */
export function sameAnswers(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || (isBlank(a) && isBlank(b))) return true;
  if (isArray(a) || isArray(b)) return isArray(a) && isArray(b) && a.length === b.length && a.every((item, index) => sameAnswers(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameAnswers(a[key], b[key]));
}

function isBlank(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
