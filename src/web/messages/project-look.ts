export const projectLooks = {
  problems: '有问题',
  taken: '已收下',
  atZone: '待收下',
  writing: '填写中',
  returned: '已退回',
  waiting: '待属地推荐',
  empty: '未填',
  ready: '填写完成',
  tally: (looks: readonly (readonly [string, number])[]) => looks.map(([word, n]) => `${n} 个${word}`).join('，'),
} as const;
