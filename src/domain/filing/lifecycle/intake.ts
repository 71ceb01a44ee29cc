import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const intakeStates = ['awaitingPaper', 'checking', 'mending', 'admitted', 'refused'] as const;
export type IntakeState = (typeof intakeStates)[number];

export type IntakeEvent = 'begin' | 'receive' | 'mend' | 'resubmit' | 'receiveMended' | 'strike' | 'admit' | 'refuse' | 'refuseLate';
export type IntakeWho = 'clerk' | 'officer' | 'zone' | 'sys';
export type IntakeGuard =
  | 'inTime'
  | 'pastDeadline'
  | 'filedVersion'
  | 'confirmed'
  | 'mendingLeft'
  | 'named'
  | 'complete'
  | 'enoughProjects'
  | 'reason'
  | 'twoPersons';
export type IntakeEffect = 'stamp' | 'receipt' | 'planMends' | 'planBack' | 'planAdmitted' | 'planEnds' | 'projectEnds';

/**
 * What the intake centre does with one recommended plan (model §2, G4.2, G4.3). Paper that is short of copies may be received; admitting
 * it may not. It begins again where the city took its recommendation back before any paper came, and gave it anew.
 */
export const intakeTable: Table<IntakeState, IntakeEvent, IntakeWho, IntakeGuard, IntakeEffect> = {
  begin: { from: ['new', 'awaitingPaper'], to: 'awaitingPaper', who: [['sys']], guards: [], effects: [] },
  receive: { from: ['awaitingPaper', 'checking'], to: 'checking', who: [['clerk']], guards: ['filedVersion', 'inTime'], effects: ['stamp', 'receipt'] },
  mend: { from: ['checking'], to: 'mending', who: [['clerk']], guards: ['named', 'reason', 'mendingLeft'], effects: ['planMends'] },
  resubmit: { from: ['mending'], to: 'same', who: [['zone']], guards: ['inTime'], effects: [] },
  receiveMended: {
    from: ['mending'],
    to: 'checking',
    who: [['clerk']],
    guards: ['filedVersion', 'confirmed', 'inTime'],
    effects: ['stamp', 'receipt', 'planBack'],
  },
  strike: { from: ['checking'], to: 'same', who: [['clerk', 'officer']], guards: ['twoPersons', 'reason', 'enoughProjects'], effects: ['projectEnds'] },
  admit: { from: ['checking'], to: 'admitted', who: [['clerk', 'officer']], guards: ['twoPersons', 'complete'], effects: ['planAdmitted'] },
  refuse: { from: ['checking', 'mending'], to: 'refused', who: [['clerk', 'officer']], guards: ['twoPersons', 'reason'], effects: ['planEnds'] },
  refuseLate: { from: ['awaitingPaper', 'mending'], to: 'refused', who: [['sys']], guards: ['pastDeadline'], effects: ['planEnds'] },
};

export interface IntakeFacts {
  readonly by: readonly IntakeWho[];
  /** Stamp of the paper, or instant at which a request had arrived in full, in milliseconds. */
  readonly arrivedAt: number;
  /** Paper deadline in force, or the mending's own, in milliseconds. */
  readonly deadline: number;
  /** The paper carries the code of the version in force. */
  readonly filedVersion?: boolean;
  /** The city stands by what was mended online, or nothing had to be mended there. */
  readonly confirmed?: boolean;
  /** The file was not sent back as often as the edition allows. */
  readonly mendingLeft?: boolean;
  /** At least one part, of the text or of the paper, is named. */
  readonly named?: boolean;
  /** Every item of the formal check is met or excused, and no copy is missing. */
  readonly complete?: boolean;
  /** As many projects as the call asks for would stay (R02). */
  readonly enoughProjects?: boolean;
  readonly reason?: string;
  /** How many different persons have signed. */
  readonly persons?: number;
}

const guards: Guards<IntakeGuard, IntakeFacts> = {
  inTime: (facts) => (facts.arrivedAt < facts.deadline ? undefined : 'tooLate'),
  pastDeadline: (facts) => (facts.arrivedAt >= facts.deadline ? undefined : 'wrongState'),
  filedVersion: (facts) => (facts.filedVersion === true ? undefined : 'notTheFiledVersion'),
  confirmed: (facts) => (facts.confirmed === true ? undefined : 'notConfirmed'),
  mendingLeft: (facts) => (facts.mendingLeft === true ? undefined : 'mendedOften'),
  named: (facts) => (facts.named === true ? undefined : 'badRequest'),
  complete: (facts) => (facts.complete === true ? undefined : 'itemsOpen'),
  enoughProjects: (facts) => (facts.enoughProjects === true ? undefined : 'tooFewProjects'),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
  twoPersons: (facts) => ((facts.persons ?? 0) >= 2 ? undefined : 'secondPerson'),
};

/** What this event does to an intake in this state, given the facts. */
export function decideIntake(state: IntakeState | 'new', event: IntakeEvent, facts: IntakeFacts): Decision<IntakeState, IntakeEffect> {
  return decideBy(intakeTable, guards, state, event, facts);
}
