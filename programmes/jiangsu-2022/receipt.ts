import type { FilingReceiptPaper } from '#domain/programme/document-papers.ts';

/** 网上报送回执: the guide gives no template, the wording is ours. No instant stands in it that an extension could move. */
export const receipt: FilingReceiptPaper = {
  title: '网上报送回执',
  lines: [
    { label: '回执号', text: '{number}' },
    { label: '申报单位', text: '{zone}' },
    { label: '集群名称', text: '{cluster}' },
    { label: '年度批次', text: '{call}' },
    { label: '方案编号', text: '{plan}' },
    { label: '版本', text: '第 {version} 版' },
    { label: '收到时间', text: '{at}（北京时间，服务器时钟）' },
    { label: '查验码', text: '{code}' },
    { label: '内容摘要（SM3）', text: '{digest}' },
    { label: '审计链头', text: '第 {auditSeq} 条　{audit}' },
  ],
  papers: {
    title: '随本版冻结的成稿',
    headers: ['成稿', '页数', 'PDF 摘要（SM3）'],
    names: { letter: '推荐函', form: '申报表', plan: '试点方案', commitment: '承诺书' },
  },
  next: {
    title: '下一步',
    steps: [
      '{city}科技局审查并推荐，在公告的推荐截止时间前办理（指南四第1条）。市局开始审查前，可以撤回修改。',
      '推荐后，打印这一版的成稿并盖章：试点方案（附承诺书）一式 {planCopies} 份、申报表一式 {formCopies} 份、推荐函一式 {letterCopies} 份，在书面材料截止时间前送达受理服务中心（指南四第3条）。',
      '书面材料须与网上报送的现行版本一致。之后又报送了新版本的，请换用新版本重新打印（指南四第2条）。',
    ],
  },
  note: '本回执证明上述内容在所记时间由系统完整收到。扫页首二维码，或在 {address}/verify 输入查验码，可核对这一版是否现行；审计链头可与公布的链头对照。',
};
