export const owed = {
  title: '谁还欠什么',
  remindAll: '全部催办',
  remind: '催办',
  remindOne: (name: string) => `催办${name}`,
  name: (organisation: string, n: number) => (n > 0 ? `${organisation}（项目 ${n}）` : organisation),
  what: {
    proposal: (returned: boolean) => (returned ? '按退回意见修改项目申报书' : '填写并提交项目申报书'),
    local: () => '出具审核推荐意见',
  },
  untouched: (day: string) => `${day}起，还没有动笔`,
  saved: (time: string) => `${time} 保存`,
  asked: (day: string) => `${day} 提请`,
  nudged: (time: string) => `${time} 催办过`,
  more: (n: number) => `还有 ${n} 家`,
  reminded: (n: number, left: number) =>
    n === 0 ? '4 小时内都催办过，没有再发。' : `已催办 ${n} 家${left > 0 ? `，${left} 家 4 小时内催办过，没有再发` : ''}。`,
} as const;
