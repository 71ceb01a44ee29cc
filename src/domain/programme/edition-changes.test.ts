import { expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { areInOrder, valueFaults, withCallValues } from './call-values.ts';
import { changedRules, editionChanges } from './edition-changes.ts';
import { loadEdition } from './load-edition.ts';

const edition = loadEdition(raw);

test('an edition does not differ from itself, nor from a copy', () => {
  expect(editionChanges(edition, edition)).toEqual([]);
  expect(editionChanges(edition, JSON.parse(JSON.stringify(edition)))).toEqual([]);
});

test('a changed number is named with the rules that read it', () => {
  const after = withCallValues(edition, { parameters: { minProjects: 14 } });
  expect(editionChanges(edition, after)).toEqual([{ kind: 'parameter', name: 'minProjects', from: 12, to: 14, rules: ['R02'] }]);
  expect([...changedRules(editionChanges(edition, after))]).toEqual(['R02']);
});

test('instants, title, rules switched on or off and rules reworded are each named', () => {
  const off = edition.rules.find((rule) => rule.off === true)?.id ?? '';
  const after = withCallValues(edition, { title: '新名称', submitBy: '2022-03-30T00:00:00+08:00', rules: { [off]: true, R02: false } });
  const reworded = { ...after, rules: after.rules.map((rule) => (rule.id === 'R03' ? { ...rule, sentence: '新句。' } : rule)) };
  expect(
    editionChanges(edition, reworded)
      .map((change) => ('change' in change && 'id' in change ? `${change.id} ${change.change}` : change.kind))
      .toSorted(),
  ).toEqual(['title', 'instant', `${off} switchedOn`, 'R02 switchedOff', 'R03 changed'].toSorted());
});

test('a field more, a field less and a field changed are named by place and label', () => {
  const [block, ...rest] = edition.forms.form.blocks;
  const [field] = block?.fields ?? [];
  if (block === undefined || field === undefined) throw new Error('the form is empty');
  const more = {
    ...edition,
    forms: {
      ...edition.forms,
      form: { ...edition.forms.form, blocks: [{ ...block, fields: [...block.fields, { ...field, key: 'extra', label: '新栏' }] }, ...rest] },
    },
  };
  const path = `form/${block.key}/extra`;
  expect(editionChanges(edition, more)).toEqual([{ kind: 'field', path, label: '新栏', change: 'added' }]);
  expect(editionChanges(more, edition)).toEqual([{ kind: 'field', path, label: '新栏', change: 'removed' }]);
});

test('values that the edition cannot take are named, and the order of instants is judged', () => {
  expect(valueFaults(edition, { parameters: { minProjects: 14, zoneLevels: ['国家级'], publicShare: { numerator: 1, denominator: 2 } } })).toEqual([]);
  expect(
    valueFaults(edition, {
      title: ' ',
      submitBy: '明天',
      parameters: { minProjects: 0, nothing: 1, zoneLevels: ['县级'], copies: { plan: 1 } },
      rules: { R999: true },
    }),
  ).toEqual(['/submitBy', '/title', '/parameters/minProjects', '/parameters/nothing', '/parameters/copies', '/parameters/zoneLevels', '/rules/R999']);
  expect(areInOrder(edition.instants)).toBe(true);
  expect(areInOrder({ ...edition.instants, paperBy: edition.instants.recommendBy })).toBe(false);
});
