import type { BlockDef } from '#domain/forms/definition.ts';

/** What is to be made, from which results, and how far it is: the first half of what the outline's chapter 三.2 lists. */
export const content: readonly BlockDef[] = [
  {
    key: 'product',
    title: '目标产品',
    fields: [
      { key: 'shortName', kind: 'text', label: '项目简称', hint: '用于列表', maxLength: 30, optional: true, span: 2 },
      { key: 'description', kind: 'text', label: '定性描述', maxLength: 1000, lines: 5, span: 4 },
    ],
  },
  {
    key: 'ip',
    title: '成果来源与知识产权',
    fields: [
      { key: 'origin', kind: 'text', label: '来源说明', maxLength: 1000, lines: 4, span: 4 },
      {
        key: 'patents',
        kind: 'table',
        label: '专利清单',
        rowKey: 'name',
        maxRows: 100,
        columns: [
          { key: 'name', kind: 'text', label: '名称', maxLength: 120 },
          { key: 'type', kind: 'choice', label: '类型', options: ['发明专利', '实用新型专利', '外观设计专利'] },
          { key: 'applicationNo', kind: 'text', label: '申请号', format: 'patentNo', maxLength: 20 },
          { key: 'filedOn', kind: 'date', label: '申请日' },
          { key: 'status', kind: 'choice', label: '法律状态', options: ['授权', '实质审查', '公布', '受理'] },
          { key: 'owner', kind: 'text', label: '权利人', maxLength: 120 },
          {
            key: 'patentNo',
            kind: 'text',
            label: '专利号',
            format: 'patentNo',
            maxLength: 20,
            visibleWhen: { field: 'status', is: '授权' },
          },
          { key: 'grantedOn', kind: 'date', label: '授权公告日', visibleWhen: { field: 'status', is: '授权' } },
        ],
      },
    ],
  },
  {
    key: 'stage',
    title: '所处阶段',
    fields: [
      { key: 'stage', kind: 'text', label: '阶段', hint: '如中试、小批量生产、Ⅲ期临床试验', maxLength: 40, span: 2 },
      { key: 'statement', kind: 'text', label: '说明', short: '阶段说明', maxLength: 1000, lines: 4, span: 4 },
    ],
  },
  {
    key: 'research',
    title: '研发内容与产业化目标',
    clause: 'G3.4',
    fields: [
      {
        key: 'tasks',
        kind: 'table',
        label: '主要研发内容',
        rowKey: 'content',
        maxRows: 20,
        columns: [{ key: 'content', kind: 'text', label: '研发内容', maxLength: 300, lines: 2 }],
      },
      { key: 'goal', kind: 'text', label: '产业化目标', maxLength: 1000, lines: 3, span: 4 },
      {
        key: 'originality',
        kind: 'text',
        label: '重大原始创新及依据',
        hint: '写明原始创新之处及依据（论文、专利、检测或评价结论），由专家核对',
        maxLength: 1000,
        lines: 4,
        optional: true,
        span: 4,
      },
    ],
  },
];
