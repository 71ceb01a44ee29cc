import canonicalize from 'canonicalize';
import type { Json } from '#domain/values/json.ts';

/**
 * RFC 8785 canonical JSON. It keeps every character as it stands: text is brought to NFC where it enters
 * (`normalise` in forms/content.ts), never here, so that a digest speaks of exactly the characters stored.
 * Throws on lone surrogates and on numbers that JSON cannot hold.
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value');
  return text;
}
