import type { Severity } from '#domain/values/problem.ts';
import { blockStateWord, planStateWord, severityWord, type BlockStateName, type PlanStateName } from '#web/messages/states.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'ok' | 'error' | 'warn' | 'go' | 'plain' | 'faint';

/** Shape, word and colour, always all three. */
export function StateMark({ icon, tone, children }: { readonly icon: IconName; readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`state state-${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

const blockLooks: Record<BlockStateName, readonly [IconName, Tone]> = {
  empty: ['none', 'faint'],
  filling: ['half', 'go'],
  problems: ['bad', 'error'],
  justify: ['diamond', 'warn'],
  confirm: ['box', 'warn'],
  done: ['done', 'ok'],
  locked: ['lock', 'plain'],
};

/** State of a block of a form; `count` is the number of problems. */
export function BlockMark({ state, count = 0 }: { readonly state: BlockStateName; readonly count?: number }) {
  const [icon, tone] = blockLooks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {blockStateWord(state, count)}
    </StateMark>
  );
}

/** The shape alone, for a list where the word stands elsewhere in the row; the word is still read out. */
export function BlockIcon({ state, count = 0 }: { readonly state: BlockStateName; readonly count?: number }) {
  const [icon, tone] = blockLooks[state];
  return (
    <span className={`state state-${tone}`}>
      <Icon name={icon} />
      <span className="unseen">{blockStateWord(state, count)}</span>
    </span>
  );
}

const planLooks: Record<PlanStateName, readonly [IconName, Tone]> = {
  drafting: ['half', 'go'],
  atCity: ['send', 'go'],
  atProvince: ['star', 'ok'],
  mending: ['back', 'warn'],
  admitted: ['done', 'ok'],
  supported: ['done', 'ok'],
  ended: ['cross', 'error'],
};

export function PlanMark({ state }: { readonly state: PlanStateName }) {
  const [icon, tone] = planLooks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {planStateWord[state]}
    </StateMark>
  );
}

const severityLooks: Record<Severity, readonly [IconName, Tone]> = {
  must: ['bad', 'error'],
  principle: ['diamond', 'warn'],
  confirm: ['box', 'warn'],
  human: ['user', 'plain'],
  flag: ['flag', 'plain'],
};

/** `settled`: justified or ticked, so nothing more is asked and the colour goes. */
export function SeverityMark({ severity, settled = false }: { readonly severity: Severity; readonly settled?: boolean }) {
  const [icon, tone] = severityLooks[severity];
  return (
    <StateMark icon={settled ? 'done' : icon} tone={settled ? 'plain' : tone}>
      {severityWord[severity]}
    </StateMark>
  );
}
