import type { Reply } from '#web/api/call.ts';
import { deadlineText, dayText, clockTime, digestShort, minuteTime, secondTime } from './formats.ts';

type IntakeFile = Reply<'intake'>;
type Answer = NonNullable<Reply<'lookUp'>['answer']>;
type Copies = IntakeFile['copies']['needed'];

export const paperWord: Readonly<Record<string, string>> = { letter: '推荐函', form: '申报表', plan: '试点方案', commitment: '承诺书', scan: '盖章件扫描件' };

export const intakeStateWord: Readonly<Record<IntakeFile['state'], string>> = {
  awaitingPaper: '待收书面材料',
  checking: '形式审查中',
  mending: '补正中',
  admitted: '已受理',
  refused: '不予受理',
};

export const copyWord: Readonly<Record<keyof Copies, string>> = { plan: '试点方案', form: '申报表', letter: '推荐函' };

export const desk = {
  today: (n: number) => `今日已收 ${n} 份`,
  untilPaper: (left: string) => `距书面材料截止 ${left}`,
  paperPast: (at: string) => `书面材料已于 ${deadlineText(at)} 截止`,
  field: '页首二维码、查验码、方案编号或高新区名称',
  hint: '扫描枪对准任一页的页首二维码即可，也可键入后按 Enter',
  go: '查',
  photo: '用手机拍',
  upload: '上传扫描件',
  reading: '正在识别',
  looking: '正在查',
  missing: '请扫描、键入查验码或方案编号。',
  noCode: '照片上没有认出二维码。请对准页眉的二维码，让它占画面三分之一以上，再拍一次。',
  unread: (pages: readonly number[]) => `第 ${pages.join('、')} 页没有认出二维码。`,
  foundTitle: '找到的方案',
  open: '打开',
  many: (n: number) => `这个扫描件里有 ${n} 种材料`,
  empty: '扫描或键入后，这里显示材料是否为网上报送的版本，并办理签收。',
  filed: '打开报送稿对照',
  recent: '最近扫描',
  noRecent: '还没有扫描过。',
  refuse: '登记未签收',
  lateTitle: '逾期，不能签收',
  waitsTitle: '补正还没有办完，暂不能签收',
  print: '打印告知单',
} as const;

/** The scan of the sealed papers, as the desk sees it. */
export const scanned = {
  title: '盖章扫描件核对',
  none: '高新区还没有上传盖章扫描件。下面是报送页，可与窗口的纸件逐页对照。',
  faults: (n: number) => `扫描件有 ${n} 处问题，由高新区处理`,
  open: (name: string, pages: number) => `${name}，${pages} 页`,
} as const;

export const answerTitle: Readonly<Record<Answer['status'], string>> = {
  valid: '是已报送的版本',
  superseded: '已被取代，不能签收',
  unknown: '查无此码，不能签收',
  notRecommended: '没有市科技局的推荐，不能签收',
};

/** Of a file that a name or number led to: its paper has not been read yet. */
export const foundTitle: Readonly<Record<Answer['status'], string>> = {
  valid: '网上已报送，市科技局已推荐',
  superseded: '没有现行版本，不能签收',
  unknown: '查无此码，不能签收',
  notRecommended: '没有市科技局的推荐，不能签收',
};

export const scanWord: Readonly<Record<Answer['status'], string>> = { valid: '已报送', superseded: '已被取代', unknown: '查无此码', notRecommended: '未推荐' };

/** What the paper is, in one line. */
export function answerLine({ plan, version, paper, page, pages }: Answer): string {
  const place = page === null || pages === null ? '' : `本页为第 ${page} 页，共 ${pages} 页`;
  return [plan?.zone, plan?.cluster, paper === null ? '' : paperWord[paper], version === null ? '' : `第 ${version.n} 版`, place].filter(Boolean).join('　');
}

