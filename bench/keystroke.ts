/**
 * Time from a key to the next paint on the built form page, in headless Chromium: typing into the 200-row grid, and into a page of
 * 300 fields. The page is the real build; the server's answers are made here, so that nothing but the browser is measured.
 * `node bench/keystroke.ts` prints JSON: milliseconds, p50 and p95, of the whole and of the script's own part.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { Answers, FormDef, ScalarField } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { ensureWebBuilt } from '#main/web-build.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import type { Reply } from '#web/api/call.ts';

const host = 'http://form.invalid';
const digest = '0'.repeat(64);
const keys = 120;
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

interface Scene {
  readonly edition: Edition;
  readonly form: Answers;
  /** Puts the focus where the keys go. */
  readonly arrive: (page: Page) => Promise<void>;
}

interface Sample {
  readonly paint: number;
  readonly script: number;
}

/** 200 rows of nine filled columns, spread over the segments. */
function chainRows(edition: Edition): Answers[string] {
  const table = edition.forms.form.blocks.find((block) => block.key === 'chain')?.fields.find((field) => field.kind === 'table');
  if (!table) throw new Error('the form has no chain');
  const cell = (column: ScalarField, row: number): Json => {
    if (column.kind === 'choice') return column.options[Math.floor((row * column.options.length) / 200)] ?? null;
    if (column.kind === 'yesNo') return row % 3 !== 0;
    if (column.kind === 'money') return (9000 + row) * 1_000_000;
    return column.kind === 'percent' ? 12.5 : `${column.key} of company ${row + 1}`;
  };
  return { [table.key]: Array.from({ length: 200 }, (_, row) => Object.fromEntries(table.columns.map((column) => [column.key, cell(column, row)]))) };
}

function gridScene(edition: Edition): Scene {
  return {
    edition,
    form: { chain: chainRows(edition) },
    arrive: (page) => page.locator('#block-chain tr[data-row="100"] td[data-at="4"]').click(),
  };
}

function fieldsScene(edition: Edition): Scene {
  const fields = Array.from({ length: 300 }, (_, index): ScalarField => {
    const base = { key: `f${index}`, label: `Field ${index + 1}` };
    if (index % 3 === 0) return { ...base, kind: 'text', maxLength: 200 };
    return index % 3 === 1 ? { ...base, kind: 'count', unit: 'n' } : { ...base, kind: 'money', unit: 'wanYuan' };
  });
  const form: FormDef = { ...edition.forms.form, blocks: [{ key: 'many', title: 'Fields', fields }] };
  const answers = Object.fromEntries(fields.map((field, index) => [field.key, field.kind === 'text' ? 'filled in' : index * 1_000_000]));
  return {
    edition: { ...edition, rules: edition.rules.filter((rule) => rule.checks.every((check) => check.kind === 'required')), forms: { ...edition.forms, form } },
    form: { many: answers },
    arrive: (page) => page.locator('#f-form-many-f150').click(),
  };
}

async function measure(browser: Browser, web: string, scene: Scene): Promise<readonly Sample[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.route('**/*', (route) => answer(route, web, scene));
  await page.goto(`${host}/plans/p/form`);
  await page.waitForSelector('.form-page');
  await page.waitForTimeout(500);
  await scene.arrive(page);
  await page.evaluate(listen);
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press('abcdefgh'.charAt(index % 8));
    await page.waitForTimeout(40);
  }
  await page.waitForTimeout(300);
  const samples = await page.evaluate(() => Reflect.get(window, 'samples') as unknown);
  await page.close();
  return asSamples(samples).slice(10);
}

/** Runs in the page: from the key's own time to the frame after it, and to the end of what the script did at once. */
function listen(): void {
  const samples: { paint: number; script: number }[] = [];
  Reflect.set(window, 'samples', samples);
  addEventListener(
    'keydown',
    (event) => {
      const sample = { paint: 0, script: 0 };
      samples.push(sample);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => {
          sample.paint = performance.now() - event.timeStamp;
        });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    },
    true,
  );
  addEventListener('beforeinput', () => Reflect.set(window, 'began', performance.now()), true);
  addEventListener('input', () => {
    const began = Number(Reflect.get(window, 'began'));
    const sample = samples.at(-1);
    // React draws in a microtask of its own, queued before this one.
    queueMicrotask(() => {
      if (sample) sample.script = performance.now() - began;
    });
  });
}

