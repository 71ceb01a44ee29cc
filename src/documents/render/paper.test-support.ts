import { createCanvas } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { FormRequest, FrozenMark } from './form.ts';

/* What the tests of the paper share: the sample filing as a request, and a reader of finished papers. */

const require = createRequire(import.meta.url);

export const edition = loadEdition(raw);

export const frozen: FrozenMark = {
  number: 'JQ2022-0123',
  version: 2,
  digest: `5f2a${'0123456789abcdef'.repeat(3)}00000000c91e`,
  publicUrl: 'https://jiqun.example.cn',
};

export function samplePlan(): PlanContent {
  return JSON.parse(readFileSync(new URL('../../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
}

export function request(changes: Partial<FormRequest> = {}): FormRequest {
  return { edition, plan: samplePlan(), problems: [], mark: frozen, date: '2022-03-11', ...changes };
}

/** The plan with a block's answers changed. */
export function withBlock(plan: PlanContent, block: string, answers: JsonObject): PlanContent {
  return { ...plan, form: { ...plan.form, [block]: { ...plan.form[block], ...answers } } };
}

/** The sample's enterprises repeated to this many, a third in each segment, each with a name of its own. */
export function withEnterprises(plan: PlanContent, count: number): PlanContent {
  const value = plan.form['chain']?.['rows'];
  const rows: readonly Json[] = Array.isArray(value) ? value : [];
  const segments = ['上游', '中游', '下游'];
  const many = Array.from({ length: count }, (_, index) => {
    const row = rows[index % rows.length];
    return { ...(typeof row === 'object' ? row : {}), company: `企业第${index + 1}号有限公司`, segment: segments[Math.floor((index * 3) / count)] ?? '' };
  });
  return withBlock(plan, 'chain', { rows: many });
}

export interface ReadPaper {
  readonly pages: readonly PDFPageProxy[];
  /** Text of each page, without any white space. */
  readonly texts: readonly string[];
  readonly text: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: string;
}

export async function readPaper(bytes: Uint8Array): Promise<ReadPaper> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const texts = await Promise.all(pages.map(textOf));
  const { info, metadata } = await document.getMetadata();
  return { pages, texts, text: texts.join(''), info: { ...info }, xmp: metadata?.getRaw() ?? '' };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return squeeze(items.map((item) => ('str' in item ? item.str : '')).join(''));
}

/** Without white space, zero-width spaces included, and with the two drawn boxes as the template's one. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b]/gu, '').replace(/[☐☑]/gu, '□');
}

prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer } });

/** Every code that a reader finds in the head of the page, drawn at 150 dpi. */
export async function codesOn(page: PDFPageProxy): Promise<readonly string[]> {
  const viewport = page.getViewport({ scale: 150 / 72 });
  const canvas = createCanvas(viewport.width, viewport.height / 6);
  // pdfjs-dist names the browser's canvas types; under Node it draws on this one.
  await page.render({ canvas, viewport } as never).promise;
  return (await readBarcodes(new Uint8Array(await canvas.encode('png')), { formats: ['QRCode'] })).map((code) => code.text);
}