export function answerNote({ status, version, current, recommendedAt, deadline, late, code }: Answer): string {
  if (status === 'unknown') return `${shorten(code)}　不是本系统报送的文件。请核对材料，或让递交人联系高新区重新打印。`;
  if (status === 'superseded' && version && current)
    return `书面材料是第 ${version.n} 版，网上报送的是第 ${current.n} 版。请换交第 ${current.n} 版（指南四第2条）。`;
  if (status === 'superseded') return '这一版报送后已撤回，没有现行版本（指南四第2条）。';
  if (status === 'notRecommended') return '市科技局还没有推荐这份方案，或已撤回推荐（指南四第1条）。';
  if (late && deadline) return `书面材料已于 ${deadlineText(deadline)} 截止，逾期不予受理（指南四第3条）。`;
  const filed = version ? `${secondTime(version.filedAt)} 报送` : '';
  const sent = recommendedAt ? `${secondTime(recommendedAt)} 随市科技局推荐` : '';
  const stands = [filed, sent, version ? `SM3 ${digestShort(version.digest)}` : ''].filter(Boolean).join('　');
  return code === '' ? `${stands}。纸件是不是这一版，请扫它的页首二维码。` : stands;
}

export function shorten(code: string): string {
  return code.length > 40 ? `${code.slice(0, 40)}…` : code;
}

export const scans = {
  of: (zone: string | null, paper: string | null, version: number | null) =>
    [zone ?? '', paper === null ? '' : paperWord[paper], version === null ? '' : `第 ${version} 版`].filter(Boolean).join(' '),
  superseded: (newest: number) => `现行为第 ${newest} 版，请换交`,
  unknown: '不是本系统生成，不能签收',
} as const;

export const copies = {
  title: '清点份数',
  columns: { paper: '材料', needed: '应交', had: '已收', now: '本次', result: '结果' },
  enough: '够',
  short: (n: number) => `少 ${n} 份`,
  fewer: (paper: string) => `${paper}减一份`,
  more: (paper: string) => `${paper}加一份`,
  count: (paper: string) => `${paper}本次份数`,
  all: '按欠交份数填',
  uncounted: '请逐项清点，填本次收到的份数。',
  /** Message 11 of the house. */
  sentence: (paper: string, received: number, needed: number, deadline: string) =>
    `${paper}交了 ${received} 份，应交 ${needed} 份，请在 ${deadlineShort(deadline)} 前补齐（指南四第3条）。`,
} as const;

/** 3月31日 24:00. */
export function deadlineShort(instant: string): string {
  const at = Date.parse(instant);
  const midnight = clockTime(at) === '00:00';
  return `${dayText(midnight ? at - 1000 : at)} ${midnight ? '24:00' : clockTime(at)}`;
}

export function copiesText(counts: Copies): string {
  return (['plan', 'form', 'letter'] as const)
    .filter((paper) => counts[paper] > 0)
    .map((paper) => `${copyWord[paper]} ${counts[paper]} 份`)
    .join('、');
}

export const formal = {
  title: '形式审查',
  summary: (auto: number, answered: number, human: number, looked: number) => `自动 ${auto} 项已答 ${answered} 项，人工 ${human} 项已核 ${looked} 项`,
  auto: '自动',
  human: '人工',
  result: { met: '符合', excused: '例外', broken: '不符合', open: '待核' },
  evidence: '看依据',
  fold: '收起',
  problem: '有问题',
  undo: '撤回',
  undoOf: (title: string) => `撤回“有问题”：${title}`,
  noteTitle: (title: string) => `有问题：${title}`,
  note: '哪里有问题',
  noteMissing: '请写明哪里有问题，补正和不予受理时引用。',
  noteGo: '记下',
  stay: '再看看',
  by: (name: string, at: string) => `${name} ${minuteTime(at)}`,
} as const;

