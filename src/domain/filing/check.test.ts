import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { blocking, problemsOfField, problemsWithin } from '#domain/filing/problem-groups.ts';
import { emptyPlan, rule, smallEdition } from '#domain/filing/small-edition.test-support.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import type { Moment, Note } from '#domain/values/problem.ts';

const wan = 1_000_000;
const tooMuch = rule(
  { kind: 'cap', path: 'proposal.money.province', parameter: 'provinceCapFen' },
  { id: 'R39', severity: 'principle', sentence: '超 {excess}' },
);
const twice = rule({ kind: 'uniqueRows', table: 'chain.rows', column: 'company' }, { id: 'R22', severity: 'confirm', sentence: '“{value}” {n} 次' });

/** One project that asks too much, with this answer to it. */
function asking(note: Note): PlanContent {
  return { ...emptyPlan, projects: [{ money: { province: 600 * wan, notes: { R39: { ...note } } } }] };
}

function rulesOf(edition: Edition, plan: PlanContent, moment: Moment): readonly string[] {
  return check(edition, plan, moment, {}).map((problem) => problem.rule);
}

describe('a check', () => {
  it('judges at submit what it judges while editing, at other moments only their own rules, and never a rule that is off', () => {
    const edition = smallEdition(
      ...(['edit', 'submit', 'recommend'] as const).map((moment) => rule({ kind: 'present', path: 'cluster.name' }, { id: moment, moments: [moment] })),
      rule({ kind: 'present', path: 'cluster.name' }, { id: 'off', moments: ['edit', 'submit', 'recommend'], off: true }),
    );
    expect(rulesOf(edition, emptyPlan, 'edit')).toEqual(['edit']);
    expect(rulesOf(edition, emptyPlan, 'submit')).toEqual(['edit', 'submit']);
    expect(rulesOf(edition, emptyPlan, 'recommend')).toEqual(['recommend']);
  });

  it('names the clause, the place, every other place it read, and the sentence of the check before that of the rule', () => {
    const parts = { kind: 'parts', parts: ['cluster.inventions'], whole: 'cluster.patents', sentence: '多 {excess}' };
    const plan = { ...emptyPlan, form: { cluster: { inventions: 431, patents: 418 } } };
    expect(check(smallEdition(rule(parts, { id: 'R18' })), plan, 'submit', {})).toEqual([
      { severity: 'must', clause: 'F', rule: 'R18', path: '/form/cluster/inventions', also: ['/form/cluster/patents'], message: '多 13 件' },
    ]);
  });

  it('gives problems in the order in which the file is read, the heaviest first at one place', () => {
    const edition = smallEdition(
      tooMuch,
      rule({ kind: 'required', scope: 'outline' }, { id: 'outline' }),
      rule({ kind: 'countProjects', min: 'minProjects' }, { id: 'count' }),
      rule({ kind: 'required', scope: 'commitment' }, { id: 'commitment' }),
      rule({ kind: 'present', path: 'projects.groups' }, { id: 'groups', severity: 'confirm' }),
      rule({ kind: 'present', path: 'projects.groups' }, { id: 'groupsMust' }),
      rule({ kind: 'noSampleRows' }, { id: 'rows' }),
      rule({ kind: 'present', path: 'cluster.name' }, { id: 'name' }),
      rule({ kind: 'deadline' }, { id: 'late' }),
    );
    const plan = { ...emptyPlan, form: { chain: { rows: [{}] } }, projects: [{ money: { province: 501 * wan } }] };
    expect(rulesOf(edition, plan, 'submit')).toEqual(['late', 'name', 'rows', 'groupsMust', 'groups', 'outline', 'outline', 'commitment', 'count', 'R39']);
  });

  it('says once that something is missing, in the words of the must that speaks of it', () => {
    const required = rule({ kind: 'required', scope: 'form' }, { id: 'R24', sentence: '填' });
    const detail = rule({ kind: 'yesDetail' }, { id: 'R16' });
    const plan = { ...emptyPlan, form: { policy: { plan: true, fund: false } } };
    const at = (edition: Edition): readonly string[] =>
      problemsOfField(check(edition, plan, 'submit', {}), '/form/policy/planName').map((problem) => problem.rule);
    expect(at(smallEdition(required, detail))).toEqual(['R16']);
    expect(at(smallEdition(required, { ...detail, severity: 'confirm' }))).toEqual(['R24', 'R16']);
  });

  it('puts what it lacks the fact for before a person at intake, whatever the rule weighs', () => {
    const edition = smallEdition(rule({ kind: 'fact', fact: 'breaches' }, { id: 'R32', clause: 'F14', look: '核对信用记录' }));
    expect(check(edition, emptyPlan, 'submit', {})).toEqual([
      { severity: 'human', clause: 'F14', rule: 'R32', path: '', message: '核对信用记录', stage: 'intake' },
    ]);
    expect(check(edition, emptyPlan, 'submit', { breaches: [] })).toEqual([]);
  });

  it('gives what only people judge to them, at their stage', () => {
    const edition = smallEdition(rule({ kind: 'human', stage: 'selection' }, { severity: 'human', look: '核定' }));
    expect(check(edition, emptyPlan, 'submit', {})[0]).toMatchObject({ severity: 'human', message: '核定', stage: 'selection' });
  });

  it('answers for any JSON in the place of answers, and says of every content the same twice', () => {
    const edition = smallEdition(
      ...['noSampleRows', 'yesDetail', 'checkDigit', 'match', 'publicShare', 'sources', 'localRecommendation', 'range'].map((kind) => rule({ kind })),
      rule({ kind: 'format', faults: {} }),
      ...['form', 'proposal', 'outline', 'commitment'].map((scope) => rule({ kind: 'required', scope })),
      tooMuch,
      twice,
    );
    const keys = fc.constantFrom('cluster', 'chain', 'rows', 'money', 'years', 'company', 'province', 'notes', 'R39', 'patents', 'policy', 'plan', '0');
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json>(null, true, 0, -1.5, '', '甲', 7e15),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, tree), fc.dictionary(keys, tree), (form, project) => {
        const plan: PlanContent = JSON.parse(JSON.stringify({ ...emptyPlan, form, projects: [project] }));
        expect(check(edition, plan, 'submit', {})).toEqual(check(edition, plan, 'submit', {}));
      }),
    );
  });
});

