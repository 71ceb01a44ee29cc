import type { ProgressState } from '#domain/filing/progress.ts';
import type { Moment, Severity } from '#domain/values/problem.ts';
import type { Reply } from '#web/api/call.ts';

export type BlockStateName = ProgressState | 'locked';
export type PlanStateName = Reply<'plans'>[number]['state'];

const blockWords: Record<BlockStateName, string> = {
  empty: '未填',
  filling: '填写中',
  problems: '有问题',
  justify: '待例外说明',
  confirm: '待核对',
  done: '完成',
  locked: '只读',
};

export function blockStateWord(state: BlockStateName, count: number): string {
  return state === 'problems' && count > 0 ? `${count} 个问题` : blockWords[state];
}

export const planStateWord: Record<PlanStateName, string> = {
  drafting: '草拟中',
  atCity: '已报送，待审查',
  atProvince: '已推荐',
  mending: '补正中',
  admitted: '已受理',
  supported: '论证通过',
  ended: '已终止',
};

export const severityWord: Record<Severity, string> = { must: '必须', principle: '原则', confirm: '核对', human: '待审看', flag: '提示' };

/** What each severity means for the person who files. */
export const severityMeaning: Record<Severity, string> = {
  must: '不改不能报送',
  principle: '原则上应做到；确有必要的，写例外说明，随件报送并打印',
  confirm: '请核对，确认无误后勾选',
  human: '不拦报送，由指定的人在相应环节审看',
  flag: '不拦报送，遴选时可见',
};

export const momentWord: Record<Moment, string> = {
  edit: '填写',
  submit: '报送',
  recommend: '推荐',
  intake: '受理',
  appraisal: '方案论证',
  selection: '项目遴选',
  award: '立项',
  contract: '签订合同',
  delivery: '项目实施',
  completion: '验收结题',
};

export function momentsText(moments: readonly Moment[]): string {
  return moments.map((moment) => momentWord[moment]).join('、');
}

/** Said after a human item's sentence. */
export function stageItem(stage: Moment): string {
  return `（${momentWord[stage]}环节审看）`;
}
