import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { Answers, FieldDef, FormDef, ScalarField } from '#domain/forms/definition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

import { commitment } from '../commitment.ts';
import { form } from '../form.ts';
import { opinions } from '../opinions.ts';
import { outline } from '../outline.ts';
import { proposal } from '../proposal.ts';
import plan from './plan.json' with { type: 'json' };

const wanYuan = 1_000_000;
const forms: readonly (readonly [string, FormDef, Answers])[] = [
  ['form', form, plan.form],
  ['commitment', commitment.form, plan.commitment],
  ...plan.projects.map((answers, index) => [`projects/${index}`, proposal, answers] as const),
];
const sectionKeys = outline.flatMap((chapter) => (chapter.sections.length > 0 ? chapter.sections.map((section) => section.key) : [chapter.key]));

function unknownKeys(at: string, def: FormDef, answers: Answers): string[] {
  return Object.entries(answers).flatMap(([blockKey, block]) => {
    const blockDef = def.blocks.find((candidate) => candidate.key === blockKey);
    if (!blockDef) return [`${at}/${blockKey}`];
    return Object.entries(block).flatMap(([key, value]) => {
      const field = blockDef.fields.find((candidate) => candidate.key === key);
      if (key === 'notes') return [];
      if (!field || field.kind === 'computed') return [`${at}/${blockKey}/${key}`];
      if (field.kind !== 'table') return [];
      const known = new Set(field.columns.map((column) => column.key));
      return rowsOf(value).flatMap((row) =>
        Object.keys(row)
          .filter((column) => !known.has(column))
          .map((column) => `${at}/${blockKey}/${key}/${column}`),
      );
    });
  });
}

function unfilled(at: string, fields: readonly FieldDef[], values: JsonObject): string[] {
  return fields.flatMap((field) => {
    if (field.kind === 'computed' || (field.visibleWhen && values[field.visibleWhen.field] !== field.visibleWhen.is)) return [];
    const value = values[field.key];
    if (field.kind === 'table') {
      const rows = rowsOf(value ?? []);
      return rows.length === 0 ? [`${at}/${field.key}`] : rows.flatMap((row, index) => unfilled(`${at}/${field.key}/${index}`, field.columns, row));
    }
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return empty && !field.optional ? [`${at}/${field.key}`] : [];
  });
}

function rowsOf(value: Json): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((row): row is JsonObject => row !== null && typeof row === 'object' && !Array.isArray(row)) : [];
}

function strings(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(strings);
}

/** Characters of narrative, spaces not counted; words inside tables only if asked. */
function narrative(value: Json, tables: boolean): number {
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + narrative(inner, tables), 0);
  const node = value as JsonObject;
  if (typeof node['text'] === 'string') return node['text'].replace(/\s/gu, '').length;
  return node['type'] === 'table' && !tables ? 0 : narrative(Object.values(node), tables);
}

const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);

