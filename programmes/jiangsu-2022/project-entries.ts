import type { ProjectEntriesDef } from '#domain/programme/edition.ts';

/** 三.2 项目基本情况: what the outline asks of every project, in its order, drawn from the proposal. A sentence without its answer is left out. */
export const projectEntries: ProjectEntriesDef = {
  section: '3-2',
  groupBy: 'summary.groups',
  groupTitle: '目标产品群类型：{group}',
  noGroup: '目标产品群类型：待选',
  title: '项目{n}　{summary.name}',
  items: [
    { label: '目标产品及重要意义', sentences: ['目标产品为{summary.product}。', '{product.description}', '{summary.significance}'] },
    {
      label: '技术成果来源及知识产权',
      sentences: ['成果来源为{summary.sources}。', '{ip.origin}', '已列专利{ip.patents#}件，其中已授权{ip.patents#status=授权}件。'],
    },
    { label: '所处阶段', sentences: ['{stage.stage}。', '{stage.statement}'] },
    { label: '主要研发内容与产业化目标', sentences: ['{research.tasks.content|；}。', '产业化目标：{research.goal}'] },
    {
      label: '承担单位、参与单位及产学研合作',
      sentences: ['由{summary.applicant}承担。', '{partners.profile}', '参与单位：{partners.members.name|、}。', '{partners.cooperation}'],
    },
    {
      label: '投入、资金来源及申请资助经费',
      sentences: [
        '项目总投入{money.total}，其中新增总投入{money.newTotal}。',
        '申请省资助{money.province}，',
        '高新区拟资助{money.zone}，',
        '其他地方资助{money.otherLocal}，',
        '自筹{money.own}，',
        '社会资本投入{money.social}。',
      ],
    },
    {
      label: '项目负责人及团队',
      sentences: ['负责人{team.name}，{team.title}。', '{team.profile}。', '团队{team.size}，其中博士{team.doctors}、高级职称{team.seniors}。'],
    },
  ],
};
