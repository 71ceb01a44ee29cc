import type { PlanFile } from '#web/api/queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import type { Tone } from '#web/components/state-mark.tsx';
import { projectsPage as words } from '#web/messages/projects.ts';
import type { ProjectLine } from './project-lines.ts';

export type PlanProject = PlanFile['projects'][number];

export type Verb = 'look' | 'mend' | 'take' | 'write';
/** What the filter tells apart. */
export type StandingGroup = keyof typeof words.groups;

/** Where a project stands for the zone: mark, words, the one thing to do. */
export interface Standing {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly text: string;
  readonly verb: Verb;
  readonly group: StandingGroup;
}

/** What asks for the zone's hand comes before where the company is. */
export function standingOf({ state, owner, returned, recommendation }: PlanProject, line: Pick<ProjectLine, 'broken' | 'place' | 'opinionAttached'>): Standing {
  const broken = line.broken.length;
  if (state === 'locked') return { icon: 'send', tone: 'go', text: words.state.locked, verb: 'look', group: 'taken' };
  if (owner === null && state === 'drafting') {
    if (line.place === 'outside' && recommendation?.state !== 'given' && !(line.opinionAttached && recommendation == null))
      return waitingForLocal(recommendation);
    return broken > 0
      ? { icon: 'half', tone: 'go', text: words.state.ownOpen(broken), verb: 'write', group: 'writing' }
      : { icon: 'done', tone: 'ok', text: words.state.own, verb: 'look', group: 'taken' };
  }
  if (state === 'drafting') {
    return returned === null
      ? { icon: 'half', tone: 'go', text: words.state.drafting, verb: 'look', group: 'writing' }
      : { icon: 'back', tone: 'warn', text: words.state.returned, verb: 'look', group: 'writing' };
  }
  if (line.place === 'outside' && recommendation?.state !== 'given') return waitingForLocal(recommendation);
  if (state === 'atZone' && broken === 0) return { icon: 'send', tone: 'go', text: words.state.atZone, verb: 'take', group: 'waiting' };
  if (broken > 0) {
    const text = state === 'taken' ? words.state.takenBroken(broken) : words.state.broken(broken);
    return { icon: 'bad', tone: 'error', text, verb: 'mend', group: 'attention' };
  }
  return { icon: 'done', tone: 'ok', text: words.state.taken, verb: 'look', group: 'taken' };
}

function waitingForLocal(recommendation: PlanProject['recommendation']): Standing {
  switch (recommendation?.state) {
    case 'asked':
      return { icon: 'half', tone: 'go', text: words.state.asked(recommendation.authority), verb: 'look', group: 'local' };
    case 'declined':
      return { icon: 'cross', tone: 'error', text: words.state.declined(recommendation.authority), verb: 'mend', group: 'attention' };
    case 'stale':
      return { icon: 'diamond', tone: 'warn', text: words.state.stale, verb: 'mend', group: 'attention' };
    case 'given':
    case undefined:
      return { icon: 'diamond', tone: 'warn', text: words.state.toAsk, verb: 'mend', group: 'attention' };
  }
}
