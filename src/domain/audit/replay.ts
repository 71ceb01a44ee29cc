import type { IntakeEvent } from '#domain/filing/lifecycle/intake.ts';
import { intakeTable } from '#domain/filing/lifecycle/intake.ts';
import type { LocalEvent } from '#domain/filing/lifecycle/local.ts';
import { localTable } from '#domain/filing/lifecycle/local.ts';
import type { PlanEvent } from '#domain/filing/lifecycle/plan.ts';
import { planTable } from '#domain/filing/lifecycle/plan.ts';
import type { ProposalEvent } from '#domain/filing/lifecycle/proposal.ts';
import { proposalTable } from '#domain/filing/lifecycle/proposal.ts';
import { recommendationTable, type RecommendationEvent } from '#domain/filing/lifecycle/recommendation.ts';
import type { JsonObject } from '#domain/values/json.ts';

/** What of an audit entry decides states. */
export interface AuditedEvent {
  readonly command: string;
  readonly subject: string;
  readonly detail: JsonObject;
}

/** Things whose states the log gives (model §5, invariant 5). A local recommendation is of a project's version, the others of a plan. */
export const replayed = ['plan', 'proposal', 'local', 'recommendation', 'intake'] as const;
export type Replayed = (typeof replayed)[number];

const tables = { plan: planTable, proposal: proposalTable, local: localTable, recommendation: recommendationTable, intake: intakeTable } as const;

interface LifeEvents {
  readonly plan?: PlanEvent;
  readonly proposal?: ProposalEvent;
  readonly local?: LocalEvent;
  readonly recommendation?: RecommendationEvent;
  readonly intake?: IntakeEvent;
}

/**
 * What an entry does to the things that it names, by `command` or `command event`. An act that has effects on other things (a
 * recommendation moves the plan and opens its intake) names them all here, as its use case asks every table.
 */
const effects: Readonly<Record<string, LifeEvents>> = {
  'plan.create': { plan: 'begin' },
  'plan.submit submit': { plan: 'submit' },
  'plan.submit resubmit': { plan: 'resubmit', intake: 'resubmit' },
  'plan.recall recall': { plan: 'recall' },
  'plan.return return': { plan: 'return' },
  'plan.decline decline': { plan: 'decline' },
  'plan.lapse lapse': { plan: 'lapse' },
  'recommendation.recommend recommend': { plan: 'recommend', recommendation: 'recommend', intake: 'begin' },
  'recommendation.withdraw withdraw': { plan: 'unrecommend', recommendation: 'withdraw' },
  'recommendation.confirm confirm': { plan: 'confirm', recommendation: 'confirm' },
  'intake.receive receive': { intake: 'receive' },
  'intake.receive receiveMended': { intake: 'receiveMended', plan: 'confirm' },
  'intake.mend mend': { intake: 'mend', plan: 'mend' },
  'intake.decide admit': { intake: 'admit', plan: 'admit' },
  'intake.decide refuse': { intake: 'refuse', plan: 'refuse' },
  'intake.decide strike': { intake: 'strike' },
  'intake.refuseLate refuseLate': { intake: 'refuseLate', plan: 'refuse' },
  'project.add add': { proposal: 'begin' },
  'answer.accept accept': { proposal: 'begin' },
  'proposal.submit submit': { proposal: 'submit' },
  'proposal.recall recall': { proposal: 'recall' },
  'proposal.return return': { proposal: 'return' },
  'proposal.take take': { proposal: 'take' },
  'local.ask ask': { local: 'ask' },
  'local.give give': { local: 'give' },
  'local.decline decline': { local: 'decline' },
};

/** Where a thing stands after a row of entries; `broken`: the tables know no such row. */
export type ReplayedState = { readonly state: string; readonly broken: null } | { readonly state: string; readonly broken: AuditedEvent };

/** States by thing and by the number that people know it by (a local recommendation: project's number and version, `XM2022-0001/2`). */
export type ReplayedStates = ReadonlyMap<Replayed, ReadonlyMap<string, ReplayedState>>;

/** Replays entries in their order through the lifecycle tables. A refused attempt, or one that found its thing made already, does nothing. */
export function replayStates(entries: Iterable<AuditedEvent>): ReplayedStates {
  const states = new Map<Replayed, Map<string, ReplayedState>>(replayed.map((thing) => [thing, new Map()]));
  for (const entry of entries) {
    const events = effectsOf(entry);
    if (events === undefined) continue;
    for (const thing of replayed) {
      const event = events[thing];
      if (event !== undefined && !isBackAlready(states, thing, event, entry)) step(states.get(thing)!, thing, nameOf(thing, entry), event, entry);
    }
    if (events.proposal === 'submit') makeStale(states.get('local')!, entry);
  }
  return states;
}

/** A city that recommends again, and a zone that asks again after a no, make a new thing of the same name. */
function isOver(event: string, state: string): boolean {
  return (event === 'recommend' && state === 'withdrawn') || (event === 'ask' && state === 'declined');
}

/** Paper that was mended brings the plan back with it, unless the city has brought it back already with its text. */
function isBackAlready(states: ReplayedStates, thing: Replayed, event: string, { command, subject }: AuditedEvent): boolean {
  return command === 'intake.receive' && thing === 'plan' && event === 'confirm' && states.get('plan')?.get(subject)?.state === 'atProvince';
}

function effectsOf({ command, detail }: AuditedEvent): LifeEvents | undefined {
  if ('refused' in detail || detail['existed'] === true) return undefined;
  return effects[`${command} ${String(detail['event'])}`] ?? effects[command];
}

function step(states: Map<string, ReplayedState>, thing: Replayed, name: string, event: string, entry: AuditedEvent): void {
  const standing = states.get(name);
  if (standing !== undefined && standing.broken !== null) return;
  const before = standing === undefined || isOver(event, standing.state) ? 'new' : standing.state;
  const table: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string } | undefined>> = tables[thing];
  const transition = table[event];
  if (transition === undefined || !transition.from.includes(before)) states.set(name, { state: before, broken: entry });
  else states.set(name, { state: transition.to === 'same' ? before : transition.to, broken: null });
}

function nameOf(thing: Replayed, { subject, detail }: AuditedEvent): string {
  if (thing === 'proposal' && typeof detail['project'] === 'string') return detail['project'];
  return thing === 'local' ? `${subject}/${String(detail['version'])}` : subject;
}

/** A new version of a proposal makes stale what was asked about the one before it. */
function makeStale(states: Map<string, ReplayedState>, entry: AuditedEvent): void {
  for (const [name, { state, broken }] of states) {
    if (broken === null && name.startsWith(`${entry.subject}/`) && localTable.stale.from.some((from) => from === state))
      step(states, 'local', name, 'stale', entry);
  }
}
