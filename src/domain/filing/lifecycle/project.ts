import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const projectStates = [
  'gathered',
  'removed',
  'filed',
  'admitted',
  'inReview',
  'shortlisted',
  'visited',
  'inNotice',
  'awarded',
  'running',
  'completed',
  'ended',
] as const;
export type ProjectState = (typeof projectStates)[number];

export type ProjectEvent =
  | 'add'
  | 'remove'
  | 'restore'
  | 'file'
  | 'unfile'
  | 'admit'
  | 'convert'
  | 'review'
  | 'select'
  | 'pass'
  | 'visit'
  | 'notice'
  | 'award'
  | 'run'
  | 'complete'
  | 'withdraw'
  | 'end';

export type ProjectWho = 'zone' | 'owner' | 'secretary' | 'officer' | 'sys';
export type ProjectGuard = 'planDrafting' | 'room' | 'reason' | 'twoPersons';
export type ProjectEffect = 'number' | 'trackB' | 'freeClaim';

const early = ['filed', 'admitted', 'inReview', 'shortlisted', 'visited', 'inNotice'] as const satisfies readonly ProjectState[];

/** The project's lifecycle (model §2). Removing is the zone's own tidying while it drafts, so it can be undone; ending cannot. */
export const projectTable: Table<ProjectState, ProjectEvent, ProjectWho, ProjectGuard, ProjectEffect> = {
  add: { from: ['new'], to: 'gathered', who: [['zone']], guards: ['planDrafting', 'room'], effects: ['number'] },
  remove: { from: ['gathered'], to: 'removed', who: [['zone']], guards: ['planDrafting'], effects: [] },
  restore: { from: ['removed'], to: 'gathered', who: [['zone']], guards: ['planDrafting', 'room'], effects: [] },
  file: { from: ['gathered'], to: 'filed', who: [['sys']], guards: [], effects: [] },
  unfile: { from: ['filed'], to: 'gathered', who: [['sys']], guards: [], effects: [] },
  admit: { from: ['filed'], to: 'admitted', who: [['sys']], guards: [], effects: [] },
  convert: { from: ['admitted'], to: 'same', who: [['sys']], guards: [], effects: ['trackB'] },
  review: { from: ['admitted'], to: 'inReview', who: [['secretary']], guards: [], effects: [] },
  select: { from: ['inReview'], to: 'shortlisted', who: [['officer']], guards: ['twoPersons'], effects: [] },
  pass: { from: ['inReview'], to: 'ended', who: [['officer']], guards: ['twoPersons'], effects: ['freeClaim'] },
  visit: { from: ['shortlisted'], to: 'visited', who: [['sys']], guards: [], effects: [] },
  notice: { from: ['visited'], to: 'inNotice', who: [['sys']], guards: [], effects: [] },
  award: { from: ['inNotice'], to: 'awarded', who: [['sys']], guards: [], effects: [] },
  run: { from: ['awarded'], to: 'running', who: [['sys']], guards: [], effects: [] },
  complete: { from: ['running'], to: 'completed', who: [['sys']], guards: [], effects: [] },
  withdraw: { from: ['gathered', ...early], to: 'ended', who: [['owner']], guards: ['reason'], effects: ['freeClaim'] },
  end: { from: ['gathered', ...early, 'awarded', 'running'], to: 'ended', who: [['sys']], guards: ['reason'], effects: ['freeClaim'] },
};

export interface ProjectFacts {
  readonly by: readonly ProjectWho[];
  readonly planDrafting: boolean;
  /** The plan holds fewer projects than it may. */
  readonly room: boolean;
  readonly reason?: string;
  /** How many different persons have signed the decision. */
  readonly persons?: number;
}

const guards: Guards<ProjectGuard, ProjectFacts> = {
  planDrafting: (facts) => (facts.planDrafting ? undefined : 'notEditable'),
  room: (facts) => (facts.room ? undefined : 'tooLarge'),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
  twoPersons: (facts) => ((facts.persons ?? 0) >= 2 ? undefined : 'notAllowed'),
};

/** What this event does to a project in this state, given the facts. */
export function decideProject(state: ProjectState | 'new', event: ProjectEvent, facts: ProjectFacts): Decision<ProjectState, ProjectEffect> {
  return decideBy(projectTable, guards, state, event, facts);
}
