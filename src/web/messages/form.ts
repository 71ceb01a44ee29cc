import type { MoneyCap } from '#domain/filing/money-caps.ts';
import type { Parameters } from '#domain/programme/edition.ts';
import { remaining, remainingText } from './formats.ts';

/** Words of the form page, its fields, its grid and its merge view. */
export const yesNo = { yes: '是', no: '否', empty: '未选' } as const;

export const fieldText = {
  optional: '（选填）',
  unit: (unit: string): string => `（${unit}）`,
  separator: '、',
  characters: (count: number, limit: number): string => `${count.toLocaleString('zh-CN')} / ${limit.toLocaleString('zh-CN')} 字`,
};

export const codeSearch = { list: '可选的代码', none: '没有找到，换个名称或代码再试' } as const;

export const gridText = {
  optional: '（选填）',
  rowNumber: '行号',
  withUnit: (label: string, unit: string): string => `${label}（${unit}）`,
  cell: (row: number, label: string, unit: string | undefined): string => `第 ${row} 行 ${label}${unit && !label.includes(unit) ? `（${unit}）` : ''}`,
  paste: '从 Excel 粘贴',
  add: '添加一行',
  addTo: (segment: string): string => `添加一行到${segment}`,
  remove: '删除所选行',
  removed: (count: number): string => `已删除 ${count} 行，可撤销`,
  undo: '撤销',
  redo: '重做',
  rename: '改段名',
  renameOf: (segment: string): string => `改段名：${segment}`,
  segment: (name: string, own: string): string => (own === '' || own === name ? name : `${name}　${own}`),
  noSegment: '未分段',
  between: '，',
  all: (summary: string): string => (/^\d/.test(summary) ? `共 ${summary}` : summary),
  rows: (count: number): string => `共 ${count} 行`,
  /** 31 家 for a count of rows, 主营业务收入合计 214,860 万元 for a sum. */
  total: (show: object, label: string, value: string): string => ('count' in show && value !== '' ? value : `${label} ${value === '' ? '—' : value}`),
  none: '没有填写',
  start: '还没有行。添加一行，或从 Excel 粘贴。',
  phone: '表格请在电脑上编辑，手机可查看。',
  numbered: (number: number, name: string): string => `${number}. ${name}`,
  unnamed: '未写名称',
  jump: '跳到此格',
  bad: (count: number): string => `${count} 处有问题`,
  keys: '方向键移动，Enter 下移，F2 改字，Esc 还原，再按 Esc 离开表格；Ctrl+Z 撤销，Ctrl+D 向下填充，Ctrl+V 从 Excel 粘贴',
};

export const pasteText = {
  title: (rows: number, columns: number): string => `粘贴 ${rows} 行 ${columns} 列`,
  go: '粘贴',
  goMarked: '粘贴并标出',
  cancel: '不粘贴',
  added: (count: number): string => `新增 ${count} 行。`,
  over: (count: number): string => `覆盖已有的 ${count} 行，可撤销。`,
  header: '第一行是表头，不粘贴。',
  droppedRows: (count: number): string => `有 ${count} 行放不下，不粘贴。`,
  droppedColumns: (count: number): string => `有 ${count} 列超出本表，不粘贴。`,
  unreadable: (count: number): string => `${count} 个格读不出来，将原样保留并标出：`,
  cell: (row: number, column: string, text: string): string => `第 ${row} 行“${column}”：${text}`,
  more: (count: number): string => `另有 ${count} 个格`,
  box: '从 Excel 粘贴',
  preview: '预览',
  segment: '接在哪一段后面',
  cells: '在 Excel 里复制后，粘贴到这里',
  columns: (labels: readonly string[]): string => `列的顺序：${labels.join('、')}`,
};

export const formPage = {
  crumbs: '路径',
  workbench: '工作台',
  form: '申报表',
  commitment: '承诺书',
  commitmentText: '承诺书全文（按印制文字）',
  blank: '×××',
  project: (number: number): string => `项目 ${number}`,
  proposal: '项目申报书',
  pdf: '看成稿 PDF',
  next: '下一个问题',
  allDone: '去检查与报送',
  toVersions: '看文件与版本',
  contents: (title: string): string => `${title}目录`,
  goTo: '跳到',
  percent: (percent: number): string => `完成 ${percent}%`,
  blocks: (done: number, all: number): string => `${done}/${all} 块`,
  left: (until: string, now: number): string => (remaining(until, now) ? `距网上报送截止 ${remainingText(until, now)}` : '网上报送已截止'),
  readOnly: '材料已经报送，只能查看。需要修改的，请先撤回。',
  retry: '重试',
  loading: '正在打开',
  justify: '例外',
  confirm: '待核对',
  rows: (count: number): string => `${count} 行`,
  of: (done: number, all: number): string => `${done}/${all}`,
  keys: [
    ['Alt', '↓', '下一块'],
    ['Alt', 'P', '下一个问题'],
    ['Ctrl', 'Z', '撤销'],
  ],
  notFound: '没有找到这个项目，可能已被移除。',
  toForm: '回到申报表',
} as const;

