import type { Reply } from '#web/api/call.ts';

export type StateThing = Reply<'fileState'>['states'][number]['thing'];

/** The chain as a whole, and the heads that are made public. */
export const auditCheck = {
  title: '核对审计链',
  lead: '从第一条起逐条重算整条链，对照每张回执和每天公布的链头，再按记录重放每份材料的状态。',
  go: '开始核对',
  going: '正在核对，记录多时需要几十秒',
  onRecord: '核对也会记入日志。',
  whole: (entries: number) => `审计链完好，共 ${entries} 条，与全部回执和公布的链头相符。`,
  head: '链头',
  broken: (seq: number) => `审计链第 ${seq} 条有问题：`,
  faults: {
    edited: '内容被改动。',
    deleted: '被删除。',
    reordered: '次序被调换。',
    truncated: '从这里起被截断，或者数据库是较早的备份恢复的。',
    rewritten: '与回执或公布的链头不符：整条链被重写，或者恢复旧备份以后又写了新的记录。',
    unchained: '有记录不在链上，链尾被截去。',
  },
  brokenBody: '请保留现场，用已公布的链头和纸质回执查明从哪一天起不符，并通知系统管理员。',
  replayed: (count: number) => `按记录重放 ${count} 个状态，与现在存的全部一致。`,
  mismatches: (count: number) => `按记录重放，有 ${count} 个状态与现在存的不一致：`,
  mismatchColumns: { thing: '事项', name: '编号', stored: '现在存的', replayed: '记录得出的', broken: '接不上的记录' },
  unknown: '没有记录',
  openEntry: '查看这条记录',
} as const;

export const heads = {
  title: '每日公布的审计链头',
  lead: '系统的每次办理都记入审计链。每天公布一次链头：抄下它的人，就是日后核对这些记录有没有被改写的见证人。',
  columns: { day: '日期', seq: '记录数', hash: '链头', at: '公布时间' },
  late: '补发',
  none: '还没有公布过',
  all: (count: number) => `显示全部 ${count} 天`,
  text: '纯文本（便于抄存）',
  copy: '怎样核对：把“记录数:链头”交给系统管理员或审计人员，用 verify audit --head 核对。',
} as const;

export const thingWord: Readonly<Record<StateThing, string>> = {
  plan: '方案',
  proposal: '项目申报书',
  local: '属地推荐',
  recommendation: '推荐',
  intake: '受理',
};

/** States by thing; the same word may mean another step of another thing. */
export const stateWords: Readonly<Record<StateThing, Readonly<Record<string, string>>>> = {
  plan: { drafting: '草拟中', atCity: '市局审查', atProvince: '已推荐', mending: '补正中', admitted: '已受理', supported: '论证通过', ended: '已终止' },
  proposal: { drafting: '未单独提交', atZone: '已提交高新区', taken: '高新区已收下' },
  local: { asked: '已提请', given: '同意推荐', declined: '不予推荐', stale: '已过时' },
  recommendation: { active: '有效', withdrawn: '已撤回' },
  intake: { awaitingPaper: '待书面材料', checking: '形式审查', mending: '补正中', admitted: '已受理', refused: '不予受理' },
};