export const result = {
  title: '受理结果',
  choice: '这次办什么',
  kinds: { receive: '先签收', admit: '受理', mend: '补正', strike: '剔除项目', refuse: '不予受理' },
  remark: '说明（随收条打印，高新区可见）',
  reason: { admit: '说明（选填）', refuse: '不予受理的理由', strike: '剔除的理由', mend: '补正要求（高新区可见）' },
  handedInBy: '递交人',
  handedInByMissing: '请填递交人姓名。',
  courier: '快递公司（选填，当面递交的不填）',
  tracking: '快递单号（选填）',
  reasonMissing: '请写明理由，高新区和企业会看到。',
  project: '剔除哪个项目',
  projectMissing: '请选要剔除的项目。',
  stamped: '签收时间取服务器时间，提交后不能更改。',
  itemsLeft: (n: number) => `选“受理”前须完成全部检查，还有 ${n} 项。`,
  itemsDone: '全部检查已办完。受理意见报省厅审签后生效。',
  signOff: '意见报省厅审签后生效，高新区和企业会收到通知。',
  go: { receive: '签收并打印收条', admit: '拟受理，送审签', mend: '要求补正', strike: '拟剔除，送审签', refuse: '拟不予受理，送审签' },
  going: '正在办理',
  noCode: '请先扫描书面材料上的二维码，确认是现行版本再签收。',
  scanOnly: '补正只要求重新上传扫描件，核对后可直接签收，不计份数。',
  open: (kind: string, who: string, at: string) => `已拟“${kind}”，${who} ${minuteTime(at)} 送省厅审签。`,
  sentBack: (who: string, reason: string) => `省厅退回了上次的意见（${who}）：${reason}`,
  confirmRefuse: '确认后送省厅审签。审签同意后，方案终止，名额不释放（指南四第3条）。',
  closed: { admitted: '已受理，形式审查已办结。', refused: '不予受理，已办结。' },
  waitingCity: '补正后的版本待市局确认。确认后才能签收书面材料。',
  waitingZone: '补正中，等高新区办理。',
  noRight: '你的账号没有办理权限。',
} as const;

export const resultWord: Readonly<Record<IntakeFile['results'][number]['kind'], string>> = { admit: '受理', refuse: '不予受理', strike: '剔除项目' };

export const receipts = {
  preview: '收条预览',
  paperTitle: '材料签收单',
  number: (number: string | null) => `编号：${number ?? '签收时取号'}`,
  zone: (zone: string) => `申报单位：${zone}`,
  papers: (text: string) => `材料：${text === '' ? '（未清点）' : text}`,
  version: (n: number, digest: string) => `版本：第 ${n} 版（${digestShort(digest)}）`,
  stamp: '签收：以服务器时间为准',
  remark: (text: string) => `备注：${text === '' ? '无' : text}`,
  done: (number: string, n: number, at: string) => `已签收，编号 ${number}，第 ${n} 次，${secondTime(at)}。`,
  lateDone: (at: string, deadline: string) => `${secondTime(at)} 递交，书面材料已于 ${deadlineText(deadline)} 截止，没有签收，已登记在案。`,
  print: '打印收条',
  title: '签收记录',
  line: (n: number, at: string) => `第 ${n} 次　${minuteTime(at)}`,
  by: (handed: string, courier: string | null, tracking: string | null) => [handed, courier ?? '', tracking ?? ''].filter(Boolean).join(' '),
  refused: (at: string, cause: string) => `${minuteTime(at)}　未签收：${cause}`,
} as const;

export const causeWord: Readonly<Record<Reply<'dayRegister'>['refusals'][number]['cause'], string>> = {
  late: '逾期',
  superseded: '不是现行版本',
  unknown: '查无此码',
  notRecommended: '未经推荐',
  other: '其他',
};

export const refuseDialog = {
  title: '登记未签收的材料',
  body: '登记后在案，打印告知单，连同材料退还递交人。原因由系统按编码判定。',
  remark: '备注',
  remarkNeeded: '编码没有问题的，请在备注里写明不能签收的原因。',
  go: '登记并退还',
  stay: '再看看',
  done: (cause: string, at: string) => `已登记：${cause}，${secondTime(at)}。`,
} as const;

