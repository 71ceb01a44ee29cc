import type { Imported, ListKind, OfficialMark } from '#web/api/register-queries.ts';
import { countText } from './formats.ts';

export const listWord: Readonly<Record<ListKind, string>> = { hiTech: '高新技术企业', techSme: '科技型中小企业', patent: '专利' };
const columnWord: Readonly<Record<Imported['faults'][number]['column'], string>> = {
  name: '名称',
  code: '统一社会信用代码',
  area: '所在高新区',
  number: '专利号',
};

export const register = {
  title: '高新区名录',
  lead: '名录由省厅维护，级别、主导产业等规则按此判断；改名、升级留有历史。',
  listsTitle: '官方名单',
  listsLead: '导入后，申报表里的企业、数量和专利号旁会标出已核、不符或无从核。',
  add: '增加高新区',
  change: '变更',
  changeOf: (name: string) => `变更${name}`,
  fill: '载入年度指南所附名录',
  none: '名录还是空的',
  noneBody: '可以载入年度指南所附的名录，再逐个核对、补充。',
  columns: { name: '高新区', level: '级别', industries: '主导产业', sunan: '苏南示范区', source: '来源', act: '办理' },
  noIndustry: '未编码，须人工核对',
  yes: '是',
  no: '—',
  name: '名称',
  level: '级别',
  city: '所在设区市',
  choose: '请选择',
  industries: '主导产业（战略性新兴产业代码，用顿号或逗号分开）',
  industriesHint: (names: string) => (names === '' ? '留空的，主导产业一项由人工核对。' : names),
  industryText: '主导产业（名录原文，选填）',
  since: '列入日期（选填）',
  until: '退出日期（选填）',
  sunan: '在苏南国家科技成果转移转化示范区内',
  source: '来源（文件名、文号）',
  reason: '变更理由',
  missing: '请填写。',
  save: '保存到名录',
  stay: '再看看',
  history: '历史',
  historyLine: (n: number, day: string, person: string | null) => `第 ${n} 次　${day}　${person ?? '随年度指南载入'}`,
  kind: '名单种类',
  asOf: '截至日期',
  file: '选择 Excel 文件',
  fileHint: '.xlsx，首个工作表；按表头认列：企业名称、统一社会信用代码、所在高新区，专利名单为专利权人、专利号。公式不读取。',
  import: '导入名单',
  importing: '正在读取',
  partly: (rows: number, bad: number) => `收下其余 ${countText(rows)} 行，不收有误的 ${countText(bad)} 处`,
  imported: (rows: number) => `已导入 ${countText(rows)} 行。`,
  faultsTitle: (bad: number, rows: number) => `${countText(bad)} 处有误，没有导入。其余 ${countText(rows)} 行可以收下；也可以改好后重新选择文件。`,
  more: (n: number) => `还有 ${countText(n)} 处未列出。`,
  listColumns: { kind: '名单', asOf: '截至', rows: '条数', source: '来源', at: '导入', act: '办理' },
  answers: '现行',
  rows: (n: number) => countText(n),
  look: '查阅',
  search: '按名称、代码、高新区或专利号查找',
  total: (n: number) => `${countText(n)} 条`,
  next: '下一页',
  before: '上一页',
  noLists: '还没有导入名单。没有名单时，申报表旁标为“无从核”。',
} as const;

const faultWord: Readonly<Record<Imported['faults'][number]['fault'], (text: string) => string>> = {
  noColumn: (text) => `没有找到这一列，表头应为“${text}”之类`,
  missing: () => '没有填写',
  badCode: (text) => `“${text}”不是 18 位统一社会信用代码`,
  badNumber: (text) => `“${text}”不是专利号`,
  twice: (text) => `“${text}”与前面的行重复`,
  tooLong: (text) => `“${text}…”太长`,
  formula: () => '是公式，请先粘贴为数值',
};

export function listFaultText({ cell, column, fault, text }: Imported['faults'][number]): string {
  return `${cell === null ? '' : `${cell} `}${columnWord[column]}：${faultWord[fault](text)}。`;
}

export const markWord: Readonly<Record<OfficialMark['mark'], string>> = { confirmed: '已核', contradicted: '不符', unknown: '无从核' };

/** What stands behind a mark: which list, as of when, what it says. */
export function markText({ mark, list, asOf, source, counted, holder }: OfficialMark): string {
  if (asOf === null) return `还没有${listWord[list]}名单可核对。`;
  const said =
    counted !== null
      ? `名单中本区 ${countText(counted)} 条`
      : holder !== null
        ? `专利权人 ${holder}`
        : mark === 'unknown'
          ? '名单没有注明所在高新区'
          : mark === 'confirmed'
            ? '与名单一致'
            : '与名单不一致';
  return `${said}（${listWord[list]}，截至 ${asOf}，${source ?? ''}）`;
}
