import { afterAll, expect, test } from 'vitest';
import { check } from '#domain/filing/check.ts';
import type { Problem } from '#domain/values/problem.ts';
import { drawTable } from './draw-tables.ts';
import { renderForm, renderers } from './form.ts';
import { edition, frozen, readPaper, request, samplePlan, squeeze, withBlock } from './paper.test-support.ts';

afterAll(() => renderers.close());

const plan = samplePlan();
/** The sample as filed, read once for the tests that only look at it. */
const filed = renderForm(request()).then(async ({ bytes }) => ({ bytes, ...(await readPaper(bytes)) }));
const { words } = edition.papers.form;

test('the paper is PDF/A-2a with the form as its title, the zone as its author and the date of the filing', async () => {
  const { info, xmp } = await filed;
  expect(info).toMatchObject({ Title: edition.papers.form.title.join(''), Author: plan.zone, CreationDate: 'D:20220311000000Z', Language: 'zh-CN' });
  expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
});

test('the same request gives the same bytes', async () => {
  const again = await renderForm(request({ plan: samplePlan() }));
  expect(Buffer.from(again.bytes).equals((await filed).bytes)).toBe(true);
});

test('a draft says so on every page and a frozen version on none', async () => {
  const draft = await readPaper((await renderForm(request({ mark: { draft: true } }))).bytes);
  // Once in the header, once across the page.
  expect(draft.texts.every((text) => text.split(words.draft).length === 3)).toBe(true);
  const final = await filed;
  expect(final.text).not.toContain(words.draft);
  expect(final.pages).toHaveLength(draft.pages.length);
});

test('every page of a frozen version has its number, version, digest, typed code and place', async () => {
  const { texts } = await filed;
  texts.forEach((text, index) => {
    for (const part of [`编号${frozen.number}`, '第2版', frozen.digest.slice(0, 16), 'JQ2022-0123-2-5F2A-C91E', `—${index + 1}/${texts.length}—`]) {
      expect(text).toContain(part);
    }
  });
});

test('demonstration data says so on every page, and real data never does', async () => {
  const demo = await readPaper((await renderForm(request({ demo: true }))).bytes);
  expect(demo.texts.every((text) => text.includes(words.demo))).toBe(true);
  expect((await filed).text).not.toContain(words.demo);
});

test('what is typed is printed as typed, whatever markup it resembles', async () => {
  const typed = '#strong[x] $x^2$ *a* _b_ <c> // d `e` @f = g \\ "h" #sys.version';
  const { bytes } = await renderForm(request({ plan: withBlock(plan, 'zone', { address: typed }) }));
  expect((await readPaper(bytes)).text).toContain(squeeze(typed));
});

test('a word too long for its cell is broken, not cut', async () => {
  const email = `${'a'.repeat(70)}@example.cn`;
  const { bytes } = await renderForm(request({ plan: withBlock(plan, 'zone', { email }) }));
  expect((await readPaper(bytes)).text).toContain(email);
});

test('a character that no font has is named in the refusal', async () => {
  await expect(renderForm(request({ plan: withBlock(plan, 'zone', { head: '张𪚥' }) }))).rejects.toMatchObject({
    code: 'unrenderable',
    detail: { characters: ['𪚥'] },
  });
});

test('rare characters that a font has are printed', async () => {
  const { bytes } = await renderForm(request({ plan: withBlock(plan, 'zone', { head: '陈䶮𬭎㛃' }) }));
  expect((await readPaper(bytes)).text).toContain('陈䶮𬭎㛃');
});

test('a name or amount under 否 is kept but not printed', async () => {
  const hidden = withBlock(plan, 'policy', { fund: false, planned: false, plannedName: '某某规划纲要' });
  const { text } = await readPaper((await renderForm(request({ plan: hidden }))).bytes);
  expect(text).not.toContain('某某规划纲要');
  expect(text).toContain('资金规模：是否设立集群创投基金');
  expect((await filed).text).toContain('资金规模：5亿元');
});

test('the reason for going beyond a principle is printed with its clause and field', async () => {
  const problems = check(edition, plan, 'submit', {});
  const justified = problems.filter((problem) => problem.severity === 'principle' && problem.justification !== undefined);
  expect(justified.map((problem) => problem.path)).toEqual(['/projects/0/money/province']);
  const { texts } = await readPaper((await renderForm(request({ problems }))).bytes);
  const last = texts.at(-1) ?? '';
  expect(last).toContain(squeeze(`例外说明 指南条款 填报内容 说明`));
  expect(last).toContain('项目1申请省资助经费（万元）');
  expect(last).toContain(squeeze(justified[0]?.justification ?? '-'));
});

test('nothing but a justified principle makes an 例外说明', async () => {
  const ticked: Problem = { severity: 'confirm', clause: 'F', rule: 'R15', path: '/form/cluster/marketShare', message: '请核对', confirmed: true };
  const open: Problem = { severity: 'principle', clause: 'G3.5', rule: 'R39', path: '/projects/0/money/province', message: '超过' };
  const { text } = await readPaper((await renderForm(request({ problems: [ticked, open] }))).bytes);
  expect(text).not.toContain('例外说明');
  expect(text).not.toContain('请核对');
});

test('an empty plan prints the empty form, with one block for a project', async () => {
  const empty = { ...plan, form: {}, projects: [], outline: {}, commitment: {} };
  const { text } = await readPaper((await renderForm(request({ plan: empty, mark: { draft: true } }))).bytes);
  expect(text).toContain('上游(或××)');
  expect(text).toContain('项目1');
  expect(text).not.toContain('项目2');
});

test('an empty table has as many rows as its template, and a filled one no more than it needs', async () => {
  const source = { edition: { ...edition, words }, form: edition.forms.form, answers: {} };
  const one = { innovation: { talents: [{ name: '甲' }] }, chain: { rows: [{ segment: '中游', company: '甲' }] } };
  const rows = edition.papers.form.parts.flatMap((part) =>
    part.kind === 'table' ? [[source, { ...source, answers: one }].map((answers) => drawTable(answers, part, 174).rows.length)] : [],
  );
  expect(rows).toEqual([
    [10, 9],
    [6, 6],
    [7, 3],
    [9, 9],
  ]);
  const chain = edition.papers.form.parts.find((part) => part.kind === 'table') ?? expect.fail('no table');
  const segments = drawTable(source, chain, 174).spans.filter((span) => span.group.startsWith('segment'));
  expect(segments.map(({ from, to }) => to - from)).toEqual([4, 3, 3]);
});

test('a segment carries its own name where it has one', async () => {
  const named = withBlock(plan, 'chain', { midstreamName: '制剂' });
  expect((await readPaper((await renderForm(request({ plan: named }))).bytes)).text).toContain('中游(或制剂)');
});