describe('a principle', () => {
  it.each([
    ['without a reason', {}],
    ['with one that is too short', { justification: ' 这理由正好缺一个字 ' }],
    ['with a tick in its place', { confirmed: '超 100 万元' }],
  ])('%s is not settled, and says where the reason goes', (_, note) => {
    const problems = check(smallEdition(tooMuch), asking(note), 'submit', {});
    expect(problems[0]).toMatchObject({ severity: 'principle', note: { block: '/projects/0/money', key: 'R39' }, message: '超 100 万元' });
    expect(problems[0]).not.toHaveProperty('justification');
    expect(blocking(problems)).toEqual(problems);
  });

  it('is settled by a reason that is long enough, which the problem carries', () => {
    const problems = check(smallEdition(tooMuch), asking({ justification: ' 这个理由正好满十个字 ' }), 'submit', {});
    expect(problems[0]).toMatchObject({ justification: '这个理由正好满十个字' });
    expect(blocking(problems)).toEqual([]);
  });
});

describe('a confirm', () => {
  const rows = [{ company: '甲' }, { company: '甲' }, { company: '乙' }, { company: '乙' }];
  const ticked = (notes: Readonly<Record<string, Note>>, more: readonly { company: string }[] = []): PlanContent =>
    JSON.parse(JSON.stringify({ ...emptyPlan, form: { chain: { rows: [...rows, ...more], notes } } }));

  it('is settled by a tick on exactly its message, kept under its own key', () => {
    const problems = check(smallEdition(twice), ticked({ 'R22:甲': { confirmed: '“甲” 2 次' } }), 'submit', {});
    expect(problems.map(({ note, confirmed }) => [note?.key, confirmed])).toEqual([
      ['R22:甲', true],
      ['R22:乙', undefined],
    ]);
  });

  it('lapses when the figures, and so the message, change', () => {
    const problems = check(smallEdition(twice), ticked({ 'R22:甲': { confirmed: '“甲” 2 次' } }, [{ company: '甲' }]), 'submit', {});
    expect(problems.map(({ confirmed }) => confirmed)).toEqual([undefined, undefined]);
  });

  it('is not asked for in a project that a mending leaves as it was filed', () => {
    const odd = rule({ kind: 'cap', path: 'proposal.money.province', parameter: 'provinceCapFen' }, { id: 'R39', severity: 'confirm' });
    const plan = { ...emptyPlan, projects: [1, 2].map(() => ({ money: { province: 600 * wan } })) };
    expect(check(smallEdition(odd), plan, 'submit', { asFiled: [0] }).map(({ path }) => path)).toEqual(['/projects/1/money/province']);
    // What a must or a principle asks for does not go away with it.
    expect(check(smallEdition(tooMuch), plan, 'submit', { asFiled: [0, 1] })).toHaveLength(2);
  });

  it('has a key of its own for each of two rows of the same name', () => {
    const over = rule({ kind: 'rowAtMost', table: 'chain.rows', small: 'productRevenue', large: 'revenue' }, { id: 'R20', severity: 'confirm' });
    const plan = { ...emptyPlan, form: { chain: { rows: [2, 3].map((value) => ({ company: '甲', revenue: 1, productRevenue: value })) } } };
    expect(check(smallEdition(over), plan, 'submit', {}).map(({ note }) => note?.key)).toEqual(['R20:甲', 'R20:甲#2']);
  });
});

describe('problems', () => {
  it('are shown at the fields they are at and at those they read, and counted where they are to be mended', () => {
    const parts = rule({ kind: 'parts', parts: ['cluster.inventions'], whole: 'cluster.patents' });
    const problems = check(smallEdition(parts), { ...emptyPlan, form: { cluster: { inventions: 2, patents: 1 } } }, 'submit', {});
    expect(problemsOfField(problems, '/form/cluster/patents')).toEqual(problems);
    expect(problemsWithin(problems, '/form/cluster/patents')).toEqual([]);
    expect(problemsWithin(problems, '/form/cluster')).toEqual(problems);
    expect(problemsOfField(problems, '/form/clusters')).toEqual([]);
  });
});
