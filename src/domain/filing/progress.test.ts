import { beforeAll, expect, test } from 'vitest';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { formProgress, percentFilled } from './progress.ts';

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

test('too few projects are a problem of the block that lists them, one wrong project is not', () => {
  expect(stateOf('projects', [wrong('/projects')])).toBe('problems');
  expect(stateOf('projects', [wrong('/projects/0/money/province')])).toBe('done');
});

test('progress is full only when nothing is missing', () => {
  const blocks = (problems: readonly Problem[]) => percentFilled(formProgress(edition, edition.forms.form, '/form', sample.form, problems));
  expect(blocks([])).toBe(100);
  expect(blocks([missing('/form/zone/head')])).toBeLessThan(100);
});