export const problemText = {
  justification: '例外说明',
  length: (least: number, now: number): string => `不少于 ${least} 字，现有 ${now} 字。说明随方案报送，市科技局、论证专家都会看到，并印入成稿。`,
  enough: (now: number): string => `现有 ${now} 字。说明随方案报送，市科技局、论证专家都会看到，并印入成稿。`,
  confirm: '核对无误',
  row: (row: number, name: string): string => `第 ${row} 行${name === '' ? '' : ` ${name}`}：`,
  noAttachment: '未附证明',
} as const;

export const restored = {
  notice: (blocks: readonly string[], at: string): string => `已恢复 ${at} 未保存的内容：${blocks.join('、')}。`,
  dismiss: '知道了',
} as const;

export const mergeText = {
  title: (who: string, at: string): string => `${who} ${at} 改过这一块。两份都在，请逐栏选一份或合并。`,
  someone: '另一个窗口',
  mine: '你的',
  theirs: (who: string | null): string => (who === null ? '对方的' : `${who}的`),
  useMine: '用我的',
  useTheirs: '用对方的',
  useBoth: '两份合并再改',
  save: '按所选保存',
  open: (count: number): string => `还有 ${count} 栏没有选`,
  empty: '（空）',
  notes: '例外说明与核对',
  rows: (count: number): string => `${count} 行`,
  onlyHere: (count: number): string => `其中 ${count} 行与另一份不同：`,
  announce: (block: string): string => `${block}：两处改了同一块，请选一份或合并。`,
} as const;

export const projectText = {
  list: '试点项目',
  head: { number: '序号', name: '项目与申报单位', state: '状态', act: '操作' },
  provinceHead: (unit: string): string => `申请省资助（${unit}）`,
  unnamed: '未写项目名称',
  noApplicant: '未填',
  add: '添加项目',
  remove: '移除',
  removeOf: (name: string): string => `移除 ${name}`,
  removed: (name: string): string => `已移除 ${name}。`,
  undo: '撤销',
  count: (count: number, least: number): string => `${count}/${least}`,
  missing: (count: number): string => `还有 ${count} 项未填`,
  empty: '还没有项目。添加项目后，在项目申报书里填写。',
  none: '—',
} as const;

export const capText = {
  title: '省资助最多能给多少',
  nothing: '填写申请省资助经费后，这里显示是否超过上限。',
  within: (asked: string, margin: string, name: string): string => `申请 ${asked}，没有超过上限，还有 ${margin} 余量；最紧的是“${name}”。`,
  asks: (asked: string): string => `申请 ${asked}，`,
  over: (excess: string, cap: string): string => `比上限 ${cap} 多 ${excess}`,
  binds: (name: string): string => `。起约束作用的是“${name}”。`,
  names: (cap: string, parameters: Pick<Parameters, 'matchRatio' | 'publicShare'>): Readonly<Record<MoneyCap['key'], string>> => ({
    perProject: `单项不超过 ${cap}`,
    match: `高新区出资不低于 ${parameters.matchRatio.zone}:${parameters.matchRatio.province}`,
    share: `省地合计不超过新增总投入 ${parameters.publicShare.numerator}/${parameters.publicShare.denominator}`,
  }),
  formula: {
    perProject: '本批次参数',
    match: (zone: string): string => `按高新区拟资助 ${zone} 计`,
    share: (total: string, zone: string, local: string, { publicShare }: Pick<Parameters, 'publicShare'>): string =>
      `新增总投入 ${total} × ${publicShare.numerator}/${publicShare.denominator} − 高新区 ${zone} − 其他地方 ${local}`,
  },
  head: { cap: '上限', formula: '怎么算', allowed: (unit: string): string => `允许（${unit}）`, asked: '申请', margin: '余量', result: '结果' },
  result: { within: '未超过', over: '超过', binds: '超过，起约束作用' },
  signed: (text: string, margin: number): string => (margin < 0 ? `−${text}` : text),
  none: '—',
  zero: '0.00',
} as const;
