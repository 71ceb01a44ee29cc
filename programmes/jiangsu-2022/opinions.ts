import type { OpinionDef } from '#domain/programme/edition.ts';

const title = '设区市科技局推荐审核意见';

const clean =
  '本部门在审查推荐过程中，无违规推荐、审查不严等失信行为；如发生失实或失信行为，本部门将追究相关人员责任，并按照《江苏省科技计划项目信用管理办法》等相关规定，承担相关责任。';

/** The city bureau's statements under the plan and under the form differ in their first two items: two opinions, given and kept apart (A19). */
export const opinions: { readonly plan: OpinionDef; readonly form: OpinionDef } = {
  plan: {
    title,
    statements: [
      '按照《关于印发〈{Y}年省科技成果转化专项资金项目指南〉及组织申报项目的通知》要求，我们面向高新区组织了创新型产业集群培育试点工作。',
      '本部门切实履行审查推荐责任，试点方案内容及集群试点项目完整齐全、真实有效，符合本计划申报资格要求。',
      clean,
    ],
  },
  form: {
    title,
    statements: [
      '按照《关于印发〈{Y}年省科技成果转化专项资金项目指南〉及组织申报项目的通知》要求，我们面向高新区组织了创新型产业集群试点工作。',
      '本部门切实履行审查推荐责任，集群培育试点申报表内容完整齐全、真实有效。',
      clean,
    ],
  },
};
