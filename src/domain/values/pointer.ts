import type { Json } from '#domain/values/json.ts';

/** RFC 6901: `['form', 'a/b']` ⇄ `/form/a~1b`. The empty list is the whole document, written ``. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The tokens of a pointer, or undefined where the text is no RFC 6901 pointer. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined where there is none. Looks at own properties only. */
export function valueAt(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const token of parsePointer(pointer) ?? ['']) {
    value = child(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}

function child(value: Json | undefined, token: string): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return Object.hasOwn(value, token) ? value[token] : undefined;
}

/** True where `inner` is `outer` itself or lies below it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
