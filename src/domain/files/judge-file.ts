import type { FileKind } from './file-type.ts';
import { fileTypes, kindOf } from './file-type.ts';
import { imageSize } from './image-size.ts';
import { latin1 } from './latin1.ts';
import { lookIntoPdf } from './pdf.ts';
import { endingOf, namedAs, shownName } from './shown-name.ts';
import type { ZipEntry } from './zip-directory.ts';
import { endsAsZip, zipEntries } from './zip-directory.ts';

/** Why a file is not taken. Each has a sentence in web/messages/files.ts, or nothing compiles. */
export const fileFaults = [
  'empty',
  'tooLarge',
  'planFull',
  'unknownType',
  'notAdmitted',
  'otherEnding',
  'broken',
  'twoInOne',
  'encrypted',
  'active',
  'macros',
  'bomb',
  'tooManyPixels',
  // Only a virus scanner says this.
  'infected',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** What a sentence about a refused file is filled with: a kind, an ending, a limit in bytes. */
export interface BadFile {
  readonly fault: FileFault;
  readonly kind?: FileKind;
  readonly ending?: string;
  readonly limit?: number;
  readonly admitted?: readonly string[];
}

export interface GoodFile {
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly name: string;
  readonly pages: number | null;
}

export interface FileLimits {
  readonly bytes: number;
  readonly kinds: readonly string[];
}

/** Unpacked sizes that a document of ours never has. */
const mostUnpacked = 300 * 1_048_576;
const mostRatio = 200;
/** Below this much nothing is a bomb, however well it was packed. */
const freely = 20 * 1_048_576;
const mostPixels = 100_000_000;
const longestSide = 30_000;

/** Judges a file by its content: its kind, whether it is whole, and that opening it runs nothing. */
export function judgeFile(bytes: Uint8Array, rawName: string, limits: FileLimits): GoodFile | BadFile {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > limits.bytes) return { fault: 'tooLarge', limit: limits.bytes };
  const kind = kindOf(bytes);
  if (kind === undefined) return { fault: 'unknownType', admitted: limits.kinds };
  if (!limits.kinds.includes(kind)) return { fault: 'notAdmitted', kind, admitted: limits.kinds };
  const name = shownName(rawName);
  const ending = endingOf(name);
  if (known.has(ending) && !fileTypes[kind].endings.includes(ending)) return { fault: 'otherEnding', kind, ending };
  const inner = judgeInside(bytes, kind);
  if (typeof inner === 'string') return { fault: inner, kind };
  return { kind, mediaType: fileTypes[kind].mediaType, name: namedAs(name, kind), pages: inner.pages };
}

/** Endings that say what a file is. What follows a dot by chance, as in `v2.1`, says nothing. */
const known: ReadonlySet<string> = new Set(
  Object.values(fileTypes)
    .flatMap((type) => type.endings)
    .concat('doc xls ppt pptx wps et txt csv rtf docm xlsm gif bmp tif tiff webp heic svg xml html htm mht'.split(' '))
    .concat('zip rar 7z exe bat cmd com scr msi js vbs ps1 sh jar lnk'.split(' ')),
);

function judgeInside(bytes: Uint8Array, kind: FileKind): FileFault | { readonly pages: number | null } {
  switch (kind) {
    case 'pdf':
      return judgePdf(bytes);
    case 'png':
    case 'jpg':
      return judgeImage(bytes, kind);
    case 'docx':
    case 'xlsx':
    case 'ofd':
      return judgeZip(zipEntries(bytes) ?? []);
  }
}

function judgePdf(bytes: Uint8Array): FileFault | { readonly pages: number | null } {
  if (endsAsZip(bytes)) return 'twoInOne';
  const found = lookIntoPdf(bytes);
  if (!found.whole) return 'broken';
  if (found.encrypted) return 'encrypted';
  if (found.active) return 'active';
  return found.opaque ? 'broken' : { pages: found.pages ?? null };
}

function judgeImage(bytes: Uint8Array, kind: 'png' | 'jpg'): FileFault | { readonly pages: null } {
  if (endsAsZip(bytes) || latin1(bytes.subarray(0, 1_024)).includes('%PDF-')) return 'twoInOne';
  const size = imageSize(bytes, kind);
  if (size === undefined) return 'broken';
  const { width, height } = size;
  return width > longestSide || height > longestSide || width * height > mostPixels ? 'tooManyPixels' : { pages: null };
}

function judgeZip(entries: readonly ZipEntry[]): FileFault | { readonly pages: null } {
  if (entries.some((entry) => /vbaProject\.bin$/i.test(entry.name))) return 'macros';
  return judgeArchive(entries) ?? { pages: null };
}

/** What keeps an archive from being inflated, by its directory alone. */
export function judgeArchive(entries: readonly ZipEntry[]): 'encrypted' | 'bomb' | undefined {
  if (entries.some((entry) => entry.encrypted)) return 'encrypted';
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressed, 0);
  return size > mostUnpacked || (size > freely && size > packed * mostRatio) ? 'bomb' : undefined;
}
