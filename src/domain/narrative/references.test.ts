import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/filing/check.ts';
import { paths, section } from '#domain/narrative/arbitrary.test-support.ts';
import { projectEntries } from '#domain/narrative/project-entries.ts';
import { figureAt, figuresOf, referencesIn, resolved, showFigures } from '#domain/narrative/references.ts';
import { narrativeText } from '#domain/narrative/text.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as written } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { altered } from '#tests/support/altered.ts';
import type { PlanContent } from '#domain/filing/plan.ts';

const edition = loadEdition(written);
const plan = altered<PlanContent>(sample);
const shown = showFigures(edition, plan.form);
const said = (text: string, on: PlanContent = plan): readonly string[] => {
  const outline = { ...on.outline, '1-1': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } };
  return check(edition, { ...on, outline }, 'submit', {})
    .filter(({ rule }) => rule === 'R25n')
    .map(({ message }) => message);
};

describe('a reference', () => {
  it('shows the value with its unit as running text has it', () => {
    const texts = ['enterprises', 'output', 'marketShare', 'level'].map((key) => figureAt(edition, plan.form, `/form/cluster/${key}`).text);
    expect(texts).toEqual(['1186家', '620.8亿元', '18.6%', '国内领先']);
  });

  it('says that it is unfilled, or gone', () => {
    const states = ['/form/cluster/enterprises', '/form/cluster/x', '/projects/0/money', '', '/form/chain/rows'].map(
      (path) => figureAt(edition, {}, path).state,
    );
    expect(states).toEqual(['unfilled', 'gone', 'gone', 'gone', 'gone']);
  });

  it('shows what no person can have typed as it is stored', () => {
    const form = altered<PlanContent>(sample, ['/form/zone/name', { toString: 0 }]).form;
    expect(figureAt(edition, form, '/form/zone/name').text).toBe('{"toString":0}');
  });

  it('never throws, whatever the form holds, and leaves no reference behind', () => {
    const answers = fc.dictionary(fc.constantFrom('cluster', 'zone', 'x'), fc.dictionary(fc.constantFrom('enterprises', 'output', 'name'), fc.jsonValue()));
    const formOf = (given: unknown) => altered<PlanContent>(sample, ['/form', given]).form;
    fc.assert(
      fc.property(section, answers, (one, form) => {
        expect(referencesIn(resolved(one, showFigures(edition, formOf(form))))).toEqual([]);
      }),
    );
  });

  it('stands in the resolved text with its value', () => {
    fc.assert(
      fc.property(section, paths, (one, path) => {
        const content = [...(Array.isArray(one['content']) ? one['content'] : []), { type: 'paragraph', content: [{ type: 'reference', attrs: { path } }] }];
        expect(narrativeText(resolved({ type: 'doc', content }, shown))).toContain(figureAt(edition, plan.form, path).text);
      }),
    );
  });

  it('can be made to every figure that is offered', () => {
    expect(figuresOf(edition, plan.form).filter(({ path }) => figureAt(edition, plan.form, path).state === 'gone')).toEqual([]);
    expect(figuresOf(edition, plan.form).length).toBeGreaterThan(40);
  });
});

describe('numbers that the text states for figures of the form (R25n)', () => {
  it('are all right in the sample, and each is told where the form says another', () => {
    const alarms = (on: PlanContent) => check(edition, on, 'submit', {}).filter(({ rule }) => rule === 'R25n');
    expect(alarms(plan)).toEqual([]);
    const other = altered<PlanContent>(sample, ['/form/cluster/enterprises', 418], ['/form/cluster/standards', 7], ['/form/zone/rdShare', 4]);
    expect(
      alarms(other)
        .flatMap(({ path, also = [] }) => also.map((form) => `${path} ${form}`))
        .toSorted(),
    ).toEqual(['/outline/1-1 /form/cluster/enterprises', '/outline/1-1 /form/zone/rdShare', '/outline/1-4 /form/cluster/standards']);
  });

  it.each([
    ['截至2021年底集群企业 419 家', '集群企业 419 家'],
    ['集群企业近1500家', '集群企业近1500家'],
    ['集群企业超过1200家', '集群企业超过1200家'],
    ['集群企业数１，１８７家'.replace('，', ','), '集群企业数1,187家'],
    ['2021年集群工业总产值为621.5亿元', '集群工业总产值为621.5亿元'],
    ['集群实现产值6215000万元', '集群实现产值6215000万元'],
    ['主导产品国内市场综合占有率达20％', '市场综合占有率达20%'],
  ])('contradict: %s', (text, found) => {
    expect(said(text)).toEqual([expect.stringContaining(found)]);
  });

  it.each([
    '集群企业1,186家',
    '集群企业约1200家',
    '集群企业1180余家',
    '集群企业超1100家',
    '集群企业近1200家左右',
    '2021年集群工业总产值621亿元',
    '集群工业总产值6208000万元',
    '2019年集群企业912家，2020年1043家',
    '到2025年集群企业达到1600家。集群工业总产值达到1050亿元',
    '力争集群企业达到1600家',
    '支持集群企业152家',
    '其中重点企业38家，集群有效期内高新技术企业35家',
    '集群企业很多，另有园区30个',
  ])('do not: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('never contradict where the number is the reference itself', () => {
    const cases = [
      ['集群企业', '/form/cluster/enterprises', 'cluster', 'enterprises', fc.integer({ min: 0, max: 10 ** 9 })],
      ['集群工业总产值', '/form/cluster/output', 'cluster', 'output', fc.integer({ min: 0, max: 10 ** 15 })],
      ['市场综合占有率', '/form/cluster/marketShare', 'cluster', 'marketShare', fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)],
    ] as const;
    for (const [words, path, block, field, values] of cases) {
      fc.assert(
        fc.property(values, (value) => {
          const on = altered<PlanContent>(sample, [`/form/${block}/${field}`, value]);
          expect(said(`2021年${words}为${figureAt(edition, on.form, path).text}`, on).filter((message) => message.includes('发展现状'))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    }
  });
});

describe('the project entries', () => {
  it('tell every project once, under its product group, with all that the outline asks', () => {
    const groups = projectEntries(edition, plan);
    expect(groups.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['目标产品群类型：功能相近', 5],
      ['目标产品群类型：市场同向', 5],
      ['目标产品群类型：技术相关', 4],
    ]);
    expect(groups.flatMap(({ entries }) => entries.flatMap(({ items }) => items.filter(({ text }) => text === '')))).toEqual([]);
    expect(groups[0]?.entries[0]?.items.find(({ label }) => label.startsWith('投入'))?.text).toBe(
      '项目总投入19200万元，其中新增总投入6800万元。申请省资助600万元，高新区拟资助900万元，其他地方资助200万元，自筹3600万元，社会资本投入1500万元。',
    );
  });

  it('leave out what a proposal does not say, whatever it holds', () => {
    const [group] = projectEntries(edition, { projects: [{}] });
    expect(group?.title).toBe('目标产品群类型：待选');
    expect(group?.entries[0]?.items.every(({ text }) => text === '')).toBe(true);
  });

  it('make their heading written: only a plan without projects must say something there', () => {
    const bare = { ...plan, outline: {} };
    const asked = (on: PlanContent) => check(edition, on, 'submit', {}).filter(({ rule, path }) => rule === 'R24p' && path === '/outline/3-2').length;
    expect([asked(bare), asked({ ...bare, projects: [] })]).toEqual([0, 1]);
  });
});
