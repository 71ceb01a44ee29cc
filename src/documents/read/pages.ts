import { createCanvas, type Image, loadImage, type Canvas } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Colour pixels, four bytes each, as a code reader takes them. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** A part of a page: fractions of its width and height. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface OpenScan {
  readonly pages: number;
  /** Page `n` (from 1), or a part of it, so large that the whole page's longer side has this many pixels; a small picture is enlarged a few times only. */
  draw(n: number, longest: number, part?: Part): Promise<Pixels>;
  /** Page `n` as a picture for the eye. */
  paint(n: number, longest: number): Promise<Canvas>;
}

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const whole: Part = { x: 0, y: 0, width: 1, height: 1 };

/** Opens a scanned PDF: nothing outside of it is fetched, none of its scripts run. Throws where it cannot be read. */
export async function openPdf(bytes: Uint8Array): Promise<OpenScan> {
  const document = await getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    stopAtErrors: false,
    wasmUrl: `${folder}/wasm/`,
    cMapUrl: `${folder}/cmaps/`,
    standardFontDataUrl: `${folder}/standard_fonts/`,
  }).promise;
  /** The page looked at last, where it is one picture: a scanner's own pixels say more than a page drawn anew from them. */
  let scanned: { readonly n: number; readonly picture: Canvas | undefined } | undefined;
  return {
    pages: document.numPages,
    async draw(n, longest, part = whole) {
      if (scanned?.n !== n) {
        if (scanned?.picture) free(scanned.picture);
        scanned = { n, picture: await onlyPicture(await document.getPage(n)) };
      }
      return scanned.picture === undefined ? pixelsOf(await painted(await document.getPage(n), longest, part)) : scaled(scanned.picture, longest, part);
    },
    paint: async (n, longest) => painted(await document.getPage(n), longest, whole),
  };
}

async function painted(page: PDFPageProxy, longest: number, part: Part): Promise<Canvas> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = longest / Math.max(width, height);
  const viewport = page.getViewport({ scale, offsetX: -part.x * width * scale, offsetY: -part.y * height * scale });
  const canvas = createCanvas(Math.max(1, Math.round(width * scale * part.width)), Math.max(1, Math.round(height * scale * part.height)));
  // pdfjs-dist names the browser's canvas types; under Node it draws on this one.
  await page.render({ canvas, viewport } as never).promise;
  page.cleanup();
  return canvas;
}

const bytesOf = { 2: 3, 3: 4 } as const;

/** The one picture that a scanned page is, in its own size; undefined where the page is anything else. */
async function onlyPicture(page: PDFPageProxy): Promise<Canvas | undefined> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const painting = [...fnArray.keys()].filter((at) => fnArray[at] === OPS.paintImageXObject);
  const [at] = painting;
  if (at === undefined || painting.length > 1 || fnArray.includes(OPS.showText) || fnArray.includes(OPS.paintImageMaskXObject)) return undefined;
  const id: unknown = argsArray[at]?.[0];
  if (typeof id !== 'string') return undefined;
  const found = await new Promise<unknown>((resolve) => (id.startsWith('g_') ? page.commonObjs : page.objs).get(id, resolve));
  return isPicture(found) ? pictureOf(found) : undefined;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** 2: three bytes a point; 3: four. */
  readonly kind: 2 | 3;
  readonly data: Uint8Array | Uint8ClampedArray;
}

function isPicture(value: unknown): value is Picture {
  if (typeof value !== 'object' || value === null || !('data' in value) || !('kind' in value)) return false;
  return (value.data instanceof Uint8Array || value.data instanceof Uint8ClampedArray) && (value.kind === 2 || value.kind === 3);
}

function pictureOf({ width, height, kind, data }: Picture): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const step = bytesOf[kind];
  for (let from = 0, to = 0; to < image.data.length; from += step, to += 4) {
    image.data[to] = data[from] ?? 255;
    image.data[to + 1] = data[from + 1] ?? 255;
    image.data[to + 2] = data[from + 2] ?? 255;
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** A code of few points is found more easily when the points between them are made up. */
const enlarged = 4;

/** A photo or a scan of one page. Throws where it cannot be decoded. */
export async function openImage(bytes: Uint8Array): Promise<OpenScan> {
  const image = await loadImage(bytes);
  return {
    pages: 1,
    draw: async (_, longest, part = whole) => scaled(image, longest, part),
    paint: async (_, longest) => onPaper(image, Math.min(longest, Math.max(image.width, image.height)), whole),
  };
}

function scaled(image: Image | Canvas, longest: number, part: Part): Pixels {
  return pixelsOf(onPaper(image, longest, part));
}

function onPaper(image: Image | Canvas, longest: number, { x, y, width, height }: Part): Canvas {
  const scale = Math.min(enlarged, longest / Math.max(image.width, image.height));
  const [sourceWidth, sourceHeight] = [image.width * width, image.height * height];
  const canvas = createCanvas(Math.max(1, Math.round(sourceWidth * scale)), Math.max(1, Math.round(sourceHeight * scale)));
  const context = canvas.getContext('2d');
  // Transparent is white, as paper is.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, image.width * x, image.height * y, sourceWidth, sourceHeight, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixelsOf(canvas: Canvas): Pixels {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  free(canvas);
  return { data, width, height };
}

/** Gives the canvas's own memory back at once, which V8 neither sees nor hurries to free. */
export function free(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}
