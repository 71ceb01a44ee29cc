import { readFileSync } from 'node:fs';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { decodePage, prepareReader } from '#documents/read/decode.ts';
import { openImage } from '#documents/read/pages.ts';
import { scanOf, type ScanLook } from '#documents/read/scans.test-support.ts';
import { renderForm, renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { quantile } from './quantile.ts';

/*
 * node bench/scan.ts
 * Milliseconds to identify one page of a scanned form, by how it was scanned: decoding the picture, reading the code, its retries included.
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
];

const { bytes } = await renderForm({ edition: loadEdition(raw), plan, problems: [], mark, date: '2022-03-11' }).finally(() => renderers.close());
const { pages } = await readPaper(bytes);
await prepareReader();
for (const [name, look] of looks) {
  const times: number[] = [];
  let found = 0;
  for (const page of pages) {
    const scan = await scanOf(page, look);
    const start = performance.now();
    const { draw } = await openImage(scan);
    const { codes } = await decodePage(
      (longest) => draw(1, longest),
      () => true,
    );
    times.push(performance.now() - start);
    found += codes.length === 1 ? 1 : 0;
  }
  console.log(
    `${name.padEnd(32)} ${found}/${pages.length} pages  p50 ${quantile(times, 0.5).toFixed(0).padStart(5)} ms  p95 ${quantile(times, 0.95).toFixed(0).padStart(5)} ms`,
  );
}
