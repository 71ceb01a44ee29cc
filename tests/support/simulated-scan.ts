import { expect } from 'vitest';
import { imageSize } from '#domain/files/image-size.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import { scannedPdf, scanOf, type ScanLook } from '#documents/read/scans.test-support.ts';

type Look = ScanLook & { readonly jpeg: number };

/** How paper comes out of county offices' scanners, by the order in which it is bound: letter, form, plan, commitment. */
export const looks: readonly Look[] = [
  { dpi: 200, seal: true, jpeg: 80 },
  { dpi: 100, tilt: -3, jpeg: 85 },
  { dpi: 100, jpeg: 75 },
  { dpi: 200, tilt: 3, upsideDown: true, jpeg: 80 },
];

/** The first pages of a PDF (all where no number is given), printed, sealed and scanned into another one. */
export async function scanPaper(pdf: Uint8Array, look: Look, pages?: number): Promise<Uint8Array> {
  const jpegs: Uint8Array[] = [];
  for (const page of (await readPaper(pdf)).pages.slice(0, pages)) jpegs.push(await scanOf(page, look));
  return scannedPdf(jpegs, look.dpi, (jpeg) => imageSize(jpeg, 'jpg') ?? expect.fail('no JPEG'));
}