export const auditFile = {
  title: '材料当时的状态',
  titleOf: (number: string) => `${number} 当时的状态`,
  lead: '输入方案编号和时刻，按日志重放出当时的状态、版本和人员，并与现在对照。',
  number: '方案编号',
  numberHint: '如 JQ2022-0001',
  numberBad: '请填方案编号，如 JQ2022-0001。',
  at: '时刻（北京时间）',
  atHint: '不填就是现在',
  atBad: '请填日期和时间。',
  go: '查看',
  asOf: (text: string) => `截至 ${text}`,
  states: '状态',
  stateColumns: { thing: '事项', name: '编号', before: '当时', now: '现在' },
  notYet: '还没有',
  noStates: '那时还没有这份方案。',
  same: '与当时相同',
  entries: (before: number, now: number) => `当时有 ${before} 条记录，现在有 ${now} 条。`,
  log: '看这份方案的记录',
  versions: '当时已报送的版本',
  versionColumns: { n: '版本', at: '报送时间', by: '报送人', digest: '内容摘要', receipt: '回执' },
  noVersions: '当时还没有报送过。',
  people: '当时谁在岗',
  peopleColumns: { who: '姓名', organisation: '单位', since: '自', rights: '可办的事', state: '账号' },
  noPeople: '当时没有人员。',
  rights: { write: '填写', submit: '报送', manage: '管理人员' },
  readsOnly: '只查看',
  rightsUnknown: '日志没有记载',
  accountStates: { active: '在用', suspended: '已停用', closed: '已离岗' },
  content: '当时的内容',
  contentClosed: '批次办结以后，审计人员才能查看材料的内容。状态、版本和人员现在就可以看。',
  contentAsk: '查看内容会记入日志。',
  contentGo: '查看当时的内容',
  contentThen: (blocks: number) => `当时保存过 ${blocks} 个分块。与现在相比：`,
  files: '当时的附件',
  fileColumns: { name: '文件', digest: '摘要', at: '上传时间', removed: '后来移出' },
  noFiles: '当时没有附件。',
  export: '导出案卷',
  exporting: (done: number, all: number) => `正在取文件 ${done}/${all}`,
  exported: '案卷已导出。里面的“说明.html”可以直接打开，离线核对用 jiqun verify case。',
} as const;

/** The page in a case that explains it, without scripts. */
export const casePage = {
  fileName: '说明.html',
  zipName: (number: string) => `${number}-案卷.zip`,
  title: (number: string) => `${number} 案卷`,
  of: (zone: string, city: string) => `${zone}（${city}）`,
  taken: (by: string, at: string) => `由${by}于 ${at}（北京时间）导出。`,
  proves: '这份案卷证明什么',
  provesItems: [
    '每条记录都带着它在审计链上的前一条链值和本条链值。链值 = SM3（前一条链值 + 本条内容的规范 JSON），任何人都能重算：内容改一个字就对不上。',
    '每个版本的内容摘要、成稿摘要记在报送那条记录里，papers 目录里的 PDF 逐字节与它相符。',
    '推荐函、签收单的摘要和每次补正、拒收，都在办理那条记录里：案卷里的与记录不多不少。',
    '回执和每天公布的链头由别人保存着。记录的链值与它们相符，说明这些记录在那时已经存在，以后没有改写。',
  ],
  notProves: '不证明什么',
  notItems: [
    '案卷里只有这份方案的记录，不是整条链。整条链有没有缺、有没有换次序，要在数据库上用 verify audit 核对。',
    '告知单是导出时按拒收登记重新生成的，供阅看；以登记和记录为准。',
    '它不证明填写的内容属实，也不证明办理的人是谁本人。',
  ],
  check: '怎样核对',
  checkItem: '不连网络也能核对：jiqun verify case 案卷.zip，逐条重算并说明哪一处不符。',
  versions: '报送过的版本',
  versionColumns: ['版本', '报送时间', '内容摘要', '成稿摘要', '回执'],
  receipts: '回执上印的链头',
  receiptColumns: ['回执', '版本', '到达时间', '链头'],
  letters: '推荐函',
  letterColumns: ['文件', '文号', '版本', '出具时间', '摘要'],
  desk: '书面材料签收',
  deskColumns: ['文件', '时间', '版本', '份数', '递交人', '摘要'],
  notTaken: '书面材料未签收',
  notTakenColumns: ['文件', '时间', '原因', '材料上的编码', '递交人', '备注'],
  mendings: '补正',
  mendingColumns: ['次', '提出时间', '补正哪一版', '截止', '理由', '指出的内容'],
  heads: '公布的链头',
  headColumns: ['日期', '链头', '公布时间'],
  entries: '全部记录',
  entryColumns: ['链上序号', '时间', '谁', '办了什么', '链值'],
} as const;

export const look = { show: '显示', showOf: (name: string) => `显示${name}的电话`, hint: '查看会记入日志' } as const;
