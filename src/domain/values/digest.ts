import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json } from '#domain/values/json.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { utf8 } from '#domain/values/utf8.ts';

/** SM3 hex of the RFC 8785 canonical JSON: what a version, its QR and the public page name a content by. */
export function contentDigest(value: Json): string {
  return sm3(utf8(canonicalJson(value)));
}
