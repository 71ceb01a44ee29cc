import type { OrganisationState } from '#domain/filing/lifecycle/organisation.ts';
import type { CallState } from '#domain/filing/lifecycle/call.ts';
import type { PlanState } from '#domain/filing/lifecycle/plan.ts';
import type { AnswerState } from '#domain/filing/lifecycle/answer.ts';
import type { ProposalState } from '#domain/filing/lifecycle/proposal.ts';
import type { SolicitationState } from '#domain/filing/lifecycle/solicitation.ts';

/** How a person stands to a subject (model §3). Closed: table.ts speaks of these and of nothing else. */
export const relations = [
  'public',
  /** Whoever is signed in, to what is theirs alone. */
  'self',
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
  /** To an organisation: its own people, and whoever activated it. */
  'member',
  'keeper',
  /** Administrator of accounts: their states, never content. */
  'security',
  'conflicted',
] as const;

export type Relation = (typeof relations)[number];

export type OrganisationKind = 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'institute' | 'expert' | 'auditor' | 'admin';

export interface Rights {
  /** May change drafts. */
  readonly write: boolean;
  /** May speak for the organisation: submit, recall. */
  readonly submit: boolean;
  /** May give people of the organisation, and of those it activated, their places. */
  readonly manage: boolean;
}

/** The three tasks of administrators; no person may hold two. */
export type AdminRole = 'system' | 'security' | 'audit';

/** Who asks: a person in the membership that the session speaks for. `null` is anybody. */
export interface Actor {
  readonly person: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly rights: Rights;
  /** Of an administrator. */
  readonly adminRole?: AdminRole | null;
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
  /** Persons who must keep away from it (model: recusal). */
  readonly conflicted: readonly string[];
}

/** The facts of a proposal that decide who stands how to it. */
export interface ProposalSubject {
  readonly kind: 'proposal';
  /** Organisation of the zone that gathers it. */
  readonly zone: string;
  /** The applicant's organisation; null where the zone itself fills it in. */
  readonly owner: string | null;
  /** Organisations of partners who were asked to write. */
  readonly partners: readonly string[];
  /** The authority where an applicant outside the zone lies, once it was asked. */
  readonly local: string | null;
  readonly state: ProposalState;
  /** At least one version was submitted to the zone. */
  readonly submitted: boolean;
  readonly conflicted: readonly string[];
}

/** The facts of a zone's solicitation that decide who stands how to it. */
export interface SolicitationSubject {
  readonly kind: 'solicitation';
  /** The zone's organisation. */
  readonly zone: string;
  readonly state: SolicitationState;
  /** Its terms are published: anybody may read them. */
  readonly published: boolean;
}

/** The facts of a company's answer to a solicitation that decide who stands how to it. */
export interface AnswerSubject {
  readonly kind: 'answer';
  readonly zone: string;
  /** The company's organisation; null while an invitation was not taken up. */
  readonly company: string | null;
  readonly state: AnswerState;
}

/** A task is known to whoever gave it and to whoever is to do it. */
export interface TaskSubject {
  readonly kind: 'task';
  readonly people: readonly string[];
}

/** The facts of an organisation that decide who stands how to it. */
export interface OrganisationSubject {
  readonly kind: 'organisation';
  readonly id: string;
  /** Who activated it; null for the province. */
  readonly keeper: string | null;
  readonly state: OrganisationState;
}

/** The facts of a call, as the province prepares and keeps it, that decide who stands how to it. */
export interface CallFileSubject {
  readonly kind: 'callFile';
  readonly state: CallState;
}

/** What is asked about: something open to all, the call (to begin a plan under it), the list of plans, one plan, or one proposal. */
export type Subject =
  | { readonly kind: 'open' }
  | { readonly kind: 'own' }
  | { readonly kind: 'call' }
  | { readonly kind: 'plans' }
  | { readonly kind: 'register' }
  /** The audit log; what stands in a file is the file's own subject. */
  | { readonly kind: 'log' }
  /** Database, queues, disk: never content. */
  | { readonly kind: 'machines' }
  | CallFileSubject
  | { readonly kind: 'organisations' }
  | OrganisationSubject
  | PlanSubject
  | ProposalSubject
  | SolicitationSubject
  | AnswerSubject
  | TaskSubject;

