import type { ProposalFact } from '#domain/filing/plan.ts';
import type { IconName } from '#web/components/icon.tsx';
import type { Tone } from '#web/components/state-mark.tsx';
import { projectLooks } from '#web/messages/project-look.ts';
import type { BlockStateName } from '#web/messages/states.ts';

/** One word for where a project stands, with its shape and colour. */
export interface ProjectLook {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: string;
}

const looks = {
  problems: { icon: 'bad', tone: 'error', word: projectLooks.problems },
  taken: { icon: 'done', tone: 'ok', word: projectLooks.taken },
  atZone: { icon: 'send', tone: 'go', word: projectLooks.atZone },
  writing: { icon: 'half', tone: 'go', word: projectLooks.writing },
  waiting: { icon: 'clock', tone: 'warn', word: projectLooks.waiting },
  empty: { icon: 'none', tone: 'faint', word: projectLooks.empty },
  ready: { icon: 'done', tone: 'ok', word: projectLooks.ready },
} as const satisfies Readonly<Record<string, ProjectLook>>;

/** What is wrong is said first; then whose turn it is. A project that the zone fills in itself has no turns. */
export function lookOf(state: BlockStateName, proposal: ProposalFact | undefined): ProjectLook {
  const owned = proposal?.owner === true;
  if (owned && proposal.state === 'drafting') return state === 'empty' ? looks.empty : looks.writing;
  if (state === 'problems') return looks.problems;
  if (owned && proposal.state === 'atZone') return looks.atZone;
  if (proposal !== undefined && (proposal.recommendation === 'asked' || proposal.recommendation === 'stale')) return looks.waiting;
  if (owned) return looks.taken;
  if (state === 'empty') return looks.empty;
  return state === 'done' || state === 'locked' ? looks.ready : looks.writing;
}

/** How many projects have each look, in the order in which they ask for attention last. */
export function tally(list: readonly ProjectLook[]): readonly (readonly [ProjectLook, number])[] {
  const order: readonly ProjectLook[] = [looks.taken, looks.ready, looks.problems, looks.atZone, looks.waiting, looks.writing, looks.empty];
  return order.map((look) => [look, list.filter((one) => one === look).length] as const).filter(([, n]) => n > 0);
}
