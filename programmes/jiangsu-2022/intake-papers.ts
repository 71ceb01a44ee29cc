import type { IntakePapers } from '#domain/programme/document-papers.ts';

/** What the intake centre prints: the guide gives no templates, the wording is ours. */
export const intakePapers: IntakePapers = {
  receipt: {
    title: '材料签收单',
    lines: [
      { label: '受理编号', text: '{number}（第 {n} 次签收）' },
      { label: '申报单位', text: '{zone}管理委员会' },
      { label: '材料', text: '{cluster}，方案编号 {plan}' },
      { label: '收到份数', text: '{papers}' },
      { label: '版本', text: '第 {version} 版，摘要（SM3）{digest}' },
      { label: '签收时间', text: '{at}（北京时间，服务器时钟）' },
      { label: '递交人', text: '{handedInBy}' },
      { label: '递送方式', text: '{carrier}' },
      { label: '备注', text: '{remark}' },
      { label: '经办人', text: '{clerk}' },
      { label: '审计链头', text: '{audit}' },
    ],
    note: '签收不等于受理：份数不足的，请在书面材料截止前补齐；形式审查的结果另行通知。持此单可到“文件查验”核对所交版本。',
    sign: ['{centre}', '{at}'],
  },
  refusal: {
    title: '书面材料未签收告知单',
    lines: [
      { label: '申报单位', text: '{zone}' },
      { label: '方案编号', text: '{plan}' },
      { label: '材料上的编码', text: '{code}' },
      { label: '原因', text: '{cause}' },
      { label: '登记时间', text: '{at}（北京时间，服务器时钟）' },
      { label: '递交人', text: '{handedInBy}' },
      { label: '递送方式', text: '{carrier}' },
      { label: '备注', text: '{remark}' },
      { label: '经办人', text: '{clerk}' },
    ],
    note: '材料已当场退还递交人。本次情况已登记在案。',
    sign: ['{centre}', '{at}'],
    causes: {
      late: '递交晚于书面材料截止时间 {deadline}，逾期不予受理（指南四第3条）。',
      superseded: '材料不是网上报送的现行版本。现行的是第 {current} 版，请重新打印、盖章后换交（指南四第2条）。',
      unknown: '材料上的编码查不到，不是本系统报送的文件，不能签收（指南四第2条）。',
      notRecommended: '这份方案没有设区市科技局的推荐，不能签收（指南四第1条）。',
      other: '材料不符合签收条件，见备注。',
    },
  },
  register: {
    title: '收件登记',
    summary: '{day}　收件 {receipts} 次，涉及方案 {files} 件；试点方案 {plan} 份、申报表 {form} 份、推荐函 {letter} 份；未签收 {refusals} 次。',
    headers: ['时间', '受理编号', '申报单位', '版本', '份数', '递交人', '递送方式', '经办人'],
    none: '当日没有收件。',
    refusals: '未签收的材料',
    refusalHeaders: ['时间', '材料上的编码', '原因', '递交人', '经办人'],
  },
  copies: '试点方案 {plan} 份、申报表 {form} 份、推荐函 {letter} 份',
  version: '第 {n} 版',
  empty: '无',
};
