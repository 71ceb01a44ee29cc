import type { ProposalFact } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import type { Tone } from '#web/components/state-mark.tsx';
import { projectLooks } from '#web/messages/project-look.ts';
import type { BlockStateName } from '#web/messages/states.ts';
import { projectStates } from './document-states.ts';

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
  returned: { icon: 'back', tone: 'warn', word: projectLooks.returned },
  waiting: { icon: 'clock', tone: 'warn', word: projectLooks.waiting },
  empty: { icon: 'none', tone: 'faint', word: projectLooks.empty },
  ready: { icon: 'done', tone: 'ok', word: projectLooks.ready },
} as const satisfies Readonly<Record<string, ProjectLook>>;

/** What is wrong is said first; then whose turn it is. A project that the zone fills in itself has no turns. */
export function lookOf(state: BlockStateName, proposal: ProposalFact | undefined, returned = false): ProjectLook {
  const owned = proposal?.owner === true;
  if (owned && proposal.state === 'drafting') return returned ? looks.returned : state === 'empty' ? looks.empty : looks.writing;
  if (state === 'problems') return looks.problems;
  if (owned && proposal.state === 'atZone') return looks.atZone;
  if (proposal !== undefined && (proposal.recommendation === 'asked' || proposal.recommendation === 'stale')) return looks.waiting;
  if (owned) return looks.taken;
  if (state === 'empty') return looks.empty;
  return state === 'done' || state === 'locked' ? looks.ready : looks.writing;
}

export interface LookedAt {
  readonly id: string;
  readonly name: string;
  readonly look: ProjectLook;
  /** Taken by the zone, or filled in whole by the zone itself. */
  readonly counts: boolean;
}

/** Every project of a plan with its look, in the plan's order. */
export function lookedAt(edition: Edition, plan: PlanFile, problems: readonly Problem[]): readonly LookedAt[] {
  return projectStates(edition, plan, problems).map(({ id, name, state }, index) => {
    const proposal = plan.facts.proposals?.[index];
    const look = lookOf(state, proposal, plan.projects[index]?.returned != null);
    const whole = state !== 'empty' && state !== 'filling' && state !== 'problems';
    const counts = proposal?.owner === true ? proposal.state === 'taken' || proposal.state === 'locked' : whole;
    return { id, name, look, counts };
  });
}

export function countReady(projects: readonly LookedAt[]): number {
  return projects.filter(({ counts }) => counts).length;
}

/** The segment that a look is in a bar of blocks. */
export function segmentOf(look: ProjectLook): BlockStateName {
  if (look === looks.taken || look === looks.ready) return 'done';
  if (look === looks.problems) return 'problems';
  return look === looks.empty ? 'empty' : 'filling';
}

/** How many projects have each look, in the order in which they ask for attention last. */
export function tally(list: readonly ProjectLook[]): readonly (readonly [ProjectLook, number])[] {
  const order: readonly ProjectLook[] = [looks.taken, looks.ready, looks.problems, looks.atZone, looks.waiting, looks.returned, looks.writing, looks.empty];
  return order.map((look) => [look, list.filter((one) => one === look).length] as const).filter(([, n]) => n > 0);
}
