import { canonicalJson } from '#domain/values/canonical.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { utf8 } from '#domain/values/utf8.ts';

/** One row of the audit log, as it is chained. */
export interface ChainedEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly organisationId: string | null;
  readonly command: string;
  readonly subject: string;
  readonly detail: JsonObject;
  readonly key: string | null;
}

/** Where an entry hangs in the chain. */
export interface ChainLink {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

/** What the first link points back to. */
export const chainStart = '0'.repeat(64);

/** The hash before and the whole entry in canonical JSON: what a link's hash is taken of. */
export function linkText(prev: string, { id, at, actor, organisationId, command, subject, detail, key }: ChainedEntry): string {
  return prev + canonicalJson({ id, at, actor, organisationId, command, subject, detail, key });
}

/** SM3 of that text, in code that a browser runs too. */
export function linkDigest(prev: string, entry: ChainedEntry): string {
  return sm3(utf8(linkText(prev, entry)));
}
