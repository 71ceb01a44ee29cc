import { Unzlib } from 'fflate';
import { latin1 } from './latin1.ts';

/** What a look into a PDF found. */
export interface PdfFindings {
  /** Header and end are where they must be. */
  readonly whole: boolean;
  readonly encrypted: boolean;
  /** It names something that would run, open or carry something else: a script, a program, a file. */
  readonly active: boolean;
  /** Packed objects that could not be looked into: too large, broken, or packed in an unusual way. */
  readonly opaque: boolean;
  /** Undefined where the pages' objects could not be counted. */
  readonly pages: number | undefined;
}

const running = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/;
const encrypting = /\/Encrypt(?![A-Za-z0-9])/;
const page = /\/Type\s*\/Page(?![A-Za-z0-9])/g;

/** Packed objects of all streams together may have at most this many bytes once unpacked. */
const mostUnpacked = 64 * 1_048_576;

/**
 * Looks at every name in the file and in its packed object streams. The whole text is read, not only what a well-meant parser would take
 * for objects: a viewer may begin to read anywhere. Packed contents of pages and pictures are left alone: they name no action.
 */
export function lookIntoPdf(bytes: Uint8Array): PdfFindings {
  const text = latin1(bytes);
  const found = { encrypted: false, active: false, opaque: false, pages: 0 };
  const read = (objects: string): void => {
    const plain = decodeNames(objects);
    found.encrypted ||= encrypting.test(plain);
    found.active ||= running.test(plain);
    found.pages += Array.from(plain.matchAll(page)).length;
  };
  read(text);
  let left = mostUnpacked;
  for (const { from, to } of objectStreams(text)) {
    const unpacked = unpack(bytes.subarray(from, to), left);
    found.opaque ||= unpacked === undefined;
    if (unpacked === undefined) break;
    left -= unpacked.length;
    read(latin1(unpacked));
  }
  const { pages, ...rest } = found;
  return { ...rest, whole: text.startsWith('%PDF-') && text.slice(-1_024).includes('%%EOF'), pages: pages === 0 ? undefined : pages };
}

/** A stream's dictionary stands in front of it, within this many characters. */
const dictionary = 4_096;

/** Where packed objects lie: streams with /ObjStm in front of them. */
function* objectStreams(text: string): Generator<{ readonly from: number; readonly to: number }> {
  for (const { index, 0: keyword } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const before = text.slice(Math.max(0, index - dictionary), index);
    const own = before.slice(before.lastIndexOf('endobj') + 1);
    if (!decodeNames(own).includes('/ObjStm')) continue;
    const from = index + keyword.length;
    const end = text.indexOf('endstream', from);
    yield { from, to: end === -1 ? text.length : end };
  }
}

/** `/Java#53cript` is `/JavaScript`. */
function decodeNames(text: string): string {
  return text.includes('#') ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}

const bite = 4_096;

/** What a Flate stream holds, or undefined where it is not one or holds more than `most` bytes. */
function unpack(packed: Uint8Array, most: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  const got = { size: 0 };
  const unzip = new Unzlib((chunk) => {
    got.size += chunk.length;
    chunks.push(chunk);
  });
  try {
    // Small bites: what one of them unpacks to stays small, however tightly it was packed.
    for (let at = 0; at < packed.length; at += bite) {
      unzip.push(packed.subarray(at, at + bite), at + bite >= packed.length);
      if (got.size > most) return undefined;
    }
  } catch {
    // Blanks behind the data are no data; what came out before them is whole.
    if (got.size === 0) return undefined;
  }
  const whole = new Uint8Array(got.size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
