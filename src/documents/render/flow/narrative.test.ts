import { createCanvas } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import type { PlanContent } from '#domain/filing/plan.ts';
import { narrativeLines } from '#domain/narrative/text.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { type DocumentRequest, drawDocument, renderDocument } from '../document.ts';
import { renderers } from '../form.ts';
import { edition, frozen, readPaper, samplePlan, squeeze } from '../paper.test-support.ts';
import type { FlowTable } from './flow.ts';
import { drawNarrative, UnknownNode } from './narrative.ts';

afterAll(() => renderers.close());

const nothing = { show: () => '', images: new Map() };
const words = (text: string): JsonObject => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: JsonObject[]): JsonObject => ({ type: 'doc', content });
const cell = (text: string, attrs: JsonObject = {}, type = 'tableCell'): JsonObject => ({ type, attrs, content: [words(text)] });
const row = (...content: JsonObject[]): JsonObject => ({ type: 'tableRow', content });

/** A plan with nothing but this in one section. */
function planOf(section: JsonObject): PlanContent {
  return { ...samplePlan(), outline: { '1-1': section }, projects: [] };
}

function requestOf(section: JsonObject, more: Partial<DocumentRequest> = {}): DocumentRequest {
  return { edition, plan: planOf(section), problems: [], mark: frozen, date: '2022-03-11', ...more };
}

async function printed(section: JsonObject, more: Partial<DocumentRequest> = {}): Promise<string> {
  return (await readPaper((await renderDocument('plan', requestOf(section, more))).bytes)).text;
}

test.each([
  '#strong[x] #sys.version',
  '$x^2$',
  '*a* _b_',
  '<label> @reference',
  '\\ \\u{1F600} //',
  '`raw` = head',
  '- item + item / term: x',
  '{page} {cluster} {pages}',
])('what is typed is printed as typed: %s', async (typed) => {
  const table = { type: 'table', content: [row(cell(typed), cell('乙'))] };
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [words(typed)] }] };
  const heading = { type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: typed }] };
  const caption = { ...words(typed), attrs: { role: 'caption' } };
  const text = await printed(doc(heading, words(typed), list, caption, table));
  expect(text.split(squeeze(typed))).toHaveLength(6);
});

test('a node that the schema does not have is an error that names it, wherever it stands', () => {
  for (const section of [doc({ type: 'script' }), doc({ ...words(''), content: [{ type: 'video' }] }), doc({ type: 'table', content: [{ type: 'iframe' }] })]) {
    expect(() => drawNarrative(section, nothing)).toThrow(UnknownNode);
  }
  expect(() => drawNarrative(doc({ type: 'script' }), nothing)).toThrow('"script"');
});

test('a merged cell covers the columns and rows that it covered when it was written', () => {
  const head = (text: string, attrs: JsonObject = {}): JsonObject => cell(text, attrs, 'tableHeader');
  const table = {
    type: 'table',
    content: [
      row(head('甲', { rowspan: 2 }), head('乙', { colspan: 2 })),
      row(head('丙'), head('丁')),
      row(cell('1', { rowspan: 2 }), cell('2'), cell('3')),
      row(cell('4'), cell('5')),
    ],
  };
  const [drawn] = drawNarrative(doc(table), nothing) as readonly FlowTable[];
  const places = drawn!.cells.map(({ x, y, cols, rows }) => [x, y, cols, rows]);
  expect(places).toEqual([
    [0, 0, 1, 2],
    [1, 0, 2, 1],
    [1, 1, 1, 1],
    [2, 1, 1, 1],
    [0, 2, 1, 2],
    [1, 2, 1, 1],
    [2, 2, 1, 1],
    [1, 3, 1, 1],
    [2, 3, 1, 1],
  ]);
  expect(drawn).toMatchObject({ headRows: 2, rows: 4 });
});

test('spans that overlap or lead out of the table give way, and every place of the grid is covered once', async () => {
  const table = {
    type: 'table',
    content: [row(cell('甲', { colspan: 3, rowspan: 9 }), cell('乙', { rowspan: 2 })), row(cell('丙', { colspan: 2 })), row(cell('丁'))],
  };
  const [drawn] = drawNarrative(doc(table), nothing) as readonly FlowTable[];
  const covered = drawn!.cells.flatMap(({ x, y, cols, rows }) =>
    Array.from({ length: cols * rows }, (_, index) => `${x + (index % cols)}:${y + Math.floor(index / cols)}`),
  );
  expect(new Set(covered).size).toBe(covered.length);
  expect(covered).toHaveLength(drawn!.columns.length * drawn!.rows);
  const text = await printed(doc(table));
  for (const word of ['甲', '乙', '丙', '丁']) expect(text).toContain(word);
});