/** Relation that an organisation of this kind has to the call and to lists; the rows of a list are decided one by one. */
const relationOfKind: Readonly<Record<OrganisationKind, Relation>> = {
  province: 'officer',
  intake: 'clerk',
  city: 'city',
  zone: 'zone',
  local: 'local',
  company: 'owner',
  institute: 'partner',
  expert: 'assigned',
  auditor: 'auditor',
  admin: 'admin',
};

/** Every relation of the actor to the subject. A conflicted person has that one relation only: it overrides all others. */
export function relationsOf(actor: Actor | null, subject: Subject): readonly Relation[] {
  if (actor === null || subject.kind === 'open') return ['public'];
  if (subject.kind === 'log') return isAuditor(actor) ? ['public', 'auditor'] : ['public'];
  if (subject.kind === 'machines') return actor.adminRole === 'system' ? ['public', 'admin'] : ['public'];
  if (subject.kind === 'own') return ['public', 'self'];
  if (subject.kind === 'organisations' || subject.kind === 'organisation') return ['public', ...keepingRelations(actor, subject)];
  if (subject.kind === 'solicitation') return ['public', ...solicitationRelations(actor, subject)];
  if (subject.kind === 'task') return subject.people.includes(actor.person) ? ['public', 'self'] : ['public'];
  if (subject.kind === 'answer') return ['public', ...answerRelations(actor, subject)];
  if (subject.kind !== 'plan' && subject.kind !== 'proposal') return ['public', relationOfKind[actor.kind]];
  if (subject.conflicted.includes(actor.person)) return ['conflicted'];
  if (subject.kind === 'proposal') return ['public', ...proposalRelations(actor, subject)];
  const own = planRelation(actor, subject);
  return own === undefined ? ['public'] : ['public', own];
}

/** The auditor, and of the administrators the one who looks after the log. */
function isAuditor({ kind, adminRole }: Actor): boolean {
  return kind === 'auditor' || adminRole === 'audit';
}

function planRelation(actor: Actor, plan: PlanSubject): Relation | undefined {
  switch (actor.kind) {
    case 'zone':
      return actor.organisation === plan.zone ? 'zone' : undefined;
    case 'city':
      return actor.organisation === plan.city ? 'city' : undefined;
    case 'province':
    case 'intake':
    case 'auditor':
    case 'admin':
      return relationOfKind[actor.kind];
    case 'local':
    case 'company':
    case 'institute':
    case 'expert':
      return undefined;
  }
}

/** Every company may answer a solicitation: it is the owner of what it would offer. */
function solicitationRelations(actor: Actor, { zone }: SolicitationSubject): readonly Relation[] {
  if (actor.kind === 'company') return ['owner'];
  return actor.organisation === zone ? ['zone'] : [];
}

function answerRelations({ organisation }: Actor, { zone, company }: AnswerSubject): readonly Relation[] {
  if (organisation === zone) return ['zone'];
  return organisation === company ? ['owner'] : [];
}

/** A zone stands in for an applicant that has no organisation here. */
function proposalRelations(actor: Actor, { zone, owner, partners, local }: ProposalSubject): readonly Relation[] {
  const { organisation } = actor;
  const held: Relation[] = [];
  if (organisation === zone) held.push('zone');
  if (organisation === (owner ?? zone)) held.push('owner');
  if (partners.includes(organisation)) held.push('partner');
  if (organisation === local) held.push('local');
  return held;
}

/** Kinds of organisations that activate others (model §2). */
const keepers: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>(['province', 'city', 'zone', 'local']);

/** An administrator of accounts stands outside every chain: what they may do, they may do to all. */
function keepingRelations(actor: Actor, subject: { readonly kind: 'organisations' } | OrganisationSubject): readonly Relation[] {
  const held: Relation[] = actor.adminRole === 'security' ? ['security'] : [];
  if (subject.kind === 'organisations') return keepers.has(actor.kind) ? [...held, 'keeper'] : held;
  if (actor.organisation === subject.id) held.push('member');
  if (actor.organisation === subject.keeper) held.push('keeper');
  return held;
}
