import { readEdition } from '#usecases/read-public.ts';
import type { Deps } from '#usecases/deps.ts';
import { Bytes } from './context.ts';

/** Serialised once: every browser asks for the same few. */
const kept = new Map<string, Bytes>();
const most = 8;

/** A frozen edition, which its address names for ever. */
export async function editionFile(deps: Deps, digest: string): Promise<Bytes> {
  const known = kept.get(digest);
  if (known !== undefined) return known;
  const file = jsonFile(await readEdition(deps, digest), { tag: digest, immutable: true });
  if (kept.size >= most) kept.clear();
  kept.set(digest, file);
  return file;
}

/** A value as JSON bytes. */
export function jsonFile(value: unknown, more: { readonly tag?: string; readonly immutable?: boolean }): Bytes {
  return new Bytes(Buffer.from(JSON.stringify(value)), 'application/json; charset=utf-8', more);
}
