import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '#db/files.ts';
import { imageSize } from '#domain/files/image-size.ts';
import { pagePictures } from '#documents/read/page-pictures.ts';
import { scanOf, scannedPdf, type ScanLook } from '#documents/read/scans.test-support.ts';
import { renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { type Inspect, readSealedScan } from '#usecases/scan-read.ts';
import { scanState } from '#usecases/scan-state.ts';
import { failureSentence } from '#web/messages/papers.ts';
import type { Answer, Client } from './support/client.ts';
import { recommendSealed, renderSealed, type Sealed } from './support/sealed-plan.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

const whole: PlanContent = sample;
const content = { ...whole, projects: whole.projects.slice(0, 1) };
const hard: ScanLook = { dpi: 100, tilt: 3, upsideDown: true, seal: true, jpeg: 60 };
const plain: ScanLook = { dpi: 110, jpeg: 75 };

let app: TestApp;
let zone: Client;
let city: Client;
let plan: string;
let number: string;
let sealed: Sealed;
/** Each page of 申报表 and 承诺书, in order, as a scanner gives it. */
let scans: Uint8Array[];

interface Papers {
  readonly stage: string;
  readonly papers: readonly { readonly kind: string; readonly name: string; readonly pages: number; readonly copies: number; readonly seals: string }[];
  readonly notes: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly mayScan: boolean;
  readonly scan: null | {
    readonly state: string;
    readonly files: readonly { readonly id: string; readonly name: string; readonly pages: number | null }[];
    readonly pages: readonly object[];
    readonly ok: boolean | null;
    readonly found: readonly { readonly scan: number; readonly kind: string; readonly page: number; readonly told?: true; readonly by?: string }[];
    readonly faults: readonly { readonly fault: string; readonly scan?: number; readonly kind?: string; readonly page?: number }[];
    readonly failure: JsonObject | null;
  };
}

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: sample.zone, cityCode: sample.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-22T10:00:00+08:00');
  [zone, city] = [await app.as('zoneSubmitter'), await app.as('city')];
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  ({ number } = (await zone.get(`/api/plans/${plan}`)).json<{ number: string }>());
  sealed = await renderSealed(number, 1, content);
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
  pagePictures.close();
});

const at = (path: string) => `/api/plans/${plan}/${path}`;
const papers = async (by = zone) => (await by.get(at('papers'))).json<Papers>();
const post = (path: string, body: unknown = {}) => zone.send('POST', at(path), { body });
const add = (name: string, bytes: Uint8Array, path = 'scan/files?') => zone.send('POST', `${at(path)}name=${encodeURIComponent(name)}`, { bytes });
const said = (answer: Answer) => ({ status: answer.status, ...answer.json<{ code?: string; detail?: Record<string, unknown> }>() });

async function scanned(paper: Uint8Array, look: ScanLook): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (const page of (await readPaper(paper)).pages) pages.push(await scanOf(page, look));
  return pages;
}

const bound = (pages: readonly Uint8Array[]) => scannedPdf(pages, 110, (jpeg) => imageSize(jpeg, 'jpg') ?? expect.fail('no JPEG'));

/** Does what the job does, for the job that the last command asked for. */
async function readLast(inspect?: Inspect): Promise<void> {
  const job = app.jobs.findLast(({ name }) => name === 'scan-read')!;
  await readSealedScan(app.deps.db, (job.data as { readonly scan: string }).scan, inspect);
}

/** Hands in the scan as it stands, does its job, and answers what was found. */
async function judged(): Promise<NonNullable<Papers['scan']>> {
  expect((await post('scan/read')).status).toBe(200);
  await readLast();
  return (await papers()).scan!;
}

const remove = async (id: string) => expect((await zone.send('DELETE', at(`scan/files/${id}`))).status).toBe(200);
const order = async (files: readonly string[]) => expect((await zone.send('PUT', at('scan/order'), { body: { files } })).status).toBe(200);

test('before the city has recommended nothing sealed is asked for: no package, no scan', async () => {
  expect(await papers()).toMatchObject({ stage: 'notYet', papers: [], scan: null, mayScan: false });
  expect((await zone.get(at('papers/package.zip'))).status).toBe(404);
  expect(said(await add('早.pdf', bound([])))).toMatchObject({ status: 409 });
});

test('the print package holds the frozen papers in the order of binding, named with their copies, and says how to print and seal', async () => {
  await recommendSealed(app, plan, 1, content, sealed);
  const view = await papers();
  expect(view.stage).toBe('ready');
  expect(view.papers.map(({ kind, pages, copies }) => [kind, pages, copies])).toEqual([
    ['letter', sealed.pages.letter, 2],
    ['form', sealed.pages.form, 10],
    ['commitment', sealed.pages.commitment, 10],
  ]);
  for (const { title } of loadEdition(raw).seals) expect(view.papers[1]?.seals).toContain(title);
  const answer = await city.get(at('papers/package.zip'));
  expect(answer.status).toBe(200);
  const files = unzipSync(answer.bytes);
  expect(Object.keys(files)).toEqual(['0-打印、盖章与扫描须知.pdf', '1-推荐函（打印2份）.pdf', '2-申报表（打印10份）.pdf', '3-承诺书（打印10份）.pdf']);
  expect(
    Object.values(files)
      .slice(1)
      .map((file) => Buffer.from(file)),
  ).toEqual([sealed.letter, sealed.form, sealed.commitment].map((file) => Buffer.from(file)));
  const notice = await readPaper(Object.values(files)[0]!);
  for (const words of ['推荐函', '双面', '10份', '骑缝章', '手写', '重新打印']) expect(notice.text).toContain(words);
  expect(notice.text).not.toMatch(/[{}]/);
  expect((await city.get(at('papers/package.zip'))).bytes).toEqual(answer.bytes);
}, 60_000);

