import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { blocking } from '#domain/filing/problem-groups.ts';
import { normalise } from '#domain/forms/content.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import type { Problem } from '#domain/values/problem.ts';

const edition = loadEdition(raw);
const text = readFileSync(new URL('../../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8');
const sample = (): PlanContent => JSON.parse(text);
const inTime = { at: '2022-03-20T10:00:00+08:00' };

function problemsOf(plan: PlanContent): readonly Problem[] {
  return check(edition, plan, 'submit', inTime);
}

function withCluster(answers: JsonObject): PlanContent {
  const plan = sample();
  return { ...plan, form: { ...plan.form, cluster: { ...plan.form['cluster'], ...answers } } };
}

function withMoney(change: Readonly<Record<string, Json>>): PlanContent {
  const plan = sample();
  return { ...plan, projects: plan.projects.map((project, at) => (at === 0 ? { ...project, money: { ...project['money'], ...change } } : project)) };
}

describe('the sample', () => {
  it('breaks no must and no confirm; its one principle has its reason', () => {
    const problems = problemsOf(sample());
    expect(problems.filter(({ severity }) => severity === 'must' || severity === 'confirm')).toEqual([]);
    const principles = problems.filter(({ severity }) => severity === 'principle');
    expect(principles.map(({ rule, path, justification }) => [rule, path, typeof justification])).toEqual([['R39', '/projects/0/money/province', 'string']]);
    expect(blocking(problems)).toEqual([]);
  });

  it('is stored in its canonical form', () => {
    const plan = sample();
    expect(normalise(edition.forms.form, plan.form)).toEqual(plan.form);
    expect(plan.projects.map((project) => normalise(edition.forms.proposal, project))).toEqual(plan.projects);
    expect(normalise(edition.commitment.form, plan.commitment)).toEqual(plan.commitment);
  });

  it('with 11 projects breaks the guide', () => {
    const plan = sample();
    const problems = blocking(problemsOf({ ...plan, projects: plan.projects.slice(0, 11) }));
    expect(problems.map(({ severity, clause, rule, path }) => [severity, clause, rule, path])).toEqual([['must', 'G3.2', 'R02', '/projects']]);
    expect(problems[0]?.message).toContain('还差 1 个');
  });

  it('asking 600 万元 without a reason leaves a principle open', () => {
    expect(blocking(problemsOf(withMoney({ notes: {} }))).map(({ severity, clause, rule }) => [severity, clause, rule])).toEqual([
      ['principle', 'G3.5', 'R39'],
    ]);
  });

  it('with 431 inventions among 418 patents says so by its numbers', () => {
    const [problem, ...more] = blocking(problemsOf(withCluster({ inventions: 431, patents: 418 })));
    // The narrative still states the old numbers.
    expect(more.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['R25n /outline/1-4', 'R25n /outline/1-4']);
    expect(problem).toMatchObject({ severity: 'must', clause: 'F', rule: 'R18', path: '/form/cluster/inventions', also: ['/form/cluster/patents'] });
    expect(problem?.message).toMatch(/431 件.*418 件.*13 件/);
  });

  it('with text in a number keeps the text, as a must', () => {
    const [problem] = blocking(problemsOf(withCluster({ enterprises: { typed: 'abc' } })));
    expect(problem).toMatchObject({ severity: 'must', rule: 'R64', path: '/form/cluster/enterprises' });
    expect(problem?.message).toContain('abc');
  });

  it.each(['2022-03-26T00:00:00+08:00', '2022-03-25T16:00:00Z'])('arriving at %s is too late', (at) => {
    expect(blocking(check(edition, sample(), 'submit', { at })).map(({ rule, clause }) => [rule, clause])).toEqual([['R04', 'G4.2']]);
  });

  it('is judged by the clock only as in time or too late, whatever it says: what was found holds until the deadline', () => {
    const end = Date.parse(edition.instants.submitBy);
    const found = (at: number) => check(edition, { ...sample(), form: {}, outline: {} }, 'submit', { at: new Date(at).toISOString() });
    const day = 86_400_000;
    const [before, after] = [found(end - 1), found(end)];
    expect(after.length).toBe(before.length + 1);
    for (const ahead of [1, day, 40 * day, 400 * day]) expect([found(end - ahead), found(end + ahead)]).toEqual([before, after]);
  });

  it('in every way of being empty or broken is answered in whole sentences, with nothing left to fill in', () => {
    const plan = sample();
    const plans: readonly PlanContent[] = [
      { ...plan, form: {}, outline: {}, commitment: {}, projects: [{}], attachments: [], zone: '无名区' },
      { ...plan, attachments: [], zone: edition.zones.find(({ level }) => !edition.parameters.zoneLevels.includes(level))?.name ?? '' },
      withMoney({ province: 9_000_000_000, zone: 1, newTotal: 3, own: 5, total: 1, years: [] }),
      withCluster({ inventions: -1, patents: 1.5, marketShare: 101.234, standards: 0, international: 4, field: '9', level: '其他', mostPilot: '是' }),
      {
        ...plan,
        form: {
          ...plan.form,
          chain: { rows: [{ segment: '上游', company: '甲', revenue: 1, productRevenue: 2 }, {}, { company: '甲' }] },
          innovation: { platforms: [] },
        },
      },
    ];
    const said = plans.flatMap((one) =>
      (['submit', 'appraisal'] as const).flatMap((moment) => check(edition, one, moment, { at: '2023-01-01', claims: {}, breaches: [one.zone] })),
    );
    expect(new Set(said.map(({ rule }) => rule)).size).toBeGreaterThan(25);
    expect(said.filter(({ message }) => /[{}]|undefined|NaN|\s{2}/.test(message) || message.trim() === '')).toEqual([]);
  });
});
