import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/* Printed, sealed and scanned pages, simulated from a rendered paper. */

export interface ScanLook {
  readonly dpi: number;
  /** Degrees that the page lies askew. */
  readonly tilt?: number;
  readonly upsideDown?: boolean;
  /** 0–100; PNG where absent. */
  readonly jpeg?: number;
  /** A red seal over the code. */
  readonly seal?: boolean;
}

/** The page as a scanner would give it. */
export async function scanOf(page: PDFPageProxy, { dpi, tilt = 0, upsideDown = false, jpeg, seal = false }: ScanLook): Promise<Uint8Array> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  const printed = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // pdfjs-dist names the browser's canvas types; under Node it draws on this one.
  await page.render({ canvas: printed, viewport } as never).promise;
  if (seal) stamp(printed, dpi);
  const canvas = createCanvas(printed.width, printed.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(((tilt + (upsideDown ? 180 : 0)) * Math.PI) / 180);
  context.drawImage(printed, -canvas.width / 2, -canvas.height / 2);
  return new Uint8Array(jpeg === undefined ? await canvas.encode('png') : await canvas.encode('jpeg', jpeg));
}

GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'), 'Seal');

/** A round official seal of 42 mm over the code: its ring cuts a corner of the code, its star and letters lie on it; ink lets black through. */
function stamp(canvas: Canvas, dpi: number): void {
  const mm = dpi / 25.4;
  const context = canvas.getContext('2d');
  const [x, y] = [canvas.width - 42 * mm, 30 * mm];
  context.globalCompositeOperation = 'multiply';
  context.globalAlpha = 0.85;
  context.strokeStyle = '#d81e1e';
  context.fillStyle = '#d81e1e';
  context.lineWidth = 1.4 * mm;
  context.beginPath();
  context.arc(x, y, 20 * mm, 0, Math.PI * 2);
  context.stroke();
  context.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const angle = (point * Math.PI) / 5 - Math.PI / 2;
    const radius = (point % 2 === 0 ? 7 : 2.8) * mm;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.fill();
  context.font = `${4.5 * mm}px Seal`;
  context.textAlign = 'center';
  for (const [index, letter] of [...'泰州医药高新技术产业开发区'].entries()) {
    context.save();
    context.translate(x, y);
    context.rotate(((index - 6) * Math.PI) / 9);
    context.fillText(letter, 0, -13.5 * mm);
    context.restore();
  }
  context.fillText('管理委员会', x, y + 13 * mm);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

/** What a scanner writes: one JPEG a page, and nothing else. */
export function scannedPdf(
  jpegs: readonly Uint8Array[],
  dpi: number,
  sizeOf: (jpeg: Uint8Array) => { readonly width: number; readonly height: number },
): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (id: number, ...body: readonly (string | Uint8Array)[]): void => {
    offsets[id] = length;
    put(`${id} 0 obj\n`);
    for (const part of body) put(part);
    put('\nendobj\n');
  };
  put('%PDF-1.4\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${jpegs.map((_, index) => `${index * 3 + 3} 0 R`).join(' ')}] /Count ${jpegs.length} >>`);
  jpegs.forEach((jpeg, index) => {
    const id = index * 3 + 3;
    const { width, height } = sizeOf(jpeg);
    const [w, h] = [(width * 72) / dpi, (height * 72) / dpi].map((points) => points.toFixed(2));
    const content = `q ${w} 0 0 ${h} 0 0 cm /Im Do Q`;
    object(id, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /Im ${id + 1} 0 R >> >> /Contents ${id + 2} 0 R >>`);
    object(
      id + 1,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    );
    object(id + 2, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  const start = length;
  put(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`);
  for (const offset of offsets.slice(1)) put(`${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}
