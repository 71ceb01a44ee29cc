import type { Reply } from '#web/api/call.ts';

type Fault = Pick<Reply<'readSheet'>['faults'][number], 'code' | 'found' | 'limit' | 'label'>;

/** Words that stand in workbooks. */
export const sheetWords = {
  yes: '是',
  no: '否',
  separator: '、',
  item: '栏目',
  answer: '填写',
  note: '说明',
  howTo: '在空格里填写；单位已写在栏目里，只填数字。有下拉的从下拉里选。不要用公式。填好后原样交回。',
  demo: '演示',
} as const;

const words: Readonly<Record<Fault['code'], (fault: Fault) => string>> = {
  unreadable: ({ label, found }) => `“${label}”填的“${found}”认不出来，请按栏目要求重填。`,
  tooLong: ({ label, limit }) => `“${label}”超过 ${limit} 字，请删减。`,
  badCharacter: ({ label }) => `“${label}”有无法印出的字符，请换成常用字。`,
  badFormat: ({ label, found }) => `“${label}”填的“${found}”写法不对，请核对。`,
  checkDigit: ({ label, found }) => `“${label}”填的“${found}”校验位不符，请核对；确实如此的，导入后在表里确认。`,
  notAnOption: ({ label, found }) => `“${label}”填的“${found}”不在选项之内，请从下拉里选。`,
  notACode: ({ label, found }) => `“${label}”填的“${found}”不在代码表里，请从下拉里选。`,
  wrongLevel: ({ label, found }) => `“${label}”填的“${found}”级别不对，请从下拉里选。`,
  tooManyRows: ({ label, limit, found }) => `“${label}”有 ${found} 行，最多 ${limit} 行，多出的没有读入。`,
  negative: ({ label, found }) => `“${label}”填的“${found}”是负数，请核对。`,
  tooLarge: ({ label, found }) => `“${label}”填的“${found}”超出范围，请核对单位。`,
  notWhole: ({ label, found }) => `“${label}”应为整数，现为“${found}”。`,
  tooManyDecimals: ({ label, limit }) => `“${label}”最多 ${limit} 位小数，请四舍五入。`,
  formula: ({ label }) => `“${label}”这一格是公式，没有读入。请改成计算结果。`,
  error: ({ label }) => `“${label}”这一格是错误值，没有读入。请重填。`,
};

/** What is wrong with a cell, and how to mend it. */
export function cellSentence(fault: Fault): string {
  return words[fault.code]({ ...fault, found: fault.found.length > 40 ? `${fault.found.slice(0, 40)}…` : fault.found });
}

export const sheets = {
  out: '导出 Excel',
  in: '导入 Excel',
  making: '正在生成',
  reading: '正在读取',
  choose: '选择填好的 Excel 文件',
  title: (name: string) => `导入“${name}”`,
  hint: '请用从本页导出的 Excel 文件填写。读入后先对比，确认了才写进表里。',
  added: (n: number) => `新增 ${n} 行`,
  changed: (n: number) => `改动 ${n} 行`,
  removed: (n: number) => `文件里没有、将去掉的 ${n} 行`,
  fieldsChanged: (n: number) => `改动 ${n} 栏`,
  names: (names: readonly string[], more: boolean) =>
    names.some((name) => name !== '') ? `：${names.filter((name) => name !== '').join('、')}${more ? '等' : ''}` : '',
  place: (block: string, field: string) => (field === '' ? block : `${block}：${field}`),
  over: (label: string) => `${label}（改写现有内容）`,
  same: '与现有内容完全一致，不用导入。',
  faults: (n: number) => `有 ${n} 格有问题，导入后按原样保留并标出：`,
  more: (n: number) => `还有 ${n} 格`,
  cell: (sheet: string, cell: string, sentence: string) => `${sheet} ${cell}：${sentence}`,
  marked: '下载标好错的副本',
  keepMissing: '保留文件里没有的行',
  apply: '写进表里',
  applyMarked: '写进表里，有问题的标出',
  cancel: '不导入',
  whole: '导出整份申报书',
  wholeIn: '导入整份申报书',
} as const;