test('a table of many columns lies down, and its header stands on each of its pages', async () => {
  const names = Array.from({ length: 14 }, (_, index) => `第${index + 1}列指标名称`);
  const body = Array.from({ length: 60 }, (_, index) => row(...names.map((__, at) => cell(`第${index}行第${at}格的内容`))));
  const table = { type: 'table', content: [row(...names.map((name) => cell(name, {}, 'tableHeader'))), ...body] };
  const { pages, texts, text } = await readPaper((await renderDocument('plan', requestOf(doc(table)))).bytes);
  const lying = pages.filter((page) => page.view[2]! > page.view[3]!);
  expect(lying.length).toBeGreaterThan(1);
  for (const page of lying) expect(texts[page.pageNumber - 1]).toContain('第1列指标名称');
  for (let index = 0; index < 60; index += 1) expect(text).toContain(`第${index}行第13格的内容`);
});

test('a cell longer than a page runs on, whole', async () => {
  const long = Array.from({ length: 400 }, (_, index) => `第${index}句话。`).join('');
  const table = { type: 'table', content: [row(cell('名称'), cell('说明')), row(cell('甲'), cell(long)), row(cell('乙'), cell('短'))] };
  const text = await printed(doc(table));
  for (let index = 0; index < 400; index += 1) expect(text).toContain(`第${index}句话。`);
});

test('a word longer than its line is broken, not cut', async () => {
  const address = `https://example.cn/${'a1'.repeat(60)}`;
  expect(await printed(doc(words(address), { type: 'table', content: [row(cell(address), cell('乙'), cell('丙'))] }))).toContain(address);
});

test('a reference is printed as the form’s figure of now', async () => {
  const section = doc({
    type: 'paragraph',
    content: [
      { type: 'text', text: '截至年底有' },
      { type: 'reference', attrs: { path: '/form/cluster/enterprises' } },
    ],
  });
  const plan = planOf(section);
  const changed = { ...plan, form: { ...plan.form, cluster: { ...plan.form['cluster'], enterprises: 4321 } } };
  expect(await printed(section, { plan: changed })).toContain('截至年底有4321家');
});

test('bold, raised and lowered words and breaks inside a paragraph keep their order', async () => {
  const marked = (text: string, type: string): JsonObject => ({ type: 'text', text, marks: [{ type }] });
  const content = [
    marked('重点', 'bold'),
    { type: 'text', text: 'x' },
    marked('2', 'superscript'),
    { type: 'hardBreak' },
    { type: 'text', text: 'H' },
    marked('2', 'subscript'),
    { type: 'text', text: 'O' },
  ];
  expect(await printed(doc({ type: 'paragraph', content }))).toContain('重点x2H2O');
});

test('pictures are drawn from their bytes, PNG and JPEG, with their caption', async () => {
  const canvas = createCanvas(400, 200);
  canvas.getContext('2d').fillRect(10, 10, 300, 100);
  const images = new Map([
    ['one', { digest: 'a'.repeat(64), format: 'png' as const, bytes: await canvas.encode('png') }],
    ['two', { digest: 'b'.repeat(64), format: 'jpg' as const, bytes: await canvas.encode('jpeg') }],
  ]);
  const section = doc(
    { type: 'image', attrs: { file: 'one', alt: '图1 产业链图谱', width: 80 } },
    { type: 'image', attrs: { file: 'two', alt: '图2 空间布局' } },
  );
  const { bytes } = await renderDocument('plan', requestOf(section, { images }));
  expect((await readPaper(bytes)).text).toMatch(/图1产业链图谱.*图2空间布局/);
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g)?.length,
  ).toBeGreaterThanOrEqual(2);
});

test('a picture whose bytes are not there is refused by its name', () => {
  const section = doc({ type: 'image', attrs: { file: 'gone', alt: '' } });
  expect(() => drawDocument('plan', requestOf(section))).toThrow(
    expect.objectContaining({ code: 'unrenderable', detail: { reason: 'picture', file: 'gone' } }),
  );
});

test('every line and every cell of the sample’s narrative is in the paper', async () => {
  const plan = samplePlan();
  const { texts } = await readPaper((await renderDocument('plan', requestOf({}, { plan }))).bytes);
  // Without head and foot, a line that runs over a page's end is whole; a table's repeated header may still stand in it.
  const text = texts.map((page) => page.replace(/^编号.*?C91E/, '').replace(/第\d+页共\d+页$/, '')).join('');
  const lines = Object.values(plan.outline).flatMap((section) => narrativeLines(section, () => ''));
  expect(lines.length).toBeGreaterThan(100);
  const cells = lines.flatMap((line) => line.split('\t')).map(squeeze);
  expect(cells.filter((written) => !text.includes(written))).toEqual([]);
});
