import { afterAll, describe, expect, test } from 'vitest';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { projectEntries } from '#domain/narrative/project-entries.ts';
import type { Problem } from '#domain/values/problem.ts';
import { formatMoney } from '#domain/values/money.ts';
import { secondEdition } from '#tests/support/second-edition.ts';
import { altered } from '#tests/support/altered.ts';
import { type DocumentKind, documentKinds, type DocumentRequest, renderDocument } from './document.ts';
import { renderers } from './form.ts';
import { paperLetters } from '#domain/filing/verify-code.ts';
import { codesOn, edition, frozen, readPaper, samplePlan, squeeze } from './paper.test-support.ts';

afterAll(() => renderers.close());

const plan = samplePlan();
const base: DocumentRequest = { edition, plan, problems: [], mark: frozen, date: '2022-03-11' };
const read = async (kind: DocumentKind, more: Partial<DocumentRequest> = {}) => {
  const { bytes } = await renderDocument(kind, { ...base, ...more });
  return { bytes, ...(await readPaper(bytes)) };
};
/** The sample as filed, each document read once for the tests that only look at it. */
const asFiled = { plan: read('plan'), commitment: read('commitment'), letter: read('letter'), proposal: read('proposal') };

const headings = edition.outline
  .flatMap(({ number, title, sections }) => [`${number}、${title}`, ...sections.map((section) => `${section.number}．${section.title}`)])
  .map(squeeze);

describe.each(documentKinds)('%s', (kind) => {
  const filed = asFiled[kind];

  test('is PDF/A-2a, in Chinese, with the date of the filing', async () => {
    const { info, xmp } = await filed;
    expect(info).toMatchObject({ CreationDate: 'D:20220311000000Z', Language: 'zh-CN' });
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
  });

  test('is the same bytes for the same request', async () => {
    expect(Buffer.from((await read(kind, { plan: samplePlan() })).bytes).equals((await filed).bytes)).toBe(true);
  });

  test('has number, version, digest and code on every page', async () => {
    for (const text of (await filed).texts) {
      for (const part of [`编号${frozen.number}`, '第2版', frozen.digest.slice(0, 16), 'JQ2022-0123-2-5F2A-C91E']) expect(text).toContain(part);
    }
  });

  test('says page and pages at the foot of every page but a title page', async () => {
    const { texts } = await filed;
    texts.forEach((text, index) => {
      const isCover = index === 0 && (kind === 'plan' || kind === 'proposal');
      expect(text.includes(`第${index + 1}页共${texts.length}页`)).toBe(!isCover);
    });
  });

  test('has on every page the code that names the paper and the page, where it is filed on paper', async () => {
    const { pages } = await filed;
    const prefix = `HTTPS://JIQUN.EXAMPLE.CN/V/${frozen.number}/2/${frozen.digest.toUpperCase()}`;
    const codeOf = (page: number): readonly string[] => (kind === 'proposal' ? [] : [`${prefix}/${paperLetters[kind]}/${page}/${pages.length}`]);
    for (const page of pages) expect(await codesOn(page)).toEqual(codeOf(page.pageNumber));
  });

  test('says on every page that it is a draft, or demonstration data, when it is', async () => {
    const { draft, demo } = edition.papers.form.words;
    const { texts } = await read(kind, { mark: { draft: true }, demo: true });
    for (const text of texts) {
      expect(text).toContain(draft);
      expect(text).toContain(demo);
    }
    expect((await filed).text).not.toContain(draft);
  });

  test('has no empty page', async () => {
    for (const text of (await filed).texts) expect(text.length).toBeGreaterThan(90);
  });

  test('is printed for a plan in which nothing stands yet', async () => {
    const empty = { ...plan, form: {}, projects: [{}], outline: {}, commitment: {}, attachments: [] };
    expect((await read(kind, { plan: empty, mark: { draft: true } })).pages.length).toBeGreaterThan(0);
  });

  test('refuses a character that no font has, by its name', async () => {
    const changed = altered(plan, ['/form/name/name', '𪚥集群'], ['/commitment/commitment/organiser', '𪚥管委会']);
    await expect(read(kind, { plan: changed })).rejects.toMatchObject({ code: 'unrenderable', detail: { characters: ['𪚥'] } });
  });

  test('is printed for a second edition, with its own year and none of the first’s', async () => {
    const second = loadEdition(secondEdition);
    const { text } = await read(kind, { edition: second, plan: { ...plan, outline: {} }, date: '2031-06-01', mark: { draft: true } });
    expect(text).not.toContain('2022年省科技成果转化专项资金项目指南');
    if (kind !== 'proposal') expect(text).toContain('2031年');
  });
});

