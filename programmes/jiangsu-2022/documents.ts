import type { DocumentPapers, ProposalPaper } from '#domain/programme/document-papers.ts';
import { intakePapers } from './intake-papers.ts';
import { letter } from './letters.ts';
import { printing } from './printing.ts';
import { receipt } from './receipt.ts';

const proposal: ProposalPaper = {
  title: ['省科技成果转化专项资金', '项目申报书'],
  cover: [
    { label: '项目名称', field: 'summary.name' },
    { label: '申报单位', field: 'summary.applicant' },
    { label: '参与单位', field: 'summary.partners' },
    { label: '所属集群', text: '{cluster}' },
    { label: '组织高新区', text: '{zone}' },
    { label: '填报日期', text: '{day}' },
  ],
  numbers: [
    '一',
    '二',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
    '十三',
    '十四',
    '十五',
    '十六',
    '十七',
    '十八',
    '十九',
    '二十',
    '二十一',
    '二十二',
    '二十三',
    '二十四',
  ],
  heading: '{number}、{title}',
  noRows: '（未填）',
  caps: {
    title: '附表：申请省资助经费测算',
    columns: { cap: '上限', formula: '计算依据', allowed: '最多可申请（{unit}）', asked: '申请（{unit}）', margin: '余量（{unit}）' },
    names: {
      perProject: '单个项目原则上不超过{cap}{unit}',
      match: '高新区与省按不低于{zoneRatio}:{provinceRatio}共同出资',
      share: '省地联合资助不超过新增总投入的{numerator}/{denominator}',
    },
    formulas: {
      perProject: '指引规定',
      match: '高新区拟资助{zone} ÷ {zoneRatio} × {provinceRatio}',
      share: '新增总投入{newTotal} × {numerator}/{denominator} － 高新区与其他地方资助{local}',
    },
    binding: '按“{name}”，本项目最多可申请省资助{allowed}{unit}。',
    unfilled: '尚未填写申请省资助经费。',
  },
  attachments: { title: '附件清单', none: '没有附件。', columns: { number: '序号', name: '附件名称', digest: '摘要（SM3）' } },
  seals: {
    title: '审核与签署',
    places: [
      { title: '项目申报单位：', statements: ['本单位保证所填内容和所附材料真实、完整，不涉及国家秘密，愿承担由此产生的责任。'] },
      {
        title: '所在地科技主管部门审核推荐意见（申报单位在本高新区外的填写）：',
        statements: ['经审核，同意推荐，并协助高新区管委会做好项目后续跟踪管理。'],
        outside: true,
      },
      { title: '高新区管委会意见：', statements: ['经审核，该项目符合集群试点项目征集条件，同意纳入试点方案申报。'] },
    ],
  },
};

/** The documents beside the 申报表: 试点方案 and 承诺书 as the guide prints them, 推荐函 and 项目申报书 in our own arrangement. */
export const documents: DocumentPapers = {
  foot: '第 {page} 页　共 {pages} 页',
  day: '{year}年{month}月{day}日',
  fills: {
    cluster: { from: 'name.name', blank: '×××××创新型产业集群' },
    organiser: { from: 'commitment.commitment.organiser', blank: '××××管委会' },
  },
  plan: {
    title: ['省科技成果转化专项资金', '创新型产业集群培育试点方案'],
    cover: [
      { label: '产业集群名称：', text: '{cluster}' },
      { label: '组织申报单位：', text: '{organiser}（盖章）' },
      { label: '方案编制时间：', text: '{day}' },
    ],
    contents: '目　录',
    heading: ['{cluster}', '培育试点方案'],
    chapter: '{number}、{title}',
    section: '{number}．{title}',
    seals: [
      { title: '集群组织申报单位：', signer: 'organiser' },
      { title: '集群建设单位（高新区）：', signer: 'zone' },
      { title: '设区市科技局推荐审核意见：', signer: 'city', opinion: 'plan' },
    ],
    justifications: { title: '例外说明', columns: { clause: '指南条款', field: '填报内容', text: '说明' } },
  },
  commitment: { item: '{n}．{text}', sign: ['{organiser}（盖章）', '　　年　　月　　日'] },
  letter,
  proposal,
  intake: intakePapers,
  receipt,
  printing,
};