describe('the sample plan', () => {
  it('uses only keys that the definitions have', () => {
    expect(forms.flatMap(([at, def, answers]) => unknownKeys(at, def, answers))).toEqual([]);
    expect(Object.keys(plan.outline).toSorted()).toEqual(sectionKeys.toSorted());
    expect(Object.keys(plan)).toEqual(['edition', 'call', 'zone', 'city', 'form', 'outline', 'commitment', 'projects', 'attachments']);
  });

  it('fills every field that is needed', () => {
    const missing = forms.flatMap(([at, def, answers]) =>
      def.blocks.flatMap((block) => unfilled(`${at}/${block.key}`, block.fields, answers[block.key] ?? {})),
    );
    expect(missing).toEqual([]);
  });

  it('chooses only from the printed options and keeps to the lengths', () => {
    const bad = forms.flatMap(([at, def, answers]) =>
      def.blocks.flatMap((block) =>
        block.fields.flatMap((field) => misfits(`${at}/${block.key}/${field.key}`, field, answers[block.key]?.[field.key] ?? null)),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('has 38 enterprises and 14 projects, three of them outside the zone with a recommendation of the authority there', () => {
    expect(plan.form.chain.rows).toHaveLength(38);
    expect(plan.projects).toHaveLength(14);
    const outside = plan.projects.flatMap((project, index) => (project.summary.location === '本高新区外' ? [`/projects/${index}/summary/location`] : []));
    expect(outside).toEqual(['/projects/4/summary/location', '/projects/9/summary/location', '/projects/12/summary/location']);
    const proofs = form.blocks.flatMap((block) => block.fields.filter((field) => field.proof).map((field) => `/form/${block.key}/${field.key}`));
    expect(plan.attachments.map((attachment) => attachment.path)).toEqual([...proofs, ...outside]);
  });

  it.each([
    ['newTotal', 57_000],
    ['province', 5_900],
    ['zone', 5_850],
    ['otherLocal', 1_700],
    ['own', 29_350],
    ['social', 14_200],
  ] as const)('adds up %s to %i 万元 over projects and over years, in fen', (key, total) => {
    expect(sum(plan.projects.map(({ money }) => money[key]))).toBe(total * wanYuan);
    expect(sum(plan.projects.flatMap(({ money }) => money.years.map((year) => year[key])))).toBe(total * wanYuan);
  });

  it('spends each project’s new investment completely', () => {
    for (const { money, uses } of plan.projects) {
      expect(sum(uses.rows.map((row) => row.amount ?? 0))).toBe(money.newTotal);
      expect(money.province + money.zone + money.otherLocal + money.own + money.social).toBe(money.newTotal);
    }
  });

  it('justifies the one application above 500 万元', () => {
    const above = plan.projects.filter(({ money }) => money.province > 500 * wanYuan);
    expect(above.map(({ money }) => money.province)).toEqual([600 * wanYuan]);
    expect(above[0]?.money.notes?.R39.justification.length).toBeGreaterThan(200);
  });

  it('has the whole narrative: 6,508 characters in running text, 9,866 with those in tables', () => {
    expect(narrative(plan.outline, false)).toBe(6_508);
    expect(narrative(plan.outline, true)).toBe(9_866);
  });
});

function misfits(at: string, field: FieldDef, value: Json): string[] {
  if (field.kind === 'computed') return [];
  if (field.kind !== 'table') return fits(field, value) ? [] : [at];
  return rowsOf(value).flatMap((row, index) => field.columns.flatMap((column) => misfits(`${at}/${index}/${column.key}`, column, row[column.key] ?? null)));
}

function fits(field: ScalarField, value: Json): boolean {
  if (value === null) return true;
  if (field.kind === 'text') return typeof value === 'string' && value.length <= field.maxLength;
  if (field.kind === 'choice') return typeof value === 'string' && field.options.includes(value);
  if (field.kind === 'choices') return Array.isArray(value) && value.join() === field.options.filter((option) => value.includes(option)).join();
  if (field.kind === 'yesNo') return typeof value === 'boolean';
  if (field.kind === 'count' || field.kind === 'money') return Number.isSafeInteger(value);
  return true;
}

const source = new URL('../../../../shared/sample/', import.meta.url);

describe.skipIf(!existsSync(source))('the sample plan beside the texts it was made from (needs ../shared/sample)', () => {
  /** What a filing does not hold: it comes from the edition, or stands in two fields. */
  const elsewhere = new Set([
    ...[...opinions.plan.statements, ...opinions.form.statements].map((text) => text.replaceAll('{Y}', '2022')),
    ...outline.flatMap((chapter) => [chapter.title, ...chapter.sections.map((section) => section.title)]),
    '省科技成果转化专项资金创新型产业集群培育试点方案',
    `${plan.form.name.name}培育试点方案`,
    '《泰州医药高新区2021年度重点工作推进计划》（另列入《泰州医药高新区2022年度重点工作推进计划》）',
    '演示数据：本文件中的企业、人员、文号、金额与统计数字均为虚构，不代表任何真实单位。',
    '以下不在印制的申报表内，供系统补充字段使用（2022年度工作推进计划、信用代码、市场占有率口径等）。',
  ]);

  it.each(['plan-form.json', 'outline.json', 'proposals.json'])('loses no text of %s', (file) => {
    const whole = strings(plan).join('\n');
    const original: Json = JSON.parse(readFileSync(new URL(file, source), 'utf8'));
    const long = strings(original).filter((text) => text.length > 12);
    expect(long.length).toBeGreaterThan(80);
    expect(long.filter((text) => !whole.includes(text) && !elsewhere.has(text) && !isEntry(text))).toEqual([]);
  });

  /** The project entries of 三.2 are drawn from the proposals, no longer typed a second time. */
  function isEntry(text: string): boolean {
    return /^(\u3010|项目\d+ |目标产品及重要意义：|成果来源与知识产权：|所处阶段：|主要研发内容与产业化目标：|承担单位与产学研合作：|投入与资金来源：|项目负责人及团队：)/.test(
      text,
    );
  }
});
