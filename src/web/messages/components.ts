import { blockStateWord, type BlockStateName } from './states.ts';

export const saveState = {
  saved: '已保存',
  saving: '保存中',
  busy: '服务器正忙，已排队，正在重试',
  offline: '离线，已存在本机',
  failed: '未保存，请重试',
  clash: '两处改了同一块',
  none: '尚未填写',
} as const;

export function clauseLink(cite: string): string {
  return `${cite}，打开指南条款`;
}

/** 申报表：9 块，完成 4，填写中 3. */
export function segmentBar(of: string, states: readonly BlockStateName[]): string {
  const counts = new Map<BlockStateName, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return `${of}：${states.length} 块，${[...counts].map(([state, n]) => `${blockStateWord(state, 0)} ${n}`).join('，')}`;
}
segmentBar.problems = '有问题';

export const emptyCell = '—';

export const pdf = { open: '看成稿 PDF', newTab: '（在新标签页打开）', asking: '正在生成', ready: '已生成，点此打开' } as const;

export const fileInput = { none: '尚未选择文件' } as const;

export const reasonText = { written: (n: number, limit: number) => `已写 ${n} 字，最多 ${limit} 字` } as const;
