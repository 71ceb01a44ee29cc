import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Part, Pixels } from './pages.ts';

const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** Loads the code reader from this installation's own files, never from a network. */
export async function prepareReader(): Promise<void> {
  const wasmBinary = Uint8Array.from(await readFile(program)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** Longer side of an A4 page at 200, 300, 250, 130 and 100 dpi. */
const sizes = [2_339, 3_508, 2_900, 1_520, 1_170] as const;
/** Light and dark told apart by what lies around, or by one threshold for all, which suits codes of very few points. */
const looks = [
  { red: false, binarizer: 'LocalAverage' },
  { red: true, binarizer: 'LocalAverage' },
  { red: true, binarizer: 'GlobalHistogram' },
] as const;

/** A picture to look at: the whole page or a part of it, of this size, turned by so many degrees. */
interface Try {
  readonly part?: Part;
  readonly longest: number;
  readonly turn?: number;
}

/** Our codes stand at the top right; scanned upside down or lying, in another corner. */
const corners: readonly Part[] = [
  { x: 0.55, y: 0, width: 0.45, height: 0.22 },
  { x: 0, y: 0.78, width: 0.45, height: 0.22 },
  { x: 0, y: 0, width: 0.45, height: 0.22 },
  { x: 0.55, y: 0.78, width: 0.45, height: 0.22 },
];
/** A corner is small: looking at it from close by, and again a little turned, costs less than one more page. */
const closer: readonly Try[] = [3_508, 4_678, 2_900].flatMap((longest) => corners.map((part) => ({ part, longest })));
const turns: readonly Try[] = [3, -3, 12, -12, 45].flatMap((turn) => corners.slice(0, 2).map((part) => ({ part, longest: 4_100, turn })));
const plan: readonly Try[] = [
  ...closer,
  ...turns,
  ...sizes.slice(1).map((longest) => ({ longest })),
  { longest: sizes[0], turn: 12 },
  { longest: sizes[0], turn: 45 },
];

/**
 * The texts of the page's codes for which `wanted` holds. The red channel alone is tried beside the colours, because a red seal is white in it;
 * then its corners from close by; then the page turned, which helps where the three corners of the code are found but the grid between them is not.
 */
export async function decodePage(draw: (longest: number, part?: Part) => Promise<Pixels>, wanted: (text: string) => boolean): Promise<Decoded> {
  let tries = 0;
  const look = async (pixels: Pixels): Promise<readonly string[]> => {
    for (const { red, binarizer } of looks) {
      tries += 1;
      const codes = (await codesIn(red ? redOnly(pixels) : pixels, binarizer)).filter(wanted);
      if (codes.length > 0) return [...new Set(codes)];
    }
    return [];
  };
  const first = await draw(sizes[0]);
  const atOnce = await look(first);
  if (atOnce.length > 0) return { codes: atOnce, tries, blank: false };
  if (isBlank(first)) return { codes: [], tries, blank: true };
  for (const { part, longest, turn = 0 } of plan) {
    const codes = await look(turned(await draw(longest, part), turn));
    if (codes.length > 0) return { codes, tries, blank: false };
  }
  return { codes: [], tries, blank: false };
}

export interface Decoded {
  readonly codes: readonly string[];
  /** How many pictures of the page were looked at. */
  readonly tries: number;
  /** Nothing at all is printed on it: the back of a sheet. */
  readonly blank: boolean;
}

async function codesIn(pixels: Pixels, binarizer: (typeof looks)[number]['binarizer']): Promise<readonly string[]> {
  const found = await readBarcodes(pixels as ImageData, { formats: ['QRCode'], binarizer, tryHarder: true, tryInvert: false, maxNumberOfSymbols: 8 });
  return found.filter((code) => code.isValid).map((code) => code.text);
}

/** The red channel as grey: red ink becomes as white as the paper, black stays black. */
function redOnly({ data, width, height }: Pixels): Pixels {
  const grey = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const red = data[at] ?? 0;
    grey[at] = red;
    grey[at + 1] = red;
    grey[at + 2] = red;
    grey[at + 3] = 255;
  }
  return { data: grey, width, height };
}

/** The picture turned about its middle by so many degrees, white where nothing was. */
function turned(pixels: Pixels, degrees: number): Pixels {
  if (degrees === 0) return pixels;
  const { data, width, height } = pixels;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height).fill(0xffffffff);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [sx, sy] = [Math.round(dx * cos + dy * sin + width / 2), Math.round(dy * cos - dx * sin + height / 2)];
      if (sx >= 0 && sx < width && sy >= 0 && sy < height) to[y * width + x] = from[sy * width + sx] ?? 0xffffffff;
    }
  }
  return { data: new Uint8ClampedArray(to.buffer), width, height };
}

/** Fewer dark points than one short line of print has; edges are left out, where a scanner sees the lid. */
function isBlank({ data, width, height }: Pixels): boolean {
  const [left, top] = [Math.round(width * 0.04), Math.round(height * 0.04)];
  let dark = 0;
  for (let y = top; y < height - top; y += 1) {
    for (let x = left; x < width - left; x += 1) {
      const at = (y * width + x) * 4;
      if (Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255) < 160) dark += 1;
    }
  }
  return dark < width * height * 0.000_05;
}
