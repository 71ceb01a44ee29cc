import type { PaperDef } from '#domain/forms/paper.ts';
import type { DocumentPapers } from '#domain/programme/document-papers.ts';
import { innovation } from './paper-form-innovation.ts';
import { opening } from './paper-form-opening.ts';
import { projects } from './paper-form-projects.ts';
import { documents } from './documents.ts';
import { chain, plans } from './paper-form-tables.ts';

/** 申报表, in the order and the grid of the template. */
const form: PaperDef = {
  title: ['省科技成果转化专项资金', '创新型产业集群培育试点申报表'],
  width: 174,
  parts: [
    ...opening,
    chain,
    ...innovation,
    ...plans,
    projects,
    { kind: 'seal', title: '集群组织申报单位：', signer: 'organiser' },
    { kind: 'seal', title: '集群建设单位（高新区）：', signer: 'zone' },
    { kind: 'seal', title: '设区市科技局推荐审核意见：', signer: 'city', opinion: 'form' },
    { kind: 'justifications', title: '例外说明', columns: { clause: '指南条款', field: '填报内容', text: '说明' } },
  ],
  words: {
    draft: '草稿',
    demo: '演示数据',
    number: '编号 {number}',
    version: '第{version}版',
    digest: '摘要 SM3 {digest}…',
    code: '查验码 {code}',
    page: '— {page} / {pages} —',
    qr: '第{page}页查验二维码',
    yes: '是',
    no: '否',
    seal: '单位（盖章）',
    sealDate: '年　　月　　日',
    blank: '××',
    clause: '{cite}',
    project: '项目{n}',
  },
};

export const papers: { readonly form: PaperDef } & DocumentPapers = { form, ...documents };
