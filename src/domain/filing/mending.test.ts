import { expect, test } from 'vitest';
import { type Filed, isNamed, placesNotNamed } from './mending.ts';
import { emptyPlan, smallEdition } from './small-edition.test-support.ts';

const edition = smallEdition();
const before: Filed = {
  content: {
    ...emptyPlan,
    form: { cluster: { name: '甲', output: 1 } },
    projects: [{}, {}],
    attachments: [{ path: '/form/policy/fund', name: '证明.pdf', digest: 'a' }],
  },
  projects: ['p1', 'p2'],
};
const named = [{ document: 'form', block: 'policy', text: '附件' }];
const places = (content: Partial<Filed['content']>, projects = before.projects, parts = named) =>
  placesNotNamed(edition, before, { content: { ...before.content, ...content }, projects }, parts);

test('a part is named by its document and its block', () => {
  expect(isNamed(named, 'form', 'policy')).toBe(true);
  expect(isNamed(named, 'form', 'cluster')).toBe(false);
  expect(isNamed(named, 'commitment', 'policy')).toBe(false);
});

test('two equal texts differ nowhere', () => {
  expect(places({})).toEqual([]);
});

test('an answer or a file that changed outside the named parts is told by its place; inside them it is not', () => {
  expect(places({ form: { cluster: { name: '甲', output: 2 }, policy: { fund: true } } })).toEqual(['/form/cluster/output']);
  expect(places({ attachments: [] })).toEqual([]);
  expect(places({ attachments: [] }, before.projects, [])).toEqual(['/form/policy/fund']);
  expect(places({ outline: { '1-1': { type: 'doc' } } })).toEqual(['/outline/1-1']);
});

test('an answered note is no change of what was filed', () => {
  expect(places({ form: { cluster: { name: '甲', output: 1, notes: { R21: { confirmed: '已核对' } } } } })).toEqual([]);
});

test('a tick in a section of the narrative is no change of its text, and hides none', () => {
  const words = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
  const filed: Filed = { ...before, content: { ...before.content, outline: { '1-1': words('产值一亿元') } } };
  const notes = { R25n: { confirmed: '已核对' } };
  const told = (section: Filed['content']['outline'][string]) =>
    placesNotNamed(edition, filed, { ...filed, content: { ...filed.content, outline: { '1-1': section } } }, named);
  expect(told({ ...words('产值一亿元'), notes })).toEqual([]);
  expect(told({ ...words('产值二亿元'), notes })).toEqual(['/outline/1-1']);
});

test('a project that the province took out is no difference; one that came, or another order, is', () => {
  expect(places({ projects: [{}] }, ['p2'])).toEqual([]);
  expect(places({ projects: [{}, {}, {}] }, ['p1', 'p2', 'p3'])).toEqual(['/projects/2']);
  expect(places({ projects: [{}, {}] }, ['p2', 'p1'])).toEqual(['/projects']);
});
