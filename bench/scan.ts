import { readFileSync } from 'node:fs';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { decodePage, prepareReader } from '#documents/read/decode.ts';
import { openPdf } from '#documents/read/pages.ts';
import { scanOf, scannedPdf, type ScanLook } from '#documents/read/scans.test-support.ts';
import { renderForm, renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import { imageSize } from '#domain/files/image-size.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { quantile } from './quantile.ts';

/*
 * node bench/scan.ts
 * Milliseconds of processor time to identify one page of a scanned form, by how it was scanned: opening its PDF, decoding the picture, reading the code, retries included.
 */
const plan: PlanContent = JSON.parse(readFileSync(new URL('../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
const mark = { number: 'JQ2022-0123', version: 2, digest: '5f2a'.repeat(16), publicUrl: 'https://jiqun.example.cn' };
const looks: readonly [string, ScanLook][] = [
  ['200 dpi', { dpi: 200, jpeg: 85 }],
  ['200 dpi, 3° askew', { dpi: 200, tilt: 3, jpeg: 85 }],
  ['200 dpi, upside down, JPEG 60', { dpi: 200, upsideDown: true, jpeg: 60 }],
  ['200 dpi, red seal', { dpi: 200, seal: true, jpeg: 85 }],
  ['100 dpi', { dpi: 100, jpeg: 85 }],
  ['100 dpi, red seal, JPEG 60', { dpi: 100, seal: true, jpeg: 60 }],
  ['100 dpi, all of these at once', { dpi: 100, tilt: 3, upsideDown: true, seal: true, jpeg: 60 }],
];

const { bytes } = await renderForm({ edition: loadEdition(raw), plan, problems: [], mark, date: '2022-03-11' }).finally(() => renderers.close());
const pages = (await readPaper(bytes)).pages.slice(0, 8);
await prepareReader();
for (const [name, look] of looks) {
  const times: number[] = [];
  let found = 0;
  for (const page of pages) {
    const scan = scannedPdf([await scanOf(page, look)], look.dpi, (jpeg) => imageSize(jpeg, 'jpg') ?? { width: 0, height: 0 });
    const start = process.cpuUsage();
    const { draw } = await openPdf(scan);
    const { codes } = await decodePage(
      (longest, part) => draw(1, longest, part),
      () => true,
    );
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1_000);
    found += codes.length === 1 ? 1 : 0;
  }
  console.log(
    `${name.padEnd(32)} ${found}/${pages.length} pages  p50 ${quantile(times, 0.5).toFixed(0).padStart(5)} ms  p95 ${quantile(times, 0.95).toFixed(0).padStart(5)} ms`,
  );
}
