import { afterAll, expect, test } from 'vitest';
import { renderForm, renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as written } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { type Change, altered } from '#tests/support/altered.ts';
import { secondEdition } from '#tests/support/second-edition.ts';

const [first, second] = [loadEdition(written), loadEdition(secondEdition)];
afterAll(() => renderers.close());

const at = '2022-03-20T09:00:00+08:00';
const plan = altered<PlanContent>(sample);
const four: PlanContent = { ...plan, projects: plan.projects.slice(0, 4) };

function messages(edition: typeof first, content: PlanContent, rule: string, instant = at): readonly string[] {
  return check(edition, content, 'submit', { at: instant })
    .filter((problem) => problem.rule === rule)
    .map(({ path, message }) => `${path} ${message}`);
}

test('each edition counts projects by its own number', () => {
  expect(messages(first, four, 'R02')).toEqual(['/projects 已收下 4 个项目，至少 12 个才能报送，还差 8 个。请再征集。']);
  expect(messages(second, four, 'R02')).toEqual(['/projects 已收下 4 个项目，至少 5 个才能报送，还差 1 个。请再征集。']);
  expect(messages(second, plan, 'R02')).toEqual([]);
});

test('each edition caps the province’s money by its own figure', () => {
  const change: Change = ['/projects/2/money/province', 400_000_000];
  expect(messages(first, altered(plan, change), 'R39')).toHaveLength(1);
  expect(messages(second, altered(plan, change), 'R39')).toContain(
    '/projects/2/money/province 申请省资助 400 万元，原则上不超过 300 万元，超出 100 万元。请核减，确有必要的，请写例外说明。',
  );
});

test('the field that only the second edition has is asked for and checked there', () => {
  const asked = '/form/cluster/greenShare 请填写“绿色能源用电占比”。';
  expect(messages(second, plan, 'R24')).toContain(asked);
  expect(messages(first, plan, 'R24')).toEqual([]);
  const filled = altered(plan, ['/form/cluster/greenShare', 130]);
  expect(messages(second, filled, 'R24')).not.toContain(asked);
  expect(messages(second, filled, 'R19')).toEqual(['/form/cluster/greenShare “绿色能源用电占比”填为 130%，不能大于 100%。请改正。']);
});

test('the rule that only the second edition has switched on is judged there alone', () => {
  const older = altered(plan, ['/projects/0/team/age', 52]);
  expect(messages(first, older, 'R35')).toEqual([]);
  expect(messages(second, older, 'R35')).toContain('/projects/0/team/age 项目 1 的负责人年龄 52 岁，超过 50 岁，多出 2 岁。请更换负责人。');
});

test('each edition has its own deadline', () => {
  const late = '2031-07-01T17:00:00+08:00';
  expect(messages(second, plan, 'R04', '2031-07-01T16:59:59+08:00')).toEqual([]);
  expect(messages(second, plan, 'R04', late)).toEqual([' 网上报送已于 2031-07-01 17:00 截止，逾期不予受理。草稿仍保留，可下载。']);
});

test('the second edition’s paper prints its own field and its own years, and none of the first’s', async () => {
  const filled = altered(plan, ['/form/cluster/greenShare', 42.5]);
  const problems = check(second, filled, 'submit', { at });
  const { bytes } = await renderForm({ edition: second, plan: filled, problems, mark: { draft: true }, date: '2031-06-01' });
  const { text } = await readPaper(bytes);
  expect(text).toMatch(/2030年度绿色能源用电占比（%）42\.5/);
  for (const label of ['集群2030年度工业总产值', '截至2030年底', '2030年主营业务收入', '2031年', '2034年']) expect(text).toContain(label);
  for (const label of ['集群2021年度', '截至2021年底', '2021年主营业务收入']) expect(text).not.toContain(label);
});
