import type { FormDef, ScalarField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';

export const words: Words = {
  yes: '是',
  no: '否',
  separator: '、',
  units: { wanYuan: '万元', yiYuan: '亿元', wanDollar: '万美元' },
  codeLists: {
    industries: [
      { code: '4', name: '生物产业', level: 1 },
      { code: '4.1', name: '生物医药产业', level: 2, parent: '4' },
      { code: '4.2', name: '生物医学工程产业', level: 2, parent: '4' },
    ],
  },
};

/** One field of every kind that has a single value. */
export const scalars: readonly ScalarField[] = [
  { key: 'name', kind: 'text', label: '名称', maxLength: 20 },
  { key: 'goal', kind: 'text', label: '目标', maxLength: 200, lines: 5 },
  { key: 'firms', kind: 'count', unit: '家', label: '企业数（家）' },
  { key: 'share', kind: 'percent', places: 2, label: '占有率（%）' },
  { key: 'revenue', kind: 'money', unit: 'wanYuan', label: '收入（万元）' },
  { key: 'output', kind: 'money', unit: 'yiYuan', label: '产值（亿元）' },
  { key: 'exports', kind: 'money', unit: 'wanDollar', label: '出口（万美元）' },
  { key: 'listed', kind: 'yesNo', label: '是否列入' },
  { key: 'level', kind: 'choice', label: '水平', options: ['国际先进', '国内领先', '其他'] },
  { key: 'groups', kind: 'choices', label: '类型', options: ['技术相关', '功能相近', '市场同向'] },
  { key: 'industry', kind: 'code', list: 'industries', level: 2, label: '领域' },
  { key: 'start', kind: 'date', label: '开始' },
];

/** A small form with every kind: plain, hanging on a yes, in a table, in given rows, computed. */
export const everyKind: FormDef = {
  key: 'small',
  title: '小表',
  blocks: [
    {
      key: 'facts',
      title: '基本情况',
      fields: [...scalars, { key: 'listedName', kind: 'text', label: '文件', maxLength: 40, visibleWhen: { field: 'listed', is: true } }],
    },
    {
      key: 'chain',
      title: '产业链',
      fields: [
        { key: 'rows', kind: 'table', label: '企业', rowKey: 'name', maxRows: 8, columns: scalars },
        {
          key: 'years',
          kind: 'table',
          label: '分年度',
          rowKey: 'year',
          maxRows: 2,
          fixed: { column: 'year', values: ['2022', '2023'] },
          columns: [
            { key: 'year', kind: 'choice', label: '年度', options: ['2022', '2023'] },
            { key: 'amount', kind: 'money', unit: 'wanYuan', label: '金额（万元）' },
          ],
        },
        { key: 'total', kind: 'computed', label: '合计', of: { sum: 'rows', column: 'revenue' }, show: { money: 'wanYuan' } },
        { key: 'count', kind: 'computed', label: '户数', of: { rows: 'rows' }, show: { count: '家' } },
      ],
    },
  ],
};
