import type { LetterPaper } from '#domain/programme/document-papers.ts';

/** 设区市科技局审查推荐函: the guide asks for one (四.3) and gives no template; the wording is ours, from its clauses and the bureau's opinion. */
export const letter: LetterPaper = {
  bureau: '{city}科学技术局',
  number: '{number}',
  numberBlank: '×科函〔{Y}〕×号',
  title: ['关于推荐', '{cluster}', '培育试点的函'],
  to: '江苏省科学技术厅：',
  paragraphs: [
    '按照《关于印发〈{Y}年省科技成果转化专项资金项目指南〉及组织申报项目的通知》和《创新型产业集群培育试点项目申报指引》要求，我局面向辖区内省级以上高新区组织开展了创新型产业集群培育试点申报工作。{zone}围绕重点产业领域编制了{cluster}培育试点方案，面向省内产业链上下游骨干企业征集集群试点项目{projects}个，申请省科技成果转化专项资金合计{asked}万元。',
    '经审查，试点方案和申报表内容及集群试点项目完整齐全、真实有效，符合申报资格要求，同意推荐。我局在审查推荐过程中，无违规推荐、审查不严等失信行为；如发生失实或失信行为，将追究相关人员责任，并按照《江苏省科技计划项目信用管理办法》等相关规定，承担相关责任。',
  ],
  closing: '特此函告。',
  table: {
    caption: '推荐的集群试点项目',
    columns: [
      { header: '序号', width: 12 },
      { header: '项目名称', width: 72, field: 'summary.name' },
      { header: '申报单位', width: 46, field: 'summary.applicant' },
      { header: '申请省资助经费（万元）', width: 26, field: 'money.province', sum: true },
    ],
    total: '合计',
  },
  attachments: {
    title: '附件：',
    items: [
      '{cluster}培育试点方案（一式{planCopies}份）',
      '创新型产业集群培育试点申报表（一式{formCopies}份）',
      '创新型产业集群培育试点项目承诺书',
      '集群试点项目申报书及附件',
    ],
  },
  sign: ['{bureau}（盖章）', '　　年　　月　　日'],
  copies: '抄送：{zone}管理委员会。（本函一式{letterCopies}份）',
};
