import { afterAll, describe, expect, test } from 'vitest';
import { formatMoney } from '#domain/values/money.ts';
import type { Json } from '#domain/values/json.ts';
import { renderForm, renderers } from './form.ts';
import { codesOn, edition, frozen, readPaper, request, samplePlan, squeeze, withBlock, withEnterprises } from './paper.test-support.ts';

afterAll(() => renderers.close());

const sample = samplePlan();

function rowsIn(value: Json | undefined): readonly Readonly<Record<string, Json>>[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null && !Array.isArray(row)) : [];
}

test('the code on every page leads to the public page with number, version, digest and page', async () => {
  const short = { ...withEnterprises(sample, 9), projects: sample.projects.slice(0, 2) };
  const { pages } = await readPaper((await renderForm(request({ plan: short }))).bytes);
  const found: (readonly string[])[] = [];
  for (const page of pages) {
    found.push(await codesOn(page));
  }
  const prefix = `HTTPS://JIQUN.EXAMPLE.CN/V/${frozen.number}/2/${frozen.digest.toUpperCase()}/F`;
  expect(found).toEqual(pages.map((_, index) => [`${prefix}/${index + 1}/${pages.length}`]));
});

test('a draft carries no code', async () => {
  const { pages } = await readPaper((await renderForm(request({ mark: { draft: true } }))).bytes);
  expect(await codesOn(pages[0] ?? expect.fail('no page'))).toEqual([]);
});

describe.each([
  ['the sample', sample],
  ['200 enterprises', withEnterprises(sample, 200)],
])('%s', (_, plan) => {
  const rows = rowsIn(plan.form['chain']?.['rows']);
  const paper = renderForm(request({ plan })).then(({ bytes }) => readPaper(bytes));

  test('prints every cell of every enterprise, in order', async () => {
    const { text } = await paper;
    let at = 0;
    for (const row of rows) {
      const next = text.indexOf(squeeze(String(row['company'])), at);
      expect(next).toBeGreaterThan(-1);
      at = next;
      for (const key of ['product', 'patent']) {
        expect(text.slice(at, at + 400)).toContain(squeeze(String(row[key] ?? '')));
      }
      for (const key of ['revenue', 'productRevenue']) {
        expect(text.slice(at, at + 400)).toContain(formatMoney(Number(row[key]), 'wanYuan', { grouped: true }));
      }
    }
  });

  test("repeats the table's header and its side headers on every page that has its rows", async () => {
    const { texts } = await paper;
    const names = rows.map((row) => squeeze(String(row['company'])));
    // Applicants are enterprises too: only the pages before the projects count.
    const pages = texts
      .slice(
        0,
        texts.findIndex((text) => text.includes('目标产品群类型')),
      )
      .filter((text) => names.some((name) => text.includes(`${name}□是`)));
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) {
      for (const label of ['所处产业链环节(按上下游或不同市场区分)', '市场占有率（%）', '集群产业链情况', '游(或××)']) {
        expect(text).toContain(label);
      }
    }
  });

  test("prints every project's summary in a block of its own", async () => {
    const { text } = await paper;
    plan.projects.forEach((project, index) => {
      expect(text).toContain(`项目${index + 1}`);
      for (const key of ['name', 'applicant', 'partners', 'product', 'significance']) {
        expect(text).toContain(squeeze(String(project['summary']?.[key])));
      }
    });
  });
});

test('texts at their longest run over pages whole, each page under its header', async () => {
  const goal = Array.from({ length: 300 }, (_, index) => `目标第${index}条。`).join('');
  const year1 = Array.from({ length: 200 }, (_, index) => `计划第${index}项。`).join('');
  const plan = { ...sample, form: { ...withBlock(sample, 'goal', { goal }).form, workPlan: { ...sample.form['workPlan'], year1 } } };
  const { text, texts } = await readPaper((await renderForm(request({ plan }))).bytes);
  for (let index = 0; index < 300; index += 1) {
    expect(text).toContain(`目标第${index}条。`);
  }
  for (const words of texts.filter((page) => /目标第\d+条。/.test(page))) {
    expect(words).toContain('培育目标');
  }
  for (const words of texts.filter((page) => /计划第\d+项。/.test(page))) {
    expect(words).toContain('集群年度工作计划');
  }
});

test("a second edition's extra field and other words print with no change here", async () => {
  const { form } = edition.forms;
  const paper = edition.papers.form;
  const blocks = form.blocks.map((block) =>
    block.key === 'goal' ? { ...block, fields: [...block.fields, { key: 'slogan', kind: 'text', label: '集群口号', maxLength: 40 } as const] } : block,
  );
  const part = { kind: 'grid', side: '口号', columns: [30, 'fr'], rows: [[{ labelOf: 'goal.slogan' }, { value: 'goal.slogan' }]] } as const;
  const other = {
    ...edition,
    forms: { ...edition.forms, form: { ...form, blocks } },
    papers: { ...edition.papers, form: { ...paper, words: { ...paper.words, draft: '未定稿' }, parts: [...paper.parts, part] } },
  };
  const plan = withBlock(sample, 'goal', { slogan: '药城向前' });
  const { text } = await readPaper((await renderForm(request({ edition: other, plan, mark: { draft: true } }))).bytes);
  expect(text).toContain('口号集群口号药城向前');
  expect(text).toContain('未定稿');
});
