import { expect, test } from 'vitest';
import { planTable } from '#domain/filing/lifecycle/plan.ts';
import { projectTable } from '#domain/filing/lifecycle/project.ts';
import { formatPointer } from '#domain/values/pointer.ts';
import { edition as first } from '#programmes/jiangsu-2022/index.ts';
import { type Change, altered } from '#tests/support/altered.ts';
import { secondEdition } from '#tests/support/second-edition.ts';
import { EditionError, type EditionFault } from './edition-error.ts';
import { loadEdition } from './load-edition.ts';
import { clauseOf, codeItem, columnAt, dutiesOfClause, fieldAt, ruleOf, zoneOf } from './look-up.ts';

/** Alters a copy of the first edition, as anyone could who edits its data, and names the faults found. */
function faultsOf(...changes: readonly Change[]): readonly EditionFault[] {
  try {
    loadEdition(altered(first, ...changes));
  } catch (error) {
    if (error instanceof EditionError) return error.faults;
    throw error;
  }
  return [];
}

function set(value: unknown, ...keys: readonly (string | number)[]): Change {
  return [formatPointer(keys), value];
}

function indexOf(list: readonly { readonly id: string }[], id: string): number {
  return list.findIndex((one) => one.id === id);
}

const rule = (id: string) => indexOf(first.rules, id);