test('the plan’s contents name every chapter and section with the page on which it begins', async () => {
  const { texts } = await asFiled.plan;
  let rest = texts[1]?.split(/第2页共/)[0] ?? '';
  // From the last entry back: a page's number ends where the next entry's own number begins.
  for (const title of headings.toReversed()) {
    const at = rest.lastIndexOf(title);
    const page = rest.slice(at + title.length).replaceAll('.', '');
    rest = rest.slice(0, at);
    expect(texts[Number(page) - 1], `${title} ${page}`).toContain(title);
  }
});

test('no heading of the plan stands at the foot of a page without what it heads', async () => {
  const { texts } = await asFiled.plan;
  for (const text of texts.slice(2)) {
    const body = text.replace(/第\d+页共\d+页.*$/, '');
    for (const heading of headings) expect(body.endsWith(heading)).toBe(false);
  }
});

test('the plan prints every project under its product group, and the city’s opinion on the plan, not the one on the form', async () => {
  const { text } = await asFiled.plan;
  for (const group of projectEntries(edition, plan)) {
    expect(text).toContain(squeeze(group.title));
    for (const entry of group.entries) expect(text).toContain(squeeze(entry.title).slice(0, 16));
  }
  expect(text).toContain(squeeze(edition.opinions.plan.statements[1] ?? ''));
  expect(text).not.toContain(squeeze(edition.opinions.form.statements[1] ?? ''));
});

test('the plan prints what is justified of its own text, and leaves the form’s to the form', async () => {
  const problem = (path: string, justification: string): Problem => ({ severity: 'principle', clause: 'G3.2', rule: 'R99', path, message: '', justification });
  const { text } = await read('plan', { problems: [problem('/outline/1-1', '本节理由'), problem('/projects/0/money/province', '项目理由')] });
  expect(text).toMatch(/例外说明.*1集群发展现状本节理由/);
  expect(text).not.toContain('项目理由');
});

test('the letter of commitment is the edition’s text with the answers in its gaps', async () => {
  const { text } = await asFiled.commitment;
  const { industry, cluster, organiser } = plan.commitment['commitment'] ?? {};
  for (const { text: item } of edition.commitment.items) expect(text).toContain(squeeze(item).slice(0, 20));
  expect(text).toContain(`培育的${String(industry)}产业`);
  expect(text).toContain(`${String(cluster)}创新型产业集群培育试点`);
  expect(text).toContain(`${String(organiser)}（盖章）`);
});

test('the letter of recommendation lists every project with what it asks, and the sum; its number stands once it is given', async () => {
  const { text } = await asFiled.letter;
  let sum = 0;
  for (const project of plan.projects) {
    expect(text).toContain(squeeze(String(project['summary']?.['name'])));
    expect(text).toContain(squeeze(String(project['summary']?.['applicant'])));
    sum += Number(project['money']?.['province']);
  }
  expect(text).toContain(`合计${formatMoney(sum, 'wanYuan', { grouped: true })}`);
  expect(text).toContain('泰州市科学技术局（盖章）');
  expect(text).toContain('×科函〔2022〕×号');
  const numbered = await read('letter', { letterNumber: '泰科函〔2022〕12号' });
  expect(numbered.text).toContain('泰科函〔2022〕12号');
  expect(numbered.text).not.toContain('×科函');
});

test('a proposal prints every label and every value of its form', async () => {
  const { text } = await asFiled.proposal;
  const project = plan.projects[0] ?? {};
  for (const block of edition.forms.proposal.blocks) {
    expect(text).toContain(squeeze(block.title));
    for (const field of block.fields) {
      const value = project[block.key]?.[field.key];
      if (typeof value === 'string' && field.kind === 'text')
        for (const piece of squeeze(value).match(/.{1,12}/gu) ?? []) expect(text, field.label).toContain(piece);
      if (typeof value === 'number' && field.kind === 'money') expect(text, field.label).toContain(formatMoney(value, field.unit, { grouped: true }));
    }
  }
});

test('a proposal explains which limit on the province’s money decides, and has the local authority’s place only for a project outside', async () => {
  const inside = await asFiled.proposal;
  expect(inside.text).toContain('附表：申请省资助经费测算');
  expect(inside.text).toContain('本项目最多可申请省资助500万元');
  expect(inside.text).not.toContain('所在地科技主管部门审核推荐意见');
  const outside = await read('proposal', { project: 4 });
  expect(outside.text).toContain('所在地科技主管部门审核推荐意见');
  expect(outside.text).toContain(squeeze('南京市江北新区科技创新局审核推荐意见'));
});

test('attachments are listed with the digests of their bytes, as far as they are known', async () => {
  const digest = '0123456789abcdef'.repeat(4);
  const attachments = [
    { path: '/projects/0/summary/location', name: '证明.pdf', digest },
    { path: '/projects/1/summary/location', name: '别的.pdf' },
  ];
  const { text } = await read('proposal', { plan: { ...plan, attachments } });
  expect(text).toContain('证明.pdf');
  expect(text).toContain(digest);
  expect(text).not.toContain('别的.pdf');
});
