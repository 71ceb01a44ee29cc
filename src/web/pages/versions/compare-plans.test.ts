import { beforeAll, expect, test } from 'vitest';
import raw from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { edition as rawEdition } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { altered } from '#tests/support/altered.ts';
import { comparePlans } from './compare-plans.ts';

let edition: Edition;
beforeAll(() => {
  edition = loadEdition(rawEdition);
});

test('a content does not differ from itself', () => {
  expect(comparePlans(edition, raw, structuredClone(raw))).toEqual([]);
});

test('a changed amount is told in its unit, old and new', () => {
  const after = structuredClone(raw);
  const [first] = after.projects;
  if (first) first.money.total = 123_450_000_000;
  const [line, ...rest] = comparePlans(edition, raw, after);
  expect(rest).toEqual([]);
  expect(line).toMatchObject({ pointer: '/projects/0/money/total', kind: 'changed', after: expect.stringContaining('123,450') });
});

test('a project that is gone does not make every later one different', () => {
  const after = { ...structuredClone(raw), projects: structuredClone(raw.projects).slice(1) };
  expect(comparePlans(edition, raw, after)).toEqual([{ pointer: '/projects', kind: 'removed', text: raw.projects[0]?.summary.name }]);
});

test('of the narrative, only the paragraphs that changed are shown', () => {
  const after = {
    ...structuredClone(raw),
    outline: { ...raw.outline, '4': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '全新的一段' }] }] } },
  };
  const lines = comparePlans(edition, raw, after);
  expect(new Set(lines.map((line) => line.pointer))).toEqual(new Set(['/outline/4']));
  expect(lines.at(-1)).toEqual({ pointer: '/outline/4', kind: 'added', text: '全新的一段' });
});

test('a sentence that was rewritten is told old and new, and a reference with the figure of each version', () => {
  const doc = (...content: object[]) => ({ type: 'doc', content: content.map((one) => ({ type: 'paragraph', content: [one] })) });
  const figure = { type: 'reference', attrs: { path: '/form/cluster/enterprises' } };
  const filed = (text: string, enterprises: number) =>
    altered<Json>(raw, ['/outline/4', doc({ type: 'text', text }, figure)], ['/form/cluster/enterprises', enterprises]);
  const before = filed('旧句', 1186);
  expect(comparePlans(edition, before, filed('新句', 1200)).filter((line) => line.pointer === '/outline/4')).toEqual([
    { pointer: '/outline/4', kind: 'removed', text: '旧句' },
    { pointer: '/outline/4', kind: 'removed', text: '1186家' },
    { pointer: '/outline/4', kind: 'added', text: '新句' },
    { pointer: '/outline/4', kind: 'added', text: '1200家' },
  ]);
  expect(comparePlans(edition, before, filed('新句', 1186))).toEqual([{ pointer: '/outline/4', kind: 'changed', before: '旧句', after: '新句' }]);
});