test('the shipped edition loads, its years put in everywhere and its parameters left to the messages', () => {
  const edition = loadEdition(first);
  expect(edition.title).toContain('2022年度');
  expect(fieldAt(edition, 'form', 'zone.gdp')?.label).toBe('2021年度园区GDP（亿元）');
  const years = fieldAt(edition, 'proposal', 'money.years');
  expect(years?.kind === 'table' && years.fixed?.values).toEqual(['2022', '2023', '2024', '2025']);
  expect(JSON.stringify(edition)).not.toMatch(/\{Y/);
  expect(ruleOf(edition, 'R02')?.sentence).toContain('{param:minProjects}');
});

test('the second edition loads: another year, other numbers, one field more, one rule switched on', () => {
  const [one, two] = [loadEdition(first), loadEdition(secondEdition)];
  expect(fieldAt(two, 'form', 'zone.gdp')?.label).toBe('2030年度园区GDP（亿元）');
  expect(fieldAt(two, 'form', 'cluster.greenShare')?.label).toBe('2030年度绿色能源用电占比（%）');
  expect(fieldAt(one, 'form', 'cluster.greenShare')).toBeUndefined();
  expect([one.parameters.minProjects, two.parameters.minProjects]).toEqual([12, 5]);
  expect([ruleOf(one, 'R35')?.off, ruleOf(two, 'R35')?.off]).toEqual([true, undefined]);
});

test('an edition is the same after JSON', () => {
  expect(loadEdition(JSON.parse(JSON.stringify(first)))).toEqual(loadEdition(first));
});

test('all 69 rules of the model are there, each under a clause that is listed', () => {
  const edition = loadEdition(first);
  const numbers = new Set(edition.rules.map((one) => one.id.slice(0, 3)));
  expect([...numbers].toSorted()).toEqual(Array.from({ length: 69 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`));
  expect(edition.rules.filter((one) => clauseOf(edition, one.clause) === undefined)).toEqual([]);
});

test('what the look-ups do not find is undefined, or an empty list', () => {
  const edition = loadEdition(first);
  expect(dutiesOfClause(edition, 'G2.1').map((duty) => duty.id)).toEqual(['D002', 'D003', 'D004', 'D005']);
  expect(dutiesOfClause(edition, 'G9')).toEqual([]);
  expect(fieldAt(edition, 'form', 'cluster.nothing')).toBeUndefined();
  expect(fieldAt(edition, 'form', 'cluster')).toBeUndefined();
  expect(fieldAt(edition, 'form', 'chain.rows.company')).toBeUndefined();
  expect(columnAt(edition, 'form', 'chain.rows', 'company')?.kind).toBe('text');
  expect(codeItem(edition, 'strategicIndustries', '4.1')?.level).toBe(2);
  expect(codeItem(edition, 'strategicIndustries', '99')).toBeUndefined();
  expect(zoneOf(edition, '无此高新区')).toBeUndefined();
});

test('the steps of plans and projects that duties and rules name are in their lifecycle tables', () => {
  const named = [
    ...first.duties.flatMap((duty) => duty.carriedBy.map((link) => ('step' in link ? link.step : ''))),
    ...first.rules.map((one) => one.guard ?? ''),
  ];
  const known = [...Object.keys(planTable).map((event) => `plan.${event}`), ...Object.keys(projectTable).map((event) => `project.${event}`)];
  expect(named.filter((step) => /^(plan|project)\./.test(step) && !known.includes(step))).toEqual([]);
});

test.each([
  ['no object at all', () => loadEdition('edition')],
  ['an edition without a year', () => loadEdition({ ...first, year: undefined })],
])('%s is refused', (_, load) => {
  expect(load).toThrow(EditionError);
});

/** What is broken, where the fault must be named, and a word of its message. */
const broken: readonly (readonly [what: string, change: Change, path: string, word: string])[] = [
  ['a misspelt key', set('x', 'tilte'), '', 'tilte'],
  ['a parameter of the wrong type', set('12', 'parameters', 'minProjects'), '/parameters/minProjects', 'number'],
  ['an empty option list', set([], 'forms', 'form', 'blocks', 2, 'fields', 2, 'options'), '/forms/form/blocks/2/fields/2/options', 'option'],
  ['a reserved key', set('notes', 'forms', 'form', 'blocks', 0, 'fields', 0, 'key'), '/forms/form/blocks/0/fields/0/key', 'reserved'],
  ['a field that stands twice', set('head', 'forms', 'form', 'blocks', 1, 'fields', 0, 'key'), '/forms/form/blocks/1/fields/1/key', 'twice'],
  ['a block that stands twice', set('zone', 'forms', 'form', 'blocks', 0, 'key'), '/forms/form/blocks/1/key', 'twice'],
  ['a block with a reserved key', set('proposal', 'forms', 'form', 'blocks', 0, 'key'), '/forms/form/blocks/0/key', 'reserved'],
  [
    'visibility by a missing field',
    set({ field: 'gone', is: true }, 'forms', 'form', 'blocks', 2, 'fields', 0, 'visibleWhen'),
    '/forms/form/blocks/2/fields/0/visibleWhen/field',
    'gone',
  ],
  [
    'visibility by a value that can never be',
    set({ field: 'centre', is: 'yes' }, 'forms', 'form', 'blocks', 2, 'fields', 0, 'visibleWhen'),
    '/forms/form/blocks/2/fields/0/visibleWhen/is',
    'centre',
  ],
  ['a code list that is not there', set('gone', 'forms', 'form', 'blocks', 2, 'fields', 0, 'list'), '/forms/form/blocks/2/fields/0/list', 'gone'],
  ['a level that its code list lacks', set(9, 'forms', 'form', 'blocks', 2, 'fields', 0, 'level'), '/forms/form/blocks/2/fields/0/level', '9'],
  ['a row key that is no column', set('gone', 'forms', 'form', 'blocks', 4, 'fields', 3, 'rowKey'), '/forms/form/blocks/4/fields/3/rowKey', 'gone'],
  [
    'a segment named by no field',
    set('gone', 'forms', 'form', 'blocks', 4, 'fields', 3, 'segments', 'names', '上游'),
    '/forms/form/blocks/4/fields/3/segments/names/上游',
    'gone',
  ],
  [
    'a sum of a column that is no figure',
    set('company', 'forms', 'form', 'blocks', 4, 'fields', 5, 'of', 'column'),
    '/forms/form/blocks/4/fields/5/of/column',
    'company',
  ],
  ['a block under an unknown clause', set('G9', 'forms', 'form', 'blocks', 2, 'clause'), '/forms/form/blocks/2/clause', 'G9'],
  [
    'a paper cell of a missing field',
    set('name.gone', 'papers', 'form', 'parts', 0, 'rows', 0, 1, 'value'),
    '/papers/form/parts/0/rows/0/1/value',
    'name.gone',
  ],
  [
    'a field that the paper forgets',
    set('name.gone', 'papers', 'form', 'parts', 0, 'rows', 0, 1, 'value'),
    '/forms/form/blocks/0/fields/0',
    'nowhere on the paper',
  ],
  ['a parent code that is not there', set('77', 'codeLists', 'strategicIndustries', 1, 'parent'), '/codeLists/strategicIndustries/1/parent', '77'],
  ['a code that stands twice', set('1', 'codeLists', 'strategicIndustries', 1, 'code'), '/codeLists/strategicIndustries/1/code', 'twice'],
  ['a zone in no city', set('999999', 'zones', 0, 'cityCode'), '/zones/0/cityCode', '999999'],
  ['a zone of an uncoded industry', set(['99.9'], 'zones', 0, 'industries'), '/zones/0/industries/0', '99.9'],
  ['a level of zones that no zone has', set(['县级'], 'parameters', 'zoneLevels'), '/parameters/zoneLevels/0', '县级'],
  ['a deadline before publishing', set('2021-03-25T00:00:00+08:00', 'instants', 'submitBy'), '/instants/submitBy', 'published'],
  ['an instant without an offset', set('2022-03-25T00:00:00', 'instants', 'submitBy'), '/instants/submitBy', 'ISO'],
  ['a commitment that is no clause', set('C77', 'commitment', 'items', 0, 'id'), '/commitment/items/0/id', 'C77'],
  ['a heading that stands twice', set('1-1', 'outline', 0, 'sections', 1, 'key'), '/outline/0/sections/1/key', 'twice'],
  ['a misspelt year', set('{Y-}年', 'title'), '/title', '{Y-}'],
  ['a rule under an unknown clause', set('G7', 'rules', rule('R02'), 'clause'), `/rules/${rule('R02')}/clause`, 'G7'],
  ['a rule that nothing judges', set([], 'rules', rule('R11'), 'checks'), `/rules/${rule('R11')}/checks`, 'R11'],
  ['an unknown kind of check', set('magic', 'rules', rule('R11'), 'checks', 0, 'kind'), `/rules/${rule('R11')}/checks/0/kind`, 'magic'],
  ['a check with an argument of the wrong type', set(7, 'rules', rule('R11'), 'checks', 0, 'column'), `/rules/${rule('R11')}/checks/0/column`, 'string'],
  ['a check with a misspelt argument', set('x', 'rules', rule('R11'), 'checks', 0, 'colum'), `/rules/${rule('R11')}/checks/0`, 'colum'],
  ['a check of a missing field', set('cluster.gone', 'rules', rule('R67'), 'checks', 0, 'path'), `/rules/${rule('R67')}/checks/0/path`, 'cluster.gone'],
  ['a check of a missing table', set('chain.gone', 'rules', rule('R12'), 'checks', 0, 'table'), `/rules/${rule('R12')}/checks/0/table`, 'chain.gone'],
  ['a check of a missing column', set('gone', 'rules', rule('R11'), 'checks', 0, 'column'), `/rules/${rule('R11')}/checks/0/column`, 'gone'],
  ['a check for a value that is no option', set(['巨头'], 'rules', rule('R11'), 'checks', 0, 'anyOf'), `/rules/${rule('R11')}/checks/0/anyOf/0`, '巨头'],
  ['a check by a missing parameter', set('gone', 'rules', rule('R02'), 'checks', 0, 'min'), `/rules/${rule('R02')}/checks/0/min`, 'gone'],
  ['a sentence with a missing parameter', set('{param:gone}', 'rules', rule('R02'), 'sentence'), `/rules/${rule('R02')}/sentence`, 'gone'],
  [
    'a missing parameter deep in a check',
    set('{param:gone}', 'rules', rule('R64'), 'checks', 0, 'faults', 'tooLong'),
    `/rules/${rule('R64')}/checks/0/faults/tooLong`,
    'gone',
  ],
  ['a rule that reads a missing parameter', set(['gone'], 'rules', rule('R02'), 'parameters'), `/rules/${rule('R02')}/parameters/0`, 'gone'],
  ['a guard that is no step', set('plan.fly', 'rules', rule('R03'), 'guard'), `/rules/${rule('R03')}/guard`, 'plan.fly'],
  ['a rule that carries out a missing duty', set(['D999'], 'rules', rule('R10'), 'duties'), `/rules/${rule('R10')}/duties/0`, 'D999'],
  ['a duty under an unknown clause', set('G9', 'duties', 1, 'clause'), '/duties/1/clause', 'G9'],
  ['a duty linked to nothing', set([], 'duties', 1, 'carriedBy'), '/duties/1/carriedBy', 'D002'],
  ['a duty that is linked and says it needs nothing', set('why', 'duties', 1, 'none'), '/duties/1/none', 'D002'],
  ['a duty linked to a missing rule', set({ rule: 'R99' }, 'duties', 1, 'carriedBy', 0), '/duties/1/carriedBy/0', 'R99'],
  ['a duty linked to a missing field', set({ field: 'form/cluster/gone' }, 'duties', 1, 'carriedBy', 1), '/duties/1/carriedBy/1', 'gone'],
  ['a duty linked to a missing step', set({ step: 'plan.fly' }, 'duties', 1, 'carriedBy', 1), '/duties/1/carriedBy/1', 'plan.fly'],
  ['a duty linked to a missing parameter', set({ parameter: 'gone' }, 'duties', 1, 'carriedBy', 1), '/duties/1/carriedBy/1', 'gone'],
  ['a duty that stands twice', set('D001', 'duties', 1, 'id'), '/duties/1/id', 'twice'],
];

test.each(broken)('%s is refused, named by path', (_, change, path, word) => {
  expect(faultsOf(change)).toContainEqual({ path, message: expect.stringContaining(word) });
});

test('every fault is listed at once', () => {
  const faults = faultsOf(set('{Y-}年', 'title'), set('G7', 'rules', rule('R02'), 'clause'), set('999999', 'zones', 0, 'cityCode'));
  expect(faults.map((fault) => fault.path)).toEqual(['/zones/0/cityCode', `/rules/${rule('R02')}/clause`, '/title']);
});