function asSamples(value: unknown): readonly Sample[] {
  if (!Array.isArray(value)) throw new TypeError('no samples');
  return value.map((one: Sample) => ({ paint: one.paint, script: one.script }));
}

async function answer(route: Route, web: string, scene: Scene): Promise<void> {
  const url = new URL(route.request().url());
  if (url.pathname.startsWith('/api/')) return route.fulfill({ json: reply(url.pathname, scene, route) });
  const asset = url.pathname.startsWith('/assets/') || path.extname(url.pathname) !== '' ? url.pathname : '/index.html';
  return route.fulfill({ body: await readFile(path.join(web, asset)), contentType: types[path.extname(asset)] ?? 'application/octet-stream' });
}

const instant = '2022-03-11T14:32:00+08:00';
const standing = { version: 1, savedAt: instant, savedBy: 'A. Person' };

/** What the page asks for, as the contract has it. */
function reply(pathname: string, { edition, form }: Scene, route: Route): object | null {
  const blocks = Object.fromEntries(Object.entries(form).map(([key, answers]) => [key, { ...standing, answers }]));
  const { submitBy } = edition.instants;
  const deadlines = { submitBy, recommendBy: submitBy, paperBy: submitBy };
  if (pathname.startsWith('/api/editions/')) return edition;
  if (pathname === '/api/session')
    return {
      username: 'bench',
      name: 'A. Person',
      organisation: 'Zone',
      kind: 'zone',
      rights: { write: true, submit: true, manage: true },
      adminRole: null,
      must: null,
    };
  if (pathname === '/api/clock') return { now: instant, rehearsal: false, demo: false } satisfies Reply<'clock'>;
  if (pathname === '/api/messages') return { unread: 0, messages: [] } satisfies Reply<'inbox'>;
  if (pathname === '/api/call') return { id: '2022', title: edition.title, edition: digest, published: instant, ...deadlines } satisfies Reply<'call'>;
  if (pathname.endsWith('/together')) return { people: [], comments: {}, versions: {} } satisfies Reply<'together'>;
  if (pathname.endsWith('/presence')) return { done: true } satisfies Reply<'tellPresence'>;
  if (pathname.includes('/blocks/')) return { ...standing, version: 2, answers: Object(route.request().postDataJSON()).answers };
  if (pathname !== '/api/plans/p') return [];
  return {
    id: 'p',
    number: 'JQ2022-0001',
    state: 'drafting',
    call: '2022',
    edition: digest,
    zone: edition.zones[0]?.name ?? '',
    city: edition.zones[0]?.cityCode ?? '',
    ...deadlines,
    may: ['plan.edit'],
    documents: { form: blocks, commitment: {}, outline: {} },
    projects: [],
    attachments: [],
    latest: null,
    facts: {},
    checkBegun: false,
    returned: null,
    mending: null,
  } satisfies Reply<'plan'>;
}

function figures(samples: readonly Sample[]): object {
  const at = (part: keyof Sample, share: number): number => {
    const sorted = samples.map((sample) => sample[part]).toSorted((a, b) => a - b);
    return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1));
  };
  return { keys: samples.length, p50: at('paint', 0.5), p95: at('paint', 0.95), scriptP50: at('script', 0.5), scriptP95: at('script', 0.95) };
}

const web = await ensureWebBuilt((line) => process.stderr.write(`${line}\n`));
const edition = loadEdition(raw);
const browser = await launchBrowser();
try {
  const grid = figures(await measure(browser, web, gridScene(edition)));
  const fields = figures(await measure(browser, web, fieldsScene(edition)));
  process.stdout.write(`${JSON.stringify({ unit: 'ms', grid200x9: grid, form300: fields }, null, 2)}\n`);
} finally {
  await browser.close();
}
