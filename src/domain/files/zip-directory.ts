/** One file of an archive as its central directory tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly compressed: number;
  /** Size after inflating, as the archive claims. */
  readonly size: number;
}

const endSize = 22;
const headSize = 46;
/** Far more than any document has. */
const mostEntries = 10_000;

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= endSize && wordAt(bytes, 0) === 0x04034b50;
}

/**
 * The central directory, read without inflating anything. Undefined where there is none, or where the archive is not the whole file:
 * something in front of it or behind it makes one file look like two kinds.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const count = shortAt(bytes, end + 10);
  const size = wordAt(bytes, end + 12);
  let at = wordAt(bytes, end + 16);
  // 0xffff and 0xffffffff lead to the 64-bit directory, which no document of our size needs.
  if (count > mostEntries || at + size !== end) return undefined;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + headSize > end || wordAt(bytes, at) !== 0x02014b50) return undefined;
    const nameLength = shortAt(bytes, at + 28);
    entries.push({
      name: ascii(bytes, at + headSize, nameLength),
      encrypted: (shortAt(bytes, at + 8) & 1) === 1,
      compressed: wordAt(bytes, at + 20),
      size: wordAt(bytes, at + 24),
    });
    at += headSize + nameLength + shortAt(bytes, at + 30) + shortAt(bytes, at + 32);
  }
  return at === end ? entries : undefined;
}

/** True where an archive ends where the file ends: a picture or a PDF that is one as well is two files in one. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return endOf(bytes) !== undefined;
}

/** Where the end record is whose comment reaches exactly to the end of the file. */
function endOf(bytes: Uint8Array): number | undefined {
  const first = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= first; at--) {
    if (wordAt(bytes, at) === 0x06054b50 && at + endSize + shortAt(bytes, at + 20) === bytes.length) return at;
  }
  return undefined;
}

/** Names of the parts that matter are ASCII; any other byte is kept as it is. */
function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 512)));
}

function shortAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (shortAt(bytes, at) | (shortAt(bytes, at + 2) << 16)) >>> 0;
}
