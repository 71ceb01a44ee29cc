/** The page of a filing's receipt. */
export const receipt = {
  title: '网上报送回执',
  meta: (number: string) => `回执号 ${number}`,
  versionOf: (n: number) => `第 ${n} 版`,
  current: '现行版本',
  past: '不是现行版本',
  pastNotice: '这一版之后已撤回，或者又报送了新版本。回执仍是当时报送的凭据，书面材料请按现行版本打印。',
  print: '打印回执（PDF）',
  open: '看回执',
  qr: (code: string) => `查验二维码，查验码 ${code}`,
  scanHint: '扫码或输入查验码，可在公开的查验页核对这一版',
  facts: {
    number: '回执号',
    zone: '申报单位',
    call: '年度批次',
    plan: '方案编号',
    version: '版本',
    at: '收到时间',
    digest: '内容摘要（SM3）',
    audit: '审计链头',
  },
  at: (time: string) => `${time}（北京时间，服务器时钟）`,
  auditOf: (seq: number, hash: string) => `第 ${seq} 条 ${hash}`,
  papers: '随本版冻结的成稿',
  paperHead: { name: '成稿', digest: 'PDF 摘要（SM3）' },
  next: '下一步',
  keep: '存档与核对',
} as const;

/** 离线核验包 of a version. */
export const packageLink = {
  download: '下载离线核验包',
  hint: '内容、回执、成稿和查看页装在一个压缩包里：没有网络也能双击 open.html 查看、核对摘要。',
} as const;
