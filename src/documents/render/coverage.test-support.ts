import { closeSync, openSync, readSync } from 'node:fs';
import { textFonts } from './fonts.ts';

/** Ranges of code points, [first, last], from one font. */
type Range = readonly [number, number];

let covered: readonly Range[] | undefined;

/** True for a code point that one of the paper's text fonts has: what domain/values/printable.ts must say. */
export function covers(codePoint: number): boolean {
  covered ??= textFonts.flatMap(readRanges);
  return covered.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** The format 12 subtable of a TrueType font's cmap, which covers every plane; glyph 0 means missing. Reads only that table, not the 15 MB. */
function readRanges(path: string): readonly Range[] {
  const file = openSync(path, 'r');
  try {
    const read = (offset: number, length: number): Buffer => {
      const buffer = Buffer.alloc(length);
      readSync(file, buffer, 0, length, offset);
      return buffer;
    };
    const cmap = tableOffset(read);
    const encodings = read(cmap, 4).readUInt16BE(2);
    const directory = read(cmap + 4, encodings * 8);
    for (let index = 0; index < encodings; index += 1) {
      const subtable = cmap + directory.readUInt32BE(index * 8 + 4);
      if (read(subtable, 2).readUInt16BE(0) === 12) {
        return groups(read(subtable, read(subtable + 4, 4).readUInt32BE(0)));
      }
    }
    throw new Error(`no format 12 cmap in ${path}`);
  } finally {
    closeSync(file);
  }
}

function tableOffset(read: (offset: number, length: number) => Buffer): number {
  const tables = read(4, 2).readUInt16BE(0);
  const directory = read(12, tables * 16);
  for (let index = 0; index < tables; index += 1) {
    if (directory.toString('latin1', index * 16, index * 16 + 4) === 'cmap') {
      return directory.readUInt32BE(index * 16 + 8);
    }
  }
  throw new Error('font without cmap');
}

function groups(subtable: Buffer): readonly Range[] {
  const found: Range[] = [];
  const count = subtable.readUInt32BE(12);
  for (let index = 0; index < count; index += 1) {
    const at = 16 + index * 12;
    const first = subtable.readUInt32BE(at);
    const glyph = subtable.readUInt32BE(at + 8);
    const start = glyph === 0 ? first + 1 : first;
    const last = subtable.readUInt32BE(at + 4);
    const before = found.at(-1);
    if (before !== undefined && before[1] + 1 === start) {
      found[found.length - 1] = [before[0], last];
    } else if (start <= last) {
      found.push([start, last]);
    }
  }
  return found;
}
