import type { Moment } from '#domain/values/problem.ts';
import type { Counts } from '#web/progress/entries.ts';
import { stageItem } from './states.ts';

export const problems = {
  title: '待解决的问题',
  columns: { severity: '级别', problem: '问题', place: '位置', clause: '依据', who: '谁来办' },
  none: '没有待解决的问题。',
  empty: (n: number, fields: readonly string[]) => `还有 ${n} 栏未填：${fields.join('、')}${n > fields.length ? '等' : ''}。`,
  staged: (message: string, stage: Moment) => `${message}${stageItem(stage)}`,
  justification: (text: string) => `例外说明：${text}`,
  all: '看全部问题',
  look: '看清单',
  humanLater: (n: number) => `另有 ${n} 项不拦报送，由有关人员在受理等环节审看。`,
  counts: (counts: Counts) =>
    [
      ['必须', counts.must],
      ['原则', counts.principle],
      ['核对', counts.confirm],
      ['提示', counts.flag],
      ['待审看', counts.human],
    ]
      .filter(([, n]) => n !== 0)
      .map(([word, n]) => `${word} ${n}`)
      .join('　'),
  /** What still stands between the plan and its filing. */
  blocking: (counts: Counts, receiver: string) => {
    const rest = [
      counts.principle > 0 ? `${counts.principle} 项需写例外说明` : '',
      counts.confirm > 0 ? `${counts.confirm} 项需核对确认` : '',
      counts.flag > 0 ? `${counts.flag} 项提示供参考` : '',
    ].filter((part) => part !== '');
    const lead = counts.must > 0 ? `还有 ${counts.must} 项必须解决，才能报送${receiver}。` : `还有事项要处理，才能报送${receiver}。`;
    return { lead, rest: rest.length > 0 ? `${counts.must > 0 ? '另有 ' : ''}${rest.join('，')}。` : '' };
  },
} as const;
