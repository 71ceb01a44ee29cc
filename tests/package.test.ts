import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { openPackage } from '#documents/package/open-package.ts';
import { renderers } from '#documents/render/form.ts';
import { codesOn, readPaper } from '#documents/render/paper.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { judgePackage } from '#domain/package/judge-package.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { readPackage } from '#usecases/read-package.ts';
import { receiptPdf } from '#usecases/read-receipt.ts';
import { sessionOf } from '#usecases/session.ts';
import type { SubmitReceipt } from '#usecases/submit-plan.ts';
import type { Verdict } from '#usecases/verify-code.ts';
import { secondTime } from '#web/messages/formats.ts';
import { packages } from '#web/messages/package.ts';
import { attachAll } from './support/attach.ts';
import { launchBrowser } from './support/browser.ts';
import type { Answer, Client } from './support/client.ts';
import { fillPlan, settle } from './support/fill-plan.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

const edition = loadEdition(raw);
const program = path.resolve(import.meta.dirname, '../src/main/cli.ts');
let app: TestApp;
let zone: Client;
let anyone: Client;
let plan: string;
let receipt: SubmitReceipt;
let folder: string;
let answers: readonly Answer[];
const key = randomUUID();
const submit = (): Promise<Answer> => zone.send('POST', `/api/plans/${plan}/submit`, { key, body: {} });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-package-'));
  app = await startTestApp({
    edition,
    places: { zone: { name: sample.zone, cityCode: sample.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  zone = await app.as('zoneSubmitter');
  anyone = await app.as('public');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  const content: PlanContent = sample;
  await fillPlan(zone, plan, content);
  await attachAll(zone, plan, content);
  await settle(zone, plan);
  answers = await Promise.all([submit(), submit(), submit()]);
  receipt = answers[0]!.json();
}, 120_000);

afterAll(async () => {
  await app?.close();
  renderers.close();
  await rm(folder, { recursive: true });
});

const at = (rest: string): string => `/api/plans/${plan}/${rest}`;
const verify = async (code: string): Promise<Verdict> => (await anyone.get(`/api/verify/${encodeURIComponent(code)}`)).json();
const verifyFile = async (bytes: Uint8Array): Promise<Verdict> => (await anyone.get(`/api/verify/files/${sm3(bytes)}`)).json();
const paper = async (kind: 'form' | 'plan' | 'commitment'): Promise<Uint8Array> =>
  (await zone.get(at(kind === 'form' ? 'versions/1/form.pdf' : `versions/1/documents/${kind}.pdf`))).bytes;

describe('the receipt', () => {
  test('three presses at once, and one after a lost answer, are one filing with one receipt, which its page gives again', async () => {
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const answer of [...answers, await submit()]) expect(answer.json()).toEqual(receipt);
    expect((await zone.get(at('versions'))).json()).toHaveLength(1);
    const shown = (await zone.get(at(`receipts/${receipt.number}`))).json<{ receipt: SubmitReceipt; next: string[] }>();
    expect(shown).toMatchObject({ receipt, zone: sample.zone, title: edition.title, current: true });
    expect(shown.next.join('')).toContain('泰州市科技局');
  });

  test('on paper it has the same bytes each time, and says what was filed', async () => {
    const [one, two] = await Promise.all([zone.get(at(`receipts/${receipt.number}/receipt.pdf`)), zone.get(at(`receipts/${receipt.number}/receipt.pdf`))]);
    expect(one.status).toBe(200);
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
    const { pages, text, xmp } = await readPaper(one.bytes);
    expect(pages).toHaveLength(1);
    expect(xmp).toContain('pdfaid:part');
    const spaced = [
      receipt.digest,
      receipt.pdfDigest,
      receipt.auditHead.hash,
      receipt.code,
      receipt.number,
      receipt.plan,
      ...receipt.documents.map(({ digest }) => digest),
    ];
    for (const words of [...spaced, sample.zone, secondTime(receipt.arrivedAt).replaceAll(' ', '')]) expect(text).toContain(words);
    const [code = ''] = await codesOn(pages[0]!);
    expect(await verify(code)).toMatchObject({ status: 'valid', digest: receipt.digest });
  });

  test('it is another’s only where they may read the version; a number that is another’s plan’s is absent', async () => {
    const other = await app.as('otherZone');
    const status = async (client: Client, rest: string): Promise<number> => (await client.get(at(rest))).status;
    expect(await status(other, `receipts/${receipt.number}`)).toBe(404);
    expect(await status(other, 'versions/1/package.zip')).toBe(404);
    expect(await status(zone, 'receipts/HZ2022-999999')).toBe(404);
    expect(await status(zone, 'versions/2/package.zip')).toBe(404);
    expect(await status(await app.as('city'), `receipts/${receipt.number}`)).toBe(200);
  });
});

describe('the public page', () => {
  test('a page’s code says which paper it is of; a typed one stands on all of them', async () => {
    const papers = [
      { kind: 'form', title: edition.forms.form.title, pages: receipt.pages },
      ...receipt.documents.map(({ kind, pages }) => expect.objectContaining({ kind, pages })),
    ];
    const typed = await verify(receipt.code);
    expect(typed).toMatchObject({ status: 'valid', version: 1, papers: expect.arrayContaining(papers) });
    expect(Object.keys(typed).toSorted()).toEqual(['checkedAt', 'current', 'digest', 'filedAt', 'papers', 'status', 'version', 'zone']);
    for (const kind of ['form', 'plan', 'commitment'] as const) {
      const { pages } = await readPaper(await paper(kind));
      const [code = ''] = await codesOn(pages.at(-1)!);
      expect(await verify(code), kind).toMatchObject({ status: 'valid', papers: [{ kind, pages: pages.length }] });
      // The right digest on a page that the paper has not: nobody printed that here.
      expect((await verify(code.replace(/\d+\/\d+$/, '1/99'))).status, kind).toBe('unknown');
    }
    const letter = `HTTP://JIQUN.TEST/V/${receipt.plan}/1/${receipt.digest.toUpperCase()}/L/1/2`;
    expect((await verify(letter)).status).toBe('unknown');
  });

  test('a file is known by its digest alone; one byte more, a receipt or a draft is not', async () => {
    for (const kind of ['form', 'plan', 'commitment'] as const)
      expect(await verifyFile(await paper(kind))).toMatchObject({ status: 'valid', papers: [{ kind }], digest: receipt.digest });
    const form = await paper('form');
    expect((await verifyFile(Buffer.concat([form, Buffer.from('\n')]))).status).toBe('unknown');
    expect((await verifyFile((await zone.get(at(`receipts/${receipt.number}/receipt.pdf`))).bytes)).status).toBe('unknown');
    expect((await anyone.get('/api/verify/files/1234')).status).toBe(400);
  });
});

describe('the package', () => {
  let zip: Answer;
  beforeAll(async () => {
    zip = await zone.get(at('versions/1/package.zip'));
    await writeFile(path.join(folder, 'x.zip'), zip.bytes);
  });
  const check = async (...args: readonly string[]): Promise<{ code: unknown; out: string; err: string }> =>
    promisify(execFile)(process.execPath, [program, 'verify', 'package', path.join(folder, 'x.zip'), ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      (error: { code: unknown; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout, err: error.stderr }),
    );

  test('it holds the version, agrees with itself, and has the same bytes each time', async () => {
    expect(zip.headers.get('content-disposition')).toBe(`attachment; filename="${receipt.plan}-v1.zip"`);
    const opened = openPackage(zip.bytes);
    if ('fault' in opened) throw new Error(opened.fault);
    expect(judgePackage({ ...opened, whole: true })).toMatchObject({ faults: [], receipt, plan: { zone: sample.zone } });
    expect(sm3(opened.files.get('form.pdf')!)).toBe(receipt.pdfDigest);
    expect(Buffer.from((await zone.get(at('versions/1/package.zip'))).bytes).equals(zip.bytes)).toBe(true);
  });

  test('an installation that has moved gives the same package and the same receipt', async () => {
    const moved = { ...app.deps, publicUrl: 'https://moved.example' };
    const { filedBy } = await app.deps.db.selectFrom('planVersion').select('filedBy').where('planId', '=', plan).executeTakeFirstOrThrow();
    const filer = await sessionOf(moved, filedBy);
    expect(Buffer.from((await readPackage(moved, filer, plan, 1)).bytes).equals(zip.bytes)).toBe(true);
    const printed = await zone.get(at(`receipts/${receipt.number}/receipt.pdf`));
    expect(Buffer.from((await receiptPdf(moved, filer, plan, receipt.number)).bytes).equals(printed.bytes)).toBe(true);
  });

  test('the command line renders its papers to the very bytes that were filed, without a network or a database', async () => {
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(receipt.digest);
    expect(out).toContain(`${receipt.plan} 第 1 版`);
    expect(await check('--url', 'https://elsewhere.example')).toMatchObject({ code: 1, err: expect.stringContaining('二维码里的地址') });
  }, 60_000);

  test('its page opens from the disk with no network, tells papers from other files, and asks nobody anything', async () => {
    const opened = openPackage(zip.bytes);
    if ('fault' in opened) throw new Error(opened.fault);
    await writeFile(path.join(folder, 'open.html'), opened.files.get('open.html')!);
    await writeFile(path.join(folder, 'form.pdf'), await paper('form'));
    await writeFile(path.join(folder, 'other.pdf'), '%PDF-1.7 other');
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await page.goto(`file://${path.join(folder, 'open.html')}`);
      await page.getByText(packages.wholeFiled).waitFor();
      await page.setInputFiles('#files', [path.join(folder, 'form.pdf'), path.join(folder, 'other.pdf')]);
      await page.getByText(packages.isPaper('form.pdf', packages.papers.form, receipt.pages)).waitFor();
      await page.getByText(packages.isNothing('other.pdf')).waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await page.locator('#app').innerText()).toContain(sample.form.name.name);
      expect({ asked, said }).toEqual({ asked: [`file://${path.join(folder, 'open.html')}`], said: [] });
    } finally {
      await browser.close();
    }
  }, 60_000);
});

test('recalled, the papers are superseded and the receipt says so; what was given stays as it was', async () => {
  const form = await paper('form');
  expect((await zone.send('POST', at('recall'), { body: { reason: '更正联系人' } })).status).toBe(200);
  expect(await verifyFile(form)).toMatchObject({ status: 'superseded', current: null });
  expect((await zone.get(at(`receipts/${receipt.number}`))).json()).toMatchObject({ receipt, current: false });
});

test('whoever asks more often than anybody needs to is told to wait, and everybody else is served', async () => {
  const asked = await Promise.all(Array.from({ length: 130 }, () => anyone.get('/api/verify/JQ2022-0001-1-0000-0000')));
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get('retry-after')).toBe('60');
  expect(refused[0]?.json()).toMatchObject({ code: 'tooOften' });
  expect((await anyone.get('/api/clock')).status).toBe(200);
  expect(app.bugs).toEqual([]);
});
