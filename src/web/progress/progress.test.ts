import { beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { countOpen, entriesOf, isClear } from './entries.ts';
import { placeOf } from './place.ts';

let edition: Edition;
let missingRule: string;
beforeAll(() => {
  edition = loadEdition(raw);
  missingRule = edition.rules.find((rule) => rule.checks.some((check) => check.kind === 'required'))?.id ?? '';
});

const missing = (path: string): Problem => ({ severity: 'must', clause: 'F', rule: missingRule, path, message: '未填' });
const wrong = (path: string, severity: Problem['severity'] = 'must'): Problem => ({ severity, clause: 'F', rule: 'R18', path, message: '不对' });

test('empty fields of one block are told in one line, which counts them all', () => {
  const entries = entriesOf(edition, [missing('/form/zone/head'), wrong('/form/zone/gdp', 'flag'), missing('/form/zone/address')]);
  expect(entries.map((entry) => [entry.severity, entry.count])).toEqual([
    ['must', 2],
    ['flag', 1],
  ]);
  expect(entries[0]?.message).toContain('主要负责人、地址');
});

test('what only others look at keeps nobody from filing', () => {
  expect(isClear(countOpen([wrong('/form/zone/gdp', 'human'), wrong('/form/zone/gdp', 'flag')]))).toBe(true);
  expect(isClear(countOpen([wrong('/form/zone/gdp', 'confirm')]))).toBe(false);
});

test('pointers are called by the names that stand on the screen', () => {
  expect(placeOf(edition, '/form/zone/head')).toEqual({ block: '申报表 所在高新区基本情况', field: '主要负责人' });
  expect(placeOf(edition, '/projects/6/money/province').block).toMatch(/^项目 7 /);
  expect(placeOf(edition, '/outline/4').block).toMatch(/^方案正文 /);
  expect(placeOf(edition, '/attachments').block).toBe('佐证材料');
});
