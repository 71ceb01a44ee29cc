import type { PlanState } from '#domain/filing/lifecycle/plan.ts';
import type { Act } from './acts.ts';
import type { Relation, Rights } from './relations.ts';

/** Under what a relation may do an act. No condition: always. */
export interface Grant {
  /** How far the subject must have come for this relation to know of it at all. */
  readonly once?: 'submitted' | 'recommended' | 'closed';
  /** States of the plan in which the act exists for this relation. */
  readonly states?: readonly PlanState[];
  /** Right within the organisation that the person must hold. */
  readonly right?: keyof Rights;
}

export type Row = Readonly<Partial<Record<Relation, Grant>>>;

const anyone: Row = { public: {} };

/** Frozen versions: the filer's own, the city's once submitted, the province's once recommended, the auditor's once all is over. */
const filed: Row = {
  zone: {},
  city: { once: 'submitted' },
  clerk: { once: 'recommended' },
  officer: { once: 'recommended' },
  auditor: { once: 'closed' },
};

/** Act → relations that may. An act without a row does not compile; a relation that is not named may not. */
export const table: Readonly<Record<Act, Row>> = {
  'public.read': anyone,
  'session.open': anyone,
  'session.close': anyone,
  'session.read': anyone,
  'plan.list': { zone: {}, local: {}, city: {}, clerk: {}, officer: {}, owner: {}, assigned: {}, auditor: {} },
  'plan.create': { zone: { right: 'write' } },
  'plan.read': filed,
  'plan.edit': { zone: { right: 'write', states: ['drafting'] } },
  'plan.check': { zone: {} },
  'plan.draftPdf': { zone: {} },
  'plan.submit': { zone: { right: 'submit', states: ['drafting'] } },
  'plan.recall': { zone: { right: 'submit', states: ['atCity'] } },
  'project.add': { zone: { right: 'write', states: ['drafting'] } },
  'project.remove': { zone: { right: 'write', states: ['drafting'] } },
  'version.list': filed,
  'version.read': filed,
  'version.pdf': filed,
};

/** The act that shows a plan to somebody: who may not do this learns of no plan, whatever the act (model B7). */
export const seeing: Act = 'plan.read';

/** Which text of a plan a relation reads: its living blocks, or only what was last submitted. */
export const textSeen: Readonly<Partial<Record<Relation, 'live' | 'filed'>>> = {
  zone: 'live',
  city: 'filed',
  clerk: 'filed',
  officer: 'filed',
  auditor: 'filed',
};
