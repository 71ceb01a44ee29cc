import type { PlanState } from '#domain/filing/lifecycle/plan.ts';

/** How a person stands to a subject (model §3). Closed: table.ts speaks of these and of nothing else. */
export const relations = [
  'public',
  'owner',
  'partner',
  'zone',
  'local',
  'city',
  'clerk',
  'officer',
  'secretary',
  'assigned',
  'visitor',
  'chair',
  'witness',
  'inspector',
  'holder',
  'payer',
  'auditor',
  'admin',
  'conflicted',
] as const;

export type Relation = (typeof relations)[number];

export type OrganisationKind = 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'expert' | 'auditor' | 'admin';

export interface Rights {
  /** May change drafts. */
  readonly write: boolean;
  /** May speak for the organisation: submit, recall. */
  readonly submit: boolean;
}

/** Who asks: a person in the membership that the session speaks for. `null` is anybody. */
export interface Actor {
  readonly person: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly rights: Rights;
  /** Companies: unified social credit code. */
  readonly creditCode?: string;
}

/** The facts of a plan that decide who stands how to it. */
export interface PlanSubject {
  readonly kind: 'plan';
  /** The zone's organisation. */
  readonly zone: string;
  /** The organisation of the zone's prefecture's bureau. */
  readonly city: string;
  readonly state: PlanState;
  /** At least one version was submitted. */
  readonly submitted: boolean;
  /** The city has recommended it, so that it is the province's to see. */
  readonly recommended: boolean;
  /** The call is finished: from then the auditor sees the rest. */
  readonly closed: boolean;
  /** Credit codes of its projects' applicants. */
  readonly applicants: readonly string[];
  /** Persons who must keep away from it (model: recusal). */
  readonly conflicted: readonly string[];
}

/** What is asked about: something open to all, the call (to begin a plan under it), the list of plans, or one plan. */
export type Subject = { readonly kind: 'open' } | { readonly kind: 'call' } | { readonly kind: 'plans' } | PlanSubject;

/** Relation that an organisation of this kind has to the call and to lists; the rows of a list are decided one by one. */
const relationOfKind: Readonly<Record<OrganisationKind, Relation>> = {
  province: 'officer',
  intake: 'clerk',
  city: 'city',
  zone: 'zone',
  local: 'local',
  company: 'owner',
  expert: 'assigned',
  auditor: 'auditor',
  admin: 'admin',
};

/** Every relation of the actor to the subject. A conflicted person has that one relation only: it overrides all others. */
export function relationsOf(actor: Actor | null, subject: Subject): readonly Relation[] {
  if (actor === null || subject.kind === 'open') return ['public'];
  if (subject.kind !== 'plan') return ['public', relationOfKind[actor.kind]];
  if (subject.conflicted.includes(actor.person)) return ['conflicted'];
  const own = planRelation(actor, subject);
  return own === undefined ? ['public'] : ['public', own];
}

function planRelation(actor: Actor, plan: PlanSubject): Relation | undefined {
  switch (actor.kind) {
    case 'zone':
      return actor.organisation === plan.zone ? 'zone' : undefined;
    case 'city':
      return actor.organisation === plan.city ? 'city' : undefined;
    case 'company':
      return actor.creditCode !== undefined && plan.applicants.includes(actor.creditCode) ? 'owner' : undefined;
    case 'province':
    case 'intake':
    case 'auditor':
    case 'admin':
      return relationOfKind[actor.kind];
    case 'local':
    case 'expert':
      return undefined;
  }
}