test('a scan of every page, some of them hard to read, is complete, in order and of the filed version', async () => {
  const letter = await scanned(sealed.letter, hard);
  scans = [...(await scanned(sealed.form, plain)), ...(await scanned(sealed.commitment, plain))];
  for (const [index, page] of scans.entries()) expect((await add(`${index + 1}.jpg`, page)).status).toBe(200);
  const { file } = (await add('推荐函.pdf', bound(letter))).json<{ file: string }>();
  const others = (await papers()).scan!.files.filter(({ id }) => id !== file).map(({ id }) => id);
  await order([file, ...others]);
  expect(said(await zone.send('PUT', at('scan/order'), { body: { files: others } }))).toMatchObject({ status: 409, code: 'stale' });
  expect(await scanState(app.deps.db, plan, 1)).toMatchObject({ state: 'gathering', ok: null });
  expect((await post('scan/read')).status).toBe(200);
  expect((await papers()).scan).toMatchObject({ state: 'reading', ok: null });
  await readLast();
  expect((await papers(city)).scan).toMatchObject({ state: 'read', ok: true, faults: [], failure: null });
  expect(await scanState(app.deps.db, plan, 1)).toMatchObject({ state: 'read', ok: true, told: 0, pages: letter.length + scans.length });
  const told = await app.deps.db.selectFrom('message').select('params').where('kind', '=', 'scan.read').execute();
  expect(told).toEqual([{ params: { number, faults: 0 } }]);
}, 120_000);

test('filed page and scanned page are shown as pictures to whoever reads the version, and to nobody else', async () => {
  const [filed, scan] = [at('versions/1/papers/form/pages/1'), at(`versions/1/scan/pages/${sealed.pages.letter + 1}`)];
  const answers = [await city.get(filed), await city.get(scan)];
  expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
    [200, 'image/png'],
    [200, 'image/jpeg'],
  ]);
  expect(imageSize(answers[0]!.bytes, 'png')?.height).toBe(1_600);
  // A scan is drawn as large as is asked for; a photo never larger than it is.
  expect(imageSize((await city.get(`${at('versions/1/scan/pages/1')}?size=close`)).bytes, 'jpg')?.height).toBe(2_600);
  expect(imageSize((await city.get(`${scan}?size=close`)).bytes, 'jpg')?.height).toBe(imageSize(scans[0]!, 'jpg')?.height);
  const other = await app.as('otherCity');
  for (const path of [filed, scan, at('versions/1/papers/form/pages/999'), at('versions/1/papers/plan/pages/1'), at('versions/2/scan/pages/1')])
    expect((await (path === filed || path === scan ? other : city).get(path)).status, path).toBe(404);
}, 30_000);

test('a missing page is named, and a photo of it alone mends the scan; what was read before is not read again', async () => {
  const missing = (await papers()).scan!.files.find(({ name }) => name === '2.jpg')!;
  expect((await post('scan/amend')).status).toBe(200);
  await remove(missing.id);
  expect(await judged()).toMatchObject({ state: 'read', ok: false, faults: [{ fault: 'missing', kind: 'form', page: 2 }] });
  expect((await add('补拍.jpg', scans[1]!, 'scan/pages?')).status).toBe(200);
  await readLast();
  expect((await papers()).scan).toMatchObject({ state: 'read', ok: true, faults: [] });
  expect(said(await add('多余.jpg', scans[1]!, 'scan/pages?'))).toMatchObject({ status: 409, code: 'wrongState' });
}, 60_000);

