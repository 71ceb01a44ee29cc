import type { Json, JsonObject } from '#domain/values/json.ts';
import { actName, eventName } from './audit-acts.ts';
import { digestShort, minuteTime } from './formats.ts';
import { refusalSentence } from './refusals.ts';

/** What the sentence of an entry is made from. */
export interface Told {
  readonly command: string;
  readonly subject: string;
  readonly detail: JsonObject;
}

/** One entry in plain words: what was done to what, and what the log keeps beside it. Who and when stand in columns of their own. */
export function entrySentence({ command, subject, detail }: Told): string {
  const refused = detail['refused'];
  const name = nameOf(command, detail['event']);
  const parts = Object.keys(words).flatMap((key) => partOf(key, detail[key]));
  const done = `${name}${subjectText(subject)}${parts.length === 0 ? '' : `：${parts.join('，')}`}`;
  if (typeof refused === 'string') return `没有办成：${done}。${reasonOf(refused)}`;
  return detail['existed'] === true ? `${done}（已有，没有重复办理）` : done;
}

function nameOf(command: string, event: Json | undefined): string {
  return eventName[`${command} ${String(event)}`] ?? commandName(command);
}

/** Name of an act for the list to choose from; one that a later release wrote stays as it is. */
export function commandName(command: string): string {
  return isNamed(command) ? actName[command] : command;
}

function isNamed(command: string): command is keyof typeof actName {
  return Object.hasOwn(actName, command);
}

const plainSubjects: Readonly<Record<string, string>> = { database: '', log: '', absent: '（不存在的编号）', file: '' };

function subjectText(subject: string): string {
  const task = subject.startsWith('task ') ? '' : subject;
  const text = plainSubjects[subject] ?? task;
  return text === '' || text.startsWith('（') ? text : ` ${text}`;
}

function reasonOf(code: string): string {
  return Object.hasOwn(refusalSentence, code) ? refusalSentence[code as keyof typeof refusalSentence] : code;
}

const documents: Readonly<Record<string, string>> = { form: '申报表', commitment: '承诺书', outline: '试点方案' };
const yesNo = (yes: string, no: string) => (value: Json) => (value === true ? yes : no);
const plain = (label: string) => (value: Json) => `${label}${asText(value)}`;

/** By key of an entry's detail, in the order in which they are told; what is not here is for machines, and stands in the entry itself. */
const words: Readonly<Record<string, (value: Json) => string>> = {
  document: (value) => documents[asText(value)] ?? '项目申报书',
  block: plain('分块 '),
  version: (value) => `第 ${asText(value)} 版`,
  n: (value) => `第 ${asText(value)} 次`,
  project: plain('项目 '),
  receipt: plain('回执 '),
  documentNumber: plain('文号 '),
  number: plain('编号 '),
  reason: plain('理由：'),
  company: plain('企业 '),
  partner: plain('单位 '),
  authority: plain('属地 '),
  organisation: plain('单位 '),
  heir: plain('交给 '),
  restored: (value) => `恢复到第 ${asText(value)} 次保存`,
  name: plain('名称 '),
  whose: plain('是 '),
  field: (value) => (value === 'contact.phone' ? '登记时留的联系电话' : asText(value)),
  digest: (value) => `摘要 ${digestShort(asText(value))}`,
  seq: (value) => `链上第 ${asText(value)} 条`,
  head: (value) => `链头 ${headText(asText(value))}`,
  at: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? `${minuteTime(value)} 的内容` : ''),
  rows: (value) => `${asText(value)} 行`,
  entries: (value) => `${asText(value)} 条`,
  papers: (value) => `${asText(value)} 份文件`,
  mismatches: (value) => (value === 0 ? '状态全部相符' : `${asText(value)} 处状态不符`),
  ok: yesNo('完好', '有问题'),
  ended: (value) => (value === 0 ? '' : `结束 ${asText(value)} 处登录`),
  write: yesNo('可填写', ''),
  submit: yesNo('可报送', ''),
  manage: yesNo('可管理人员', ''),
  demo: yesNo('演示数据', ''),
  address: plain('来自 '),
  finding: plain('发现 '),
  notes: (value) => `${asText(value)} 条批注`,
  slot: (value) => `第 ${asText(value)} 个名额`,
};

function partOf(key: string, value: Json | undefined): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  const text = words[key]?.(value);
  return text === undefined || text === '' ? [] : [text];
}

function asText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** 1234:5f2a…c91e. */
function headText(head: string): string {
  const [seq = '', hash = ''] = head.split(':');
  return hash === '' ? head : `${seq}:${digestShort(hash)}`;
}

/** Who acted, where it was no person. */
export function actorWord(actor: string): string {
  const named: Readonly<Record<string, string>> = { system: '系统', public: '未登录的人', link: '凭链接填报的人' };
  return named[actor] ?? '已注销的账号';
}

export const audit = {
  title: '日志查询',
  lead: '每一次办理都有一条记录，只增不改，用 SM3 连成一条链。',
  filters: '查找条件',
  who: '谁',
  whoHint: '姓名或用户名',
  organisation: '单位',
  command: '办的事',
  anyCommand: '全部',
  subject: '编号',
  subjectHint: '方案、项目编号或用户名，可只填前几位',
  from: '从',
  to: '到',
  outcome: '结果',
  outcomes: { all: '全部', done: '办成的', refused: '没有办成的' },
  search: '查找',
  clear: '清空条件',
  found: '记录',
  none: '没有符合条件的记录',
  noneBody: '放宽日期或清空条件再找。',
  columns: { at: '时间（北京时间）', who: '谁', what: '办了什么', seq: '链上序号' },
  unchained: '待入链',
  open: '查看',
  openOf: (id: number) => `查看第 ${id} 条记录`,
  older: '更早的记录',
  newest: '回到最新',
  export: '导出 CSV',
  exporting: '正在导出',
  exported: (count: number, all: boolean) => (all ? `已导出 ${count} 条。` : `只导出了最新的 ${count} 条，请缩小日期范围分次导出。`),
  exportHint: '导出也会记入日志。',
  csvHead: ['记录号', '时间（北京时间）', '姓名', '用户名', '单位', '办了什么', '对象', '结果', '链上序号'] as const,
  csvName: '审计日志.csv',
  refused: '没有办成',
  done: '办成',
  looksTitle: '查阅记录',
  looksLead: '谁打开过加密的个人信息，审计人员读过哪些材料。默认都遮住，点“显示”才打开，每次都记在这里。',
  looksNone: '还没有查阅记录',
  looksNoneBody: '有人打开加密的个人信息，或者批次办结后审计人员读了材料，会列在这里。',
} as const;

export const auditEntry = {
  title: (id: number) => `记录 ${id}`,
  what: '记录的内容',
  who: '谁',
  at: '时间',
  command: '办的事',
  subject: '对象',
  organisation: '单位',
  detail: '明细',
  key: '请求标识',
  link: '在链上的位置',
  seq: '序号',
  prev: '前一条的链值',
  hash: '本条的链值',
  unchained: '这条记录还没有入链，通常在一秒内入链。请稍后再看。',
  recompute: '在本机重新计算',
  recomputed: '本机算出的链值',
  same: '与链上的值一致：这条记录入链以后没有改过。',
  different: '与链上的值不一致：这条记录入链以后被改动过。请立即核对整条链。',
  how: '链值 = SM3（前一条的链值 + 本条内容的规范 JSON）。计算在你的浏览器里进行，不经过服务器。',
  file: '看这份材料当时的状态',
} as const;
