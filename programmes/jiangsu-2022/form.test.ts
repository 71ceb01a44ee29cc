import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { FieldDef, FormDef } from '#domain/forms/definition.ts';

import { commitment } from './commitment.ts';
import { form } from './form.ts';
import { opinions } from './opinions.ts';
import { outline } from './outline.ts';
import { proposal } from './proposal.ts';
import { seals } from './seals.ts';

const guide = new URL('../../../shared/spec/guide-2022.zh.txt', import.meta.url);

/** Printed on the paper, but by the grid, by a kind of field, by the seals or as a sample row: no label of a field. */
const furniture = new Set([
  '是',
  '否',
  '……',
  '单位（盖章）',
  '年月日',
  '××××××有限公司（示例）',
  'XXX',
  'XX',
  '××××××实验室（示例）',
  '×××实验室',
  '张三（示例）',
  '主任、教授',
  '肿瘤免疫治疗',
  '××××创业园（示例）',
  '××靶向药',
  '一种××××方法',
]);

const squeeze = (text: string): string =>
  text
    .replaceAll('{Y}', '2022')
    .replace(/\{Y([+-]\d)\}/gu, (_, offset) => String(2022 + Number(offset)))
    .replace(/\s|[：:]$/gu, '');

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [squeeze(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(strings);
}

function fieldsOf(def: FormDef): readonly FieldDef[] {
  return def.blocks.flatMap((block) => block.fields.flatMap((field): FieldDef[] => (field.kind === 'table' ? [field, ...field.columns] : [field])));
}

const printedFields = (): readonly FieldDef[] => fieldsOf(form).filter((field) => !field.unprinted);

/** The template's cells: they begin with a tab and may run over several lines; seal cells hold one statement a line. */
function templateTexts(text: string): string[] {
  const template = text.slice(text.indexOf('\n附2\n'), text.indexOf('\n抄送：')).split('\t').slice(1);
  return template
    .flatMap((cell) => (cell.includes('单位（盖章）') ? cell.split('\n') : [cell]))
    .flatMap((cell) => cell.split('□'))
    .map((piece) => squeeze(piece.trim()).replace(/^\d．/u, ''))
    .filter((piece) => piece !== '' && !furniture.has(piece) && !/^项目\d$/u.test(piece));
}

describe.skipIf(!existsSync(guide))('the forms beside the official guide (needs ../shared/spec)', () => {
  const text = existsSync(guide) ? readFileSync(guide, 'utf8') : '';
  const whole = squeeze(text);
  const heads = form.blocks.map((block) => squeeze(`${block.title}（${block.note ?? ''}）`));
  const defined = new Set([...strings([form, proposal, opinions.form, seals]), ...heads]);

  const holdsHint = (label: string) => label.startsWith('（参照') && [...defined].some((known) => known.startsWith(label));

  it('have every label, unit, option and statement of the 申报表 template, exactly as printed', () => {
    const printed = templateTexts(text);
    expect(new Set(printed).size).toBeGreaterThan(125);
    expect(printed.filter((label) => !defined.has(label) && !holdsHint(label))).toEqual([]);
  });

  it('offer the options of each group of boxes together, in the printed order', () => {
    const groups = text
      .slice(text.indexOf('\n附2\n'))
      .split('\t')
      .filter((cell) => cell.includes('□'))
      .map((cell) => cell.trim().split(/\s*□/u).slice(1).map(squeeze).join());
    const yesNo = printedFields().filter((field) => field.kind === 'yesNo').length;
    expect(groups.filter((group) => group === '是,否')).toHaveLength(yesNo);
    const offered = new Set([form, proposal].flatMap(fieldsOf).map((field) => ('options' in field ? field.options.join() : '是,否')));
    expect(new Set(groups).size).toBe(11);
    expect(groups.filter((group) => !offered.has(group))).toEqual([]);
  });

  it('mark as unprinted what the template does not have, but for the remark beside the field of the cluster', () => {
    const template = new Set(templateTexts(text));
    const labels = printedFields().map((field) => squeeze(field.label));
    expect(labels.filter((label) => !template.has(label))).toEqual(['细分领域补充说明']);
  });

  it('have headings and hints of the plan’s outline as printed', () => {
    const missing = outline.flatMap((chapter) => [
      `${chapter.number}、${chapter.title}${chapter.hint ?? ''}`,
      ...chapter.sections.map((section) => `${section.number}．${section.title}${section.hint}`),
    ]);
    expect(missing).toHaveLength(15);
    expect(missing.filter((entry) => !whole.includes(squeeze(entry)))).toEqual([]);
  });

  it('have the commitments and both opinions of the city word for word', () => {
    const opening = commitment.opening.split(/\{industry\}|\{cluster\}/u);
    const items = commitment.items.map((item, index) => `${index + 1}．${item.text}`);
    const statements = Object.values(opinions).flatMap((opinion) => opinion.statements.map((statement, index) => `${index + 1}．${statement}`));
    const all = [commitment.title, opening.join('×××'), ...items, commitment.closing, commitment.signer, ...statements];
    expect(all).toHaveLength(17);
    expect(all.filter((entry) => !whole.includes(squeeze(entry)))).toEqual([]);
  });
});
