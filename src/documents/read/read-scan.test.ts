import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageSize } from '#domain/files/image-size.ts';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import { judgeScan, type FiledPapers } from '#domain/package/judge-scan.ts';
import { renderForm, renderers } from '../render/form.ts';
import { frozen, readPaper, request, samplePlan, withEnterprises, type ReadPaper } from '../render/paper.test-support.ts';
import { readScan } from './read-scan.ts';
import { scanOf, scannedPdf, type ScanLook } from './scans.test-support.ts';

const sample = samplePlan();
const plan = { ...withEnterprises(sample, 6), projects: sample.projects.slice(0, 1) };
let paper: ReadPaper;
let filed: FiledPapers;

beforeAll(async () => {
  const { bytes, pages } = await renderForm(request({ plan }));
  paper = await readPaper(bytes);
  filed = {
    number: frozen.number,
    version: frozen.version,
    digest: frozen.digest,
    papers: [{ kind: 'form', pages }],
    earlier: [{ version: 1, digest: 'ab'.repeat(32) }],
  };
});
afterAll(() => renderers.close());

/** Pages scanned one after the other into one PDF. */
async function scannedAs(pages: ReadPaper['pages'], look: ScanLook & { readonly jpeg: number }): Promise<Uint8Array> {
  const jpegs: Uint8Array[] = [];
  for (const page of pages) jpegs.push(await scanOf(page, look));
  return scannedPdf(jpegs, look.dpi, (jpeg) => imageSize(jpeg, 'jpg') ?? expect.fail('no JPEG'));
}

/** The same paper frozen otherwise: its first two pages, scanned. */
async function otherwise(changes: Partial<typeof frozen>): Promise<Uint8Array> {
  const { bytes } = await renderForm(request({ plan, mark: { ...frozen, ...changes } }));
  return scannedAs((await readPaper(bytes)).pages.slice(0, 2), { dpi: 110, jpeg: 80 });
}

describe('every page of a sealed, printed and scanned form is identified', () => {
  test.each<[string, ScanLook & { readonly jpeg: number }]>([
    ['200 dpi, 3° askew', { dpi: 200, tilt: 3, jpeg: 90 }],
    ['100 dpi, −3° askew', { dpi: 100, tilt: -3, jpeg: 85 }],
    ['upside down, JPEG quality 60', { dpi: 200, upsideDown: true, jpeg: 60 }],
    ['200 dpi, a red seal over the code', { dpi: 200, seal: true, jpeg: 80 }],
    ['200 dpi, a red seal over the code, askew, upside down, JPEG quality 60', { dpi: 200, seal: true, tilt: 3, upsideDown: true, jpeg: 60 }],
    ['100 dpi, a red seal over the code, 3° askew, upside down, JPEG quality 60', { dpi: 100, seal: true, tilt: 3, upsideDown: true, jpeg: 60 }],
    ['100 dpi, a red seal over the code, −3° askew, upside down, JPEG quality 60', { dpi: 100, seal: true, tilt: -3, upsideDown: true, jpeg: 60 }],
  ])('%s', async (_, look) => {
    const scan = await readScan(await scannedAs(paper.pages.slice(0, 3), look), 'application/pdf');
    expect(judgeScan(scan, filed).found).toEqual([1, 2, 3].map((page) => ({ scan: page, kind: 'form', page })));
  });

  test('a whole paper in order is what was filed', async () => {
    expect(judgeScan(await readScan(await scannedAs(paper.pages, { dpi: 110, jpeg: 80 }), 'application/pdf'), filed)).toMatchObject({ ok: true, faults: [] });
  });

  test('each page as a JPEG of its own: 100 dpi, a red seal over the code, quality 60', async () => {
    for (const [index, page] of paper.pages.slice(0, 2).entries()) {
      const scan = await readScan(await scanOf(page, { dpi: 100, seal: true, jpeg: 60 }), 'image/jpeg');
      expect(judgeScan(scan, filed).found).toEqual([{ scan: 1, kind: 'form', page: index + 1 }]);
    }
  });

  test('as a PNG and as a photo of one page', async () => {
    const [page = expect.fail('no page')] = paper.pages;
    for (const [bytes, type] of [
      [await scanOf(page, { dpi: 100, tilt: 2 }), 'image/png'],
      [await scanOf(page, { dpi: 300, seal: true, jpeg: 70 }), 'image/jpeg'],
    ] as const) {
      expect(judgeScan(await readScan(bytes, type), filed).found).toEqual([{ scan: 1, kind: 'form', page: 1 }]);
    }
  });
});

describe('what is wrong is named, from the pixels', () => {
  test('a missing page and two swapped ones', async () => {
    const [first = expect.fail('no page'), second = expect.fail('no page'), , fourth = expect.fail('no page')] = paper.pages;
    const verdict = judgeScan(await readScan(await scannedAs([second, first, fourth], { dpi: 110, jpeg: 80 }), 'application/pdf'), filed);
    expect(verdict.faults.slice(0, 2)).toMatchObject([{ fault: 'misplaced' }, { fault: 'missing', kind: 'form', page: 3 }]);
  });

  test('a forged digest', async () => {
    const verdict = judgeScan(await readScan(await otherwise({ digest: 'ef'.repeat(32) }), 'application/pdf'), filed);
    expect(verdict.faults).toContainEqual(expect.objectContaining({ fault: 'forged', scan: 1 }));
    expect(verdict.found).toEqual([]);
  });

  test('pages of the version before', async () => {
    const verdict = judgeScan(await readScan(await otherwise({ version: 1, digest: 'ab'.repeat(32) }), 'application/pdf'), filed);
    expect(verdict.faults).toContainEqual(expect.objectContaining({ fault: 'superseded', scan: 2 }));
  });
});

describe('what cannot be read is refused', () => {
  test('a PDF with a script, before anything opens it', async () => {
    await expect(readScan(pdf('9 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n'), 'application/pdf')).rejects.toMatchObject({
      code: 'badFile',
      detail: { fault: 'active' },
    });
  });

  test('another kind of file than its type says', async () => {
    await expect(readScan(pdf(), 'image/png')).rejects.toMatchObject({ code: 'badFile' });
    await expect(readScan(pdf(), 'text/html')).rejects.toMatchObject({ code: 'badFile', detail: { fault: 'notAdmitted' } });
  });

  test('more pages, more memory or more time than allowed; and the next scan is read all the same', async () => {
    const limits = { bytes: 200_000_000, pages: 400, time: 60_000, memory: 1_500_000_000, waiting: 4 };
    const [page = expect.fail('no page')] = paper.pages;
    const scan = await scanOf(page, { dpi: 100 });
    const two = await scannedAs(paper.pages.slice(0, 2), { dpi: 100, jpeg: 80 });
    await expect(readScan(two, 'application/pdf', { ...limits, pages: 1 })).rejects.toMatchObject({ code: 'unrenderable', detail: { reason: 'tooManyPages' } });
    await expect(readScan(scan, 'image/png', { ...limits, memory: 1_000_000 })).rejects.toMatchObject({ detail: { reason: 'killed' } });
    await expect(readScan(scan, 'image/png', { ...limits, time: 1 })).rejects.toMatchObject({ detail: { reason: 'killed' } });
    expect(await readScan(scan, 'image/png', limits)).toHaveLength(1);
  });
});