test('an unreadable page can be told by hand, which is shown as such, or photographed again, which makes it read', async () => {
  const place = sealed.pages.letter + 1;
  const { files } = (await papers()).scan!;
  const first = files.find(({ name }) => name === '1.jpg')!;
  const blurred = await scanOf((await readPaper(sealed.form)).pages[0] ?? expect.fail('no page'), { dpi: 25, jpeg: 40 });
  expect((await post('scan/amend')).status).toBe(200);
  const { file } = (await add('模糊.jpg', blurred)).json<{ file: string }>();
  await remove(first.id);
  await order(files.map(({ id }) => (id === first.id ? file : id)));
  expect((await judged()).faults).toEqual([
    { fault: 'unreadable', scan: place },
    { fault: 'missing', kind: 'form', page: 1 },
  ]);
  const tell = (page: number, body: unknown) => zone.send('PUT', at(`scan/pages/${page}`), { body });
  expect((await tell(place, { kind: 'form', page: 99 })).status).toBe(400);
  expect(said(await tell(place + 1, { kind: 'form', page: 1 }))).toMatchObject({ status: 409, code: 'wrongState' });
  expect((await tell(place, { kind: 'form', page: 1 })).status).toBe(200);
  const told = (await papers(city)).scan!;
  expect(told).toMatchObject({ ok: true, faults: [] });
  expect(told.found.filter((page) => page.told)).toEqual([{ scan: place, kind: 'form', page: 1, told: true, by: 'zoneSubmitter' }]);
  expect(await scanState(app.deps.db, plan, 1)).toMatchObject({ ok: true, told: 1 });
  expect((await add('重拍.jpg', scans[0]!, `scan/pages?instead=${place}&`)).status).toBe(200);
  await readLast();
  const mended = (await papers()).scan!;
  expect([mended.ok, mended.found.filter((page) => page.told).length, mended.pages.length]).toEqual([true, 0, told.pages.length]);
}, 60_000);

test('a forged page is named, and nobody can say that it is another', async () => {
  const forged = await renderSealed(number, 1, content, 'ef'.repeat(32));
  const [page] = await scanned(forged.commitment, plain);
  const last = (await papers()).scan!.files.find(({ name }) => name === `${scans.length}.jpg`)!;
  expect((await post('scan/amend')).status).toBe(200);
  await remove(last.id);
  expect((await add('伪造.jpg', page!)).status).toBe(200);
  const { faults } = await judged();
  const at1 = faults.find(({ fault }) => fault === 'forged')?.scan ?? 0;
  expect(faults).toMatchObject([
    { fault: 'forged', scan: at1 },
    { fault: 'missing', kind: 'commitment', page: sealed.pages.commitment },
  ]);
  const told = await zone.send('PUT', at(`scan/pages/${at1}`), { body: { kind: 'commitment', page: sealed.pages.commitment } });
  expect(said(told)).toMatchObject({ status: 409, code: 'wrongState' });
  expect(await scanState(app.deps.db, plan, 1)).toMatchObject({ state: 'read', ok: false });
}, 60_000);

test('a file that is no scan is refused at once; one that cannot be read fails the scan by name, which can then be changed', async () => {
  expect((await zone.send('DELETE', at('scan'))).status).toBe(200);
  expect(said(await post('scan/read'))).toMatchObject({ status: 409, code: 'wrongState' });
  expect(said(await add('扫描.pdf', new TextEncoder().encode('<html></html>')))).toMatchObject({ status: 422, code: 'badFile' });
  const broken = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
  const sent = await add('坏.pdf', broken);
  expect(sent.status).toBe(200);
  expect((await post('scan/read')).status).toBe(200);
  expect(said(await post('scan/read'))).toMatchObject({ status: 409, code: 'wrongState' });
  await readLast();
  expect((await papers()).scan).toMatchObject({ state: 'failed', failure: { file: '坏.pdf' } });
  expect((await post('scan/amend')).status).toBe(200);
  expect((await zone.send('DELETE', at(`scan/files/${sent.json<{ file: string }>().file}`))).status).toBe(200);
  expect((await papers()).scan).toMatchObject({ state: 'gathering', files: [] });
}, 60_000);

test('a file in which the virus scanner finds something is not opened and fails the scan by name; one that it could not look at is looked at again', async () => {
  const looked: string[] = [];
  const inspect: Inspect = async (bytes) => {
    looked.push(digestOf(bytes));
    return looked.length === 2 ? { clean: false, finding: 'Eicar-Signature' } : { clean: true };
  };
  const pages = scans.slice(0, 2);
  const [, second] = [await add('一.jpg', pages[0]!), await add('二.jpg', pages[1]!)];
  expect((await post('scan/read')).status).toBe(200);
  await expect(readLast(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect((await papers()).scan).toMatchObject({ state: 'reading' });
  await readLast(inspect);
  expect(looked).toEqual(pages.map((page) => digestOf(page)));
  const failed = (await papers()).scan!;
  expect(failed).toMatchObject({ state: 'failed', failure: { file: '二.jpg', code: 'badFile', fault: 'infected', finding: 'Eicar-Signature' } });
  expect(failureSentence(failed.failure ?? {})).toBe('“二.jpg”没有读出来。病毒扫描发现 Eicar-Signature，没有打开。请删去它，换一个干净的文件。');
  expect((await post('scan/amend')).status).toBe(200);
  await remove(second.json<{ file: string }>().file);
  expect(await judged()).toMatchObject({ state: 'read' });
}, 60_000);

test('only the zone sends scans, and only while they are asked for', async () => {
  for (const role of ['city', 'intake', 'province'] as const)
    expect((await (await app.as(role)).send('POST', at('scan/read'), { body: {} })).status, role).toBe(403);
  await app.deps.db.updateTable('intake').set({ state: 'refused' }).where('planId', '=', plan).execute();
  expect((await papers()).mayScan).toBe(false);
  expect(said(await add('迟.pdf', bound(scans.slice(0, 1))))).toMatchObject({ status: 409, code: 'wrongState' });
  expect(app.bugs).toEqual([]);
});