export const mendDialog = {
  title: (zone: string) => `要求${zone}补正`,
  body: (left: number) => `只能改这里指出的内容；还可补正 ${left} 次。逾期不补正的，不予受理。`,
  parts: '网上要改的内容',
  document: '材料',
  block: '栏目',
  text: '问题',
  add: '加一处',
  remove: '去掉',
  none: '没有要改的网上内容。',
  paper: '书面要补的材料',
  deadline: '补正截止（北京时间）',
  deadlineMissing: '请填补正截止时间，要晚于现在。',
  nothing: '请至少指出一处网上内容或一种书面材料。',
  partMissing: '请选栏目并写明问题。',
  all: '改了网上内容就是新的一版：申报表、试点方案、承诺书和扫描件都须按新版整套换交，不必逐项勾选；推荐函内容没有变的继续有效。',
  documents: { form: '申报表', outline: '方案正文', commitment: '承诺书' },
  project: (number: string, name: string) => `项目申报书 ${number} ${name}`,
  go: '要求补正',
  stay: '再看看',
} as const;

export const lists = {
  none: '还没有市科技局推荐来的方案。',
  noneBody: '设区市科技局推荐后，方案出现在这里，等候书面材料。',
  noMending: '没有正在补正的方案。',
  noMendingBody: '形式审查中要求补正的方案出现在这里，直到补正材料签收。',
  columns: { file: '方案', version: '版本', receipts: '书面材料', deadline: '截止', state: '状态', act: '办理', mending: '补正要求' },
  version: (n: number) => `第 ${n} 版`,
  receipts: (n: number, first: string | null) => (first === null ? '未收' : `收 ${n} 次，首次 ${minuteTime(first)}`),
  open: '审查',
  look: '查看',
  proposed: (kind: string) => `已拟${kind}，待审签`,
  past: '已过期',
  late: (deadline: string) => deadlineShort(deadline),
  online: '待高新区报送补正版本',
  unconfirmed: '待市局确认',
  paperNext: '待递交书面材料',
  filters: { all: '全部', awaitingPaper: '待收', checking: '审查中', mending: '补正中', closed: '已办结' },
  filter: '按状态看',
} as const;

export const register = {
  day: '日期',
  pdf: '打印登记表',
  totals: (n: number, text: string) => `收件 ${n} 次${text === '' ? '' : `：${text}`}`,
  none: '这一天没有收件。',
  noneBody: '在“扫码受理”签收的材料按签收时间登记在这里。',
  columns: { at: '时间', number: '受理编号', zone: '申报单位', version: '版本', counts: '份数', by: '递交', clerk: '经办人', receipt: '收条' },
  number: (number: string, n: number) => `${number}　第 ${n} 次`,
  receipt: '收条',
  refused: '未签收的材料',
  refusedColumns: { at: '时间', code: '材料上的编码', cause: '原因', by: '递交人', remark: '备注', clerk: '经办人', note: '告知单' },
  note: '告知单',
} as const;

export const officer = {
  none: '没有等候审签的受理意见。',
  noneBody: '受理服务中心拟了意见后，在这里逐件审签。',
  waiting: '待审签',
  others: '其他方案',
  open: '审签',
  proposal: (kind: string) => `拟办意见：${kind}`,
  by: (who: string, at: string) => `${who} ${minuteTime(at)} 提出`,
  agree: '同意',
  sendBack: '退回',
  agreeTitle: (kind: string, zone: string) => `同意${kind}：${zone}`,
  agreeBody: {
    admit: '同意后方案已受理，转入专家论证；高新区、企业和市科技局会收到通知。不能撤回。',
    refuse: '同意后方案终止，所含项目一并终止，市的推荐名额不释放；高新区、企业和市科技局会收到通知。不能撤回。',
    strike: '同意后这个项目终止，其余项目继续；高新区、企业和市科技局会收到通知。不能撤回。',
  },
  agreeWords: '审签意见（选填）',
  agreeGo: { admit: '同意受理', refuse: '同意不予受理', strike: '同意剔除' },
  backTitle: '退回重新核办',
  backBody: '意见退回受理服务中心，方案状态不变。',
  backWords: '退回理由',
  backMissing: '请写退回理由。',
  backGo: '退回',
  stay: '再看看',
  history: '办理过程',
  decided: (decision: string, who: string, at: string) => `${decision}（${who} ${minuteTime(at)}）`,
  agreed: '已同意',
  sentBack: '已退回',
} as const;
