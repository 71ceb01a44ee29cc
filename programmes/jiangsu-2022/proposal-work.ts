import type { BlockDef } from '#domain/forms/definition.ts';

/** Who does it, by when, to what benefit: the second half of what the outline's chapter 三.2 lists. */
export const work: readonly BlockDef[] = [
  {
    key: 'partners',
    title: '承担单位、参与单位与产学研合作',
    by: 'partner',
    fields: [
      { key: 'founded', kind: 'text', label: '成立年份', short: '承担单位成立年份', maxLength: 4, group: '承担单位' },
      { key: 'profile', kind: 'text', label: '简介', short: '承担单位简介', maxLength: 1000, lines: 4, span: 4, group: '承担单位' },
      {
        key: 'members',
        kind: 'table',
        label: '参与单位',
        hint: '没有参与单位的不填',
        rowKey: 'name',
        maxRows: 20,
        optional: true,
        columns: [
          { key: 'name', kind: 'text', label: '名称', maxLength: 60 },
          {
            key: 'type',
            kind: 'choice',
            label: '类型',
            options: ['高等学校', '省外高等学校', '科研院所', '省外科研院所', '新型研发机构', '高新区内企业', '省内企业', '省外企业'],
          },
          { key: 'task', kind: 'text', label: '任务分工', maxLength: 200 },
          { key: 'code', kind: 'text', label: '统一社会信用代码', format: 'uscc', maxLength: 18, optional: true },
        ],
      },
      { key: 'cooperation', kind: 'text', label: '产学研合作情况', maxLength: 1000, lines: 4, span: 4 },
    ],
  },
  {
    key: 'team',
    title: '项目负责人及团队',
    fields: [
      { key: 'name', kind: 'text', label: '姓名', short: '负责人姓名', maxLength: 30, group: '项目负责人' },
      { key: 'age', kind: 'count', unit: '岁', max: 120, label: '年龄', group: '项目负责人' },
      { key: 'title', kind: 'text', label: '职称', maxLength: 40, group: '项目负责人' },
      { key: 'degree', kind: 'choice', label: '学位', options: ['博士', '硕士', '学士', '其他'], group: '项目负责人' },
      { key: 'organisation', kind: 'text', label: '所在单位', maxLength: 60, span: 2, group: '项目负责人' },
      { key: 'profile', kind: 'text', label: '简介', short: '负责人简介', maxLength: 1000, lines: 4, span: 4, group: '项目负责人' },
      {
        key: 'members',
        kind: 'table',
        label: '主要成员',
        rowKey: 'name',
        maxRows: 60,
        columns: [
          { key: 'name', kind: 'text', label: '姓名', maxLength: 30 },
          { key: 'title', kind: 'text', label: '职称', maxLength: 40 },
          { key: 'organisation', kind: 'text', label: '单位', maxLength: 60 },
          { key: 'task', kind: 'text', label: '分工', maxLength: 120 },
        ],
      },
      { key: 'size', kind: 'count', unit: '人', label: '总人数', group: '团队规模' },
      { key: 'doctors', kind: 'count', unit: '人', label: '博士', group: '团队规模' },
      { key: 'seniors', kind: 'count', unit: '人', label: '高级职称', group: '团队规模', span: 2 },
    ],
  },
  {
    key: 'schedule',
    title: '进度安排',
    clause: 'G3.7',
    note: '项目实施期限为 3.5 年（42 个月）',
    fields: [
      { key: 'start', kind: 'date', label: '开始', short: '实施期限：开始', group: '实施期限' },
      { key: 'end', kind: 'date', label: '结束', short: '实施期限：结束', group: '实施期限' },
      { key: 'months', kind: 'count', unit: '月', label: '月数', max: 120, group: '实施期限', span: 2 },
      {
        key: 'milestones',
        kind: 'table',
        label: '里程碑',
        rowKey: 'period',
        maxRows: 20,
        columns: [
          { key: 'period', kind: 'text', label: '期间', maxLength: 20 },
          { key: 'start', kind: 'date', label: '开始' },
          { key: 'end', kind: 'date', label: '结束' },
          { key: 'goal', kind: 'text', label: '目标', maxLength: 300 },
        ],
      },
    ],
  },
  {
    key: 'benefits',
    title: '效益说明',
    fields: [{ key: 'statement', kind: 'text', label: '效益说明', maxLength: 1000, lines: 4, span: 4 }],
  },
  {
    key: 'local',
    title: '区外项目审核推荐',
    clause: 'G3.5',
    note: '只有本高新区外的项目填写；意见由所在地科技主管部门出具，原件作附件',
    fields: [
      { key: 'authority', kind: 'text', label: '所在地科技主管部门', maxLength: 60, optional: true, span: 2 },
      { key: 'opinion', kind: 'text', label: '审核意见', maxLength: 300, optional: true, span: 2 },
      { key: 'date', kind: 'date', label: '日期', short: '意见日期', optional: true },
      { key: 'followUp', kind: 'text', label: '后续管理', maxLength: 300, optional: true, span: 3 },
    ],
  },
  {
    key: 'declaration',
    title: '保密承诺',
    fields: [
      {
        key: 'unclassified',
        kind: 'yesNo',
        label: '确认项目申报书及附件均不涉及国家秘密',
        unprinted: true,
        span: 4,
      },
    ],
  },
];
