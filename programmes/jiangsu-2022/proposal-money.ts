import type { BlockDef } from '#domain/forms/definition.ts';

/** 投入与资金来源. The sources add up to newTotal, and each source over the years to its total (R42), exactly. */
export const money: readonly BlockDef[] = [
  {
    key: 'money',
    title: '项目投入与资金来源',
    clause: 'G3.5',
    note: '各项来源之和等于新增总投入，分年度之和等于各项合计；前期已投入不计入新增',
    fields: [
      { key: 'total', kind: 'money', unit: 'wanYuan', label: '项目总投入（万元）', short: '项目总投入' },
      {
        key: 'newTotal',
        kind: 'money',
        unit: 'wanYuan',
        label: '其中：新增总投入（万元）',
        short: '其中：新增总投入',
        hint: '三分之一的上限按此数计算',
      },
      { key: 'earlier', kind: 'money', unit: 'wanYuan', label: '前期已投入（万元）', short: '前期已投入', optional: true, span: 2 },
      { key: 'province', kind: 'money', unit: 'wanYuan', label: '申请省资助经费（万元）', short: '申请省资助经费', group: '新增总投入的来源' },
      {
        key: 'zone',
        kind: 'money',
        unit: 'wanYuan',
        label: '高新区拟资助（万元）',
        short: '高新区拟资助',
        hint: '区内项目不低于申请省资助经费',
        group: '新增总投入的来源',
      },
      { key: 'otherLocal', kind: 'money', unit: 'wanYuan', label: '其他地方资助（万元）', short: '其他地方资助', group: '新增总投入的来源' },
      { key: 'own', kind: 'money', unit: 'wanYuan', label: '自筹（万元）', short: '自筹', group: '新增总投入的来源' },
      { key: 'social', kind: 'money', unit: 'wanYuan', label: '社会资本投入（万元）', short: '社会资本投入', group: '新增总投入的来源' },
      {
        key: 'years',
        kind: 'table',
        label: '分年度（万元）',
        short: '分年度投入',
        rowKey: 'year',
        maxRows: 4,
        fixed: { column: 'year', values: ['{Y}', '{Y+1}', '{Y+2}', '{Y+3}'] },
        columns: [
          { key: 'year', kind: 'text', label: '年度', maxLength: 4 },
          { key: 'newTotal', kind: 'money', unit: 'wanYuan', label: '新增总投入（万元）', short: '新增总投入' },
          { key: 'province', kind: 'money', unit: 'wanYuan', label: '申请省资助（万元）', short: '申请省资助' },
          { key: 'zone', kind: 'money', unit: 'wanYuan', label: '高新区拟资助（万元）', short: '高新区拟资助' },
          { key: 'otherLocal', kind: 'money', unit: 'wanYuan', label: '其他地方资助（万元）', short: '其他地方资助' },
          { key: 'own', kind: 'money', unit: 'wanYuan', label: '自筹（万元）', short: '自筹' },
          { key: 'social', kind: 'money', unit: 'wanYuan', label: '社会资本投入（万元）', short: '社会资本投入' },
        ],
      },
    ],
  },
  {
    key: 'uses',
    title: '新增投入用途',
    note: '不发生的用途留空；合计应等于新增总投入',
    fields: [
      {
        key: 'rows',
        kind: 'table',
        label: '新增投入用途（万元）',
        short: '新增投入用途',
        rowKey: 'use',
        maxRows: 7,
        fixed: {
          column: 'use',
          values: ['设备购置与改造', '试验材料与临床研究', '试验材料与应用验证', '测试化验与注册检验', '产学研合作与技术引进', '研发人员费用', '其他'],
        },
        columns: [
          { key: 'use', kind: 'text', label: '用途', maxLength: 40 },
          { key: 'amount', kind: 'money', unit: 'wanYuan', label: '金额（万元）', optional: true },
        ],
      },
      {
        key: 'total',
        kind: 'computed',
        label: '用途合计（万元）',
        short: '用途合计',
        of: { sum: 'rows', column: 'amount' },
        show: { money: 'wanYuan' },
      },
      { key: 'statement', kind: 'text', label: '资金说明', maxLength: 1000, lines: 4, span: 4 },
    ],
  },
];
