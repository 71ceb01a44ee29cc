import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldDef, FormDef } from '#domain/forms/definition.ts';
import { renderForm, renderers } from './form.ts';
import { edition, readPaper, request, squeeze } from './paper.test-support.ts';

const guide = new URL('../../../../shared/spec/guide-2022.zh.txt', import.meta.url);

let text = '';
beforeAll(async () => {
  ({ text } = await readPaper((await renderForm(request())).bytes));
});
afterAll(() => renderers.close());

function labelsOf(form: FormDef, blocks: readonly string[]): readonly string[] {
  // 细分领域补充说明 has no label of its own on paper: it follows the field that it explains.
  const printed = (field: FieldDef): boolean => field.unprinted !== true && field.key !== 'fieldText';
  const fields = form.blocks.filter((block) => blocks.includes(block.key)).flatMap((block) => block.fields.filter(printed));
  return fields.flatMap((field) => [
    ...(field.kind === 'table' ? field.columns.filter(printed).map((column) => column.label) : [field.label]),
    ...('options' in field ? field.options : []),
  ]);
}

/** Lines of the official template: its fixed words, without the sample rows' contents and without the blocks that only repeat. */
function templateLines(): readonly string[] {
  const lines = readFileSync(guide, 'utf8').split('\n').map(squeeze);
  const from = lines.findIndex((line, index) => line === '附2' && lines[index + 1] === '省科技成果转化专项资金');
  const to = lines.findIndex((line, index) => index > from && line.startsWith('抄送'));
  const tables = [...edition.forms.form.blocks].flatMap((block) => block.fields).filter((field) => field.kind === 'table');
  const samples = new Set([
    ...tables
      .flatMap((table) => Object.values(table.sample ?? {}))
      .map(String)
      .map(squeeze),
    '（示例）',
    'XXX',
    'XX',
    '……',
    '附2',
  ]);
  return lines.slice(from, to).filter((line) => line !== '' && !samples.has(line));
}

test.runIf(existsSync(guide))('every fixed word of the official template stands on the paper', () => {
  const lines = templateLines();
  expect(lines.length).toBeGreaterThan(200);
  expect(lines.filter((line) => !text.includes(line))).toEqual([]);
});

test.runIf(existsSync(guide))('the blocks stand in the order of the template', () => {
  const order = [
    '集群名称',
    '主要负责人',
    '所属细分领域',
    '规划名称：',
    '主导产品相关授权专利名称',
    '载体名称',
    '人才计划级别',
    '双创载体名称',
    '科技支行',
    '实现的工作目标：',
    '2022年1',
    '目标产品群类型',
    '项目名称',
    '集群组织申报单位：',
    '集群建设单位（高新区）：',
    '设区市科技局推荐审核意见：',
  ];
  const at = order.map((label) => text.indexOf(squeeze(label)));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

test('every label and option of the printed fields stands on the paper', () => {
  const { form, proposal } = edition.forms;
  const labels = [
    ...labelsOf(
      form,
      form.blocks.map((block) => block.key),
    ),
    ...labelsOf(proposal, ['summary', 'outcomes']),
  ];
  expect(labels.length).toBeGreaterThan(100);
  expect(labels.filter((label) => !text.includes(squeeze(label)))).toEqual([]);
});

test("the city's opinion on the form is printed in full, the one on the plan is not", () => {
  for (const statement of edition.opinions.form.statements) {
    expect(text).toContain(squeeze(statement));
  }
  expect(text).not.toContain(squeeze(edition.opinions.plan.statements[1] ?? ''));
});
