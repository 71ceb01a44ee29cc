import type { CommitmentDef } from '#domain/programme/edition.ts';

/** 承诺书 as printed, filled in from its own small form; items 1–7 are C1–C7 of the clauses. */
export const commitment: CommitmentDef = {
  title: '省科技成果转化专项资金创新型产业集群培育试点项目承诺书',
  opening:
    '根据《关于印发〈{Y}年省科技成果转化专项资金项目指南〉及组织申报项目的通知》有关要求，围绕我区重点规划和培育的{industry}产业，自愿申报{Y}年省科技成果转化专项资金{cluster}创新型产业集群培育试点，并就有关事项承诺如下：',
  items: [
    {
      id: 'C1',
      text: '认真组织编制创新型产业集群培育试点方案，如实提供集群产业发展情况，试点方案内容完整齐全、真实有效，试点方案提出的集群试点项目真实，且符合省科技成果转化专项资金项目申报条件与要求。',
    },
    {
      id: 'C2',
      text: '严格审核把关试点项目申报材料，按照集群试点项目申报要求，公平公正开展创新型产业集群培育试点项目征集和组织申报，无违规推荐、审核不严等行为。',
    },
    {
      id: 'C3',
      text: '高新区管委会与省科技厅按不低于1:1比例共同出资支持立项的集群试点项目，省科技成果转化专项资金对单个项目的支持强度原则上不超过500万元。',
    },
    {
      id: 'C4',
      text: '围绕创新型产业集群培育目标，依托高新区集群培育专项资金予以集成支持，积极引入合作创业投资机构撬动更多社会资本跟进投资，共同支持创新型产业集群培育。',
    },
    {
      id: 'C5',
      text: '在集群试点项目立项后，根据{Y}年省科技成果转化专项资金计划下达文件和项目合同书要求，将省财政资助经费和高新区资助经费按时足额拨付至项目承担单位，并监督项目实施和经费使用。',
    },
    {
      id: 'C6',
      text: '按照创新型产业集群培育试点方案，协调落实创新型产业集群培育的各项扶持政策和支持措施，建立产业协同机制，组织推进创新型产业集群培育，协调解决有关问题。',
    },
    {
      id: 'C7',
      text: '切实担负起项目实施管理责任，严格遵守《江苏省科技成果转化专项资金项目管理办法（试行）》等相关规定和要求，推进项目按照项目合同实施，落实相关保障条件，指导和督促项目承担单位恪守科研诚信，按时完成项目合同约定的各项任务和指标，力争早出成效。',
    },
  ],
  closing: '如发生失实或失信行为，本单位将积极配合调查，追究相关人员责任，并按照《江苏省科技计划项目信用管理办法》等相关规定，承担相关责任。特此承诺。',
  signer: '××××管委会（盖章）',
  form: {
    key: 'commitment',
    title: '省科技成果转化专项资金创新型产业集群培育试点项目承诺书',
    blocks: [
      {
        key: 'commitment',
        title: '承诺书填写项',
        note: '填入承诺书开头与落款，正文七项按印制文字，不能改',
        fields: [
          { key: 'industry', kind: 'text', label: '产业', short: '产业名称', hint: '不写“产业”二字', maxLength: 40, span: 2 },
          { key: 'cluster', kind: 'text', label: '集群', short: '集群名称', hint: '不写“创新型产业集群”', maxLength: 40, span: 2 },
          { key: 'organiser', kind: 'text', label: '承诺单位', maxLength: 60, span: 2 },
          {
            key: 'organiserCode',
            kind: 'text',
            label: '承诺单位统一社会信用代码',
            format: 'uscc',
            maxLength: 18,
            optional: true,
            unprinted: true,
            span: 2,
          },
        ],
      },
    ],
  },
};
