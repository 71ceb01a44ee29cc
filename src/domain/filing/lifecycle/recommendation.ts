import { readDocumentNumber } from '#domain/values/document-number.ts';
import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const recommendationStates = ['active', 'withdrawn'] as const;
export type RecommendationState = (typeof recommendationStates)[number];

export type RecommendationEvent = 'recommend' | 'withdraw' | 'confirm';
export type RecommendationWho = 'city';
export type RecommendationGuard =
  | 'inTime'
  | 'slot'
  | 'passed'
  | 'opinionsSigned'
  | 'noOpenProblems'
  | 'signedOff'
  | 'letterNumber'
  | 'onlyNamedParts'
  | 'noPaperYet'
  | 'reason';
export type RecommendationEffect = 'issueLetter' | 'planToProvince' | 'beginIntake' | 'freeSlot' | 'planToCity';

/** The recommendation of a city's one zone (G3.2, R03, R08, R43; model §2). Each act is judged by the deadline of its own. */
export const recommendationTable: Table<RecommendationState, RecommendationEvent, RecommendationWho, RecommendationGuard, RecommendationEffect> = {
  recommend: {
    from: ['new'],
    to: 'active',
    who: [['city']],
    guards: ['inTime', 'passed', 'opinionsSigned', 'noOpenProblems', 'signedOff', 'letterNumber', 'slot'],
    effects: ['issueLetter', 'planToProvince', 'beginIntake'],
  },
  withdraw: { from: ['active'], to: 'withdrawn', who: [['city']], guards: ['reason', 'inTime', 'noPaperYet'], effects: ['freeSlot', 'planToCity'] },
  confirm: { from: ['active'], to: 'same', who: [['city']], guards: ['inTime', 'onlyNamedParts', 'noOpenProblems'], effects: ['planToProvince'] },
};

export interface RecommendationFacts {
  readonly by: readonly RecommendationWho[];
  /** Instant at which the request had arrived in full, in milliseconds. */
  readonly arrivedAt: number;
  /** Deadline in force: of recommending, or of a mending its own, in milliseconds. */
  readonly deadline: number;
  /** A slot of the city is free, or held by this one. */
  readonly slot?: boolean;
  readonly passed?: boolean;
  readonly opinionsSigned?: boolean;
  readonly openProblems?: number;
  /** As many different persons as the edition asks for have had a hand in it, who acts now included. */
  readonly signedOff?: boolean;
  readonly documentNumber?: string;
  /** A mended version differs from the recommended one in the named parts only. */
  readonly onlyNamedParts?: boolean;
  /** The intake centre has stamped paper of it: from then it is no longer the city's to take back. */
  readonly paperReceived?: boolean;
  readonly reason?: string;
}

const guards: Guards<RecommendationGuard, RecommendationFacts> = {
  inTime: (facts) => (facts.arrivedAt < facts.deadline ? undefined : 'tooLate'),
  slot: (facts) => (facts.slot === true ? undefined : 'slotTaken'),
  passed: (facts) => (facts.passed === true ? undefined : 'notChecked'),
  opinionsSigned: (facts) => (facts.opinionsSigned === true ? undefined : 'opinionsMissing'),
  noOpenProblems: (facts) => ((facts.openProblems ?? 0) === 0 ? undefined : 'problemsOpen'),
  signedOff: (facts) => (facts.signedOff === true ? undefined : 'secondPerson'),
  letterNumber: (facts) => (readDocumentNumber(facts.documentNumber ?? '') === undefined ? 'badDocumentNumber' : undefined),
  onlyNamedParts: (facts) => (facts.onlyNamedParts === true ? undefined : 'partsNotNamed'),
  noPaperYet: (facts) => (facts.paperReceived === true ? 'wrongState' : undefined),
  reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined),
};

/** What this event does to a recommendation in this state, given the facts. */
export function decideRecommendation(
  state: RecommendationState | 'new',
  event: RecommendationEvent,
  facts: RecommendationFacts,
): Decision<RecommendationState, RecommendationEffect> {
  return decideBy(recommendationTable, guards, state, event, facts);
}
