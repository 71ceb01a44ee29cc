import { unzipSync } from 'fflate';
import { judgeArchive } from '#domain/files/judge-file.ts';
import { zipEntries } from '#domain/files/zip-directory.ts';
import type { Measured } from '#domain/package/judge-package.ts';
import { isPackageName } from '#domain/package/manifest.ts';
import { sm3 } from '#domain/values/sm3.ts';

/** Far more than a package has. */
const mostFiles = 600;

/** Why a file is no package that may be opened. `name`: the entry that is no file of a package. */
export type ArchiveFault =
  | { readonly fault: 'notAnArchive' | 'encrypted' | 'bomb' | 'tooMany' | 'broken' }
  | { readonly fault: 'badName' | 'twice'; readonly name: string };

export interface OpenPackage {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly texts: ReadonlyMap<string, string>;
  readonly measured: ReadonlyMap<string, Measured>;
}

/**
 * Opens a package that somebody sent. Its directory is judged before anything is inflated: flat names of our own alphabet, each once, no
 * more than they may come to; and each is inflated to the size that it claims, never further.
 */
export function openPackage(bytes: Uint8Array): OpenPackage | ArchiveFault {
  const entries = zipEntries(bytes);
  if (entries === undefined) return { fault: 'notAnArchive' };
  if (entries.length > mostFiles) return { fault: 'tooMany' };
  const bad = entries.find(({ name }) => !isPackageName(name));
  if (bad !== undefined) return { fault: 'badName', name: bad.name };
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { fault: 'twice', name: twice };
  const judged = judgeArchive(entries);
  if (judged !== undefined) return { fault: judged === 'encrypted' ? 'encrypted' : 'bomb' };
  const files = inflated(bytes);
  const isWhole = files !== undefined && entries.every(({ name, size }) => files.get(name)?.length === size);
  if (!isWhole) return { fault: 'broken' };
  return {
    files,
    texts: new Map([...files].flatMap(([name, content]) => (name.endsWith('.json') ? [[name, textOf(content)] as const] : []))),
    measured: new Map([...files].map(([name, content]) => [name, { size: content.length, digest: sm3(content) }])),
  };
}

function inflated(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return undefined;
  }
}

/** Empty, which is no JSON, for bytes that are no UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
