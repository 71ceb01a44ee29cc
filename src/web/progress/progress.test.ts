import { beforeAll, expect, test } from 'vitest';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { formProgress, percentFilled } from './block-progress.ts';
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
const stateOf = (key: string, problems: readonly Problem[], answers: Answers = sample.form) =>
  formProgress(edition, edition.forms.form, '/form', answers, problems).find((block) => block.key === key)?.state;

test('a block without problems is done, one with a broken must has problems, one with empty fields is being filled', () => {
  expect(stateOf('zone', [])).toBe('done');
  expect(stateOf('zone', [missing('/form/zone/head')])).toBe('filling');
  expect(stateOf('zone', [missing('/form/zone/head'), wrong('/form/zone/gdp')])).toBe('problems');
});

test('a principle without a reason waits for one, and counts no more once it has it', () => {
  expect(stateOf('zone', [wrong('/form/zone/gdp', 'principle')])).toBe('justify');
  expect(stateOf('zone', [{ ...wrong('/form/zone/gdp', 'principle'), justification: '有理由' }])).toBe('done');
});

test('a block that nobody has touched is empty', () => {
  expect(stateOf('zone', [missing('/form/zone/head')], { ...sample.form, zone: {} })).toBe('empty');
});

test('a problem of another block whose key begins alike is not counted', () => {
  expect(stateOf('name', [wrong('/form/names/x')])).toBe('done');
});

test('progress is full only when nothing is missing', () => {
  const blocks = (problems: readonly Problem[]) => percentFilled(formProgress(edition, edition.forms.form, '/form', sample.form, problems));
  expect(blocks([])).toBe(100);
  expect(blocks([missing('/form/zone/head')])).toBeLessThan(100);
});

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
