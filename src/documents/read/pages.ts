import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Colour pixels, four bytes each, as a code reader takes them. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export interface OpenScan {
  readonly pages: number;
  /** Page `n` (from 1) so large that its longer side has this many pixels; a small photo is enlarged a few times only. */
  draw(n: number, longest: number): Promise<Pixels>;
}

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

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
  return {
    pages: document.numPages,
    async draw(n, longest) {
      const page = await document.getPage(n);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: longest / Math.max(width, height) });
      const canvas = createCanvas(Math.max(1, viewport.width), Math.max(1, viewport.height));
      // pdfjs-dist names the browser's canvas types; under Node it draws on this one.
      await page.render({ canvas, viewport } as never).promise;
      page.cleanup();
      return pixelsOf(canvas);
    },
  };
}

/** A code of few points is found more easily when the points between them are made up. */
const enlarged = 3;

/** A photo or a scan of one page. Throws where it cannot be decoded. */
export async function openImage(bytes: Uint8Array): Promise<OpenScan> {
  const image = await loadImage(bytes);
  return {
    pages: 1,
    async draw(_, longest) {
      const scale = Math.min(enlarged, longest / Math.max(image.width, image.height));
      const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
      const context = canvas.getContext('2d');
      // Transparent is white, as paper is.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return pixelsOf(canvas);
    },
  };
}

/** Takes the pixels and gives the canvas's own memory back at once, which V8 neither sees nor hurries to free. */
function pixelsOf(canvas: Canvas): Pixels {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  canvas.width = 0;
  canvas.height = 0;
  return { data, width, height };
}
