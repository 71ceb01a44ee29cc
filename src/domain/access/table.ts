import type { OrganisationState } from '#domain/filing/lifecycle/organisation.ts';
import type { CallState } from '#domain/filing/lifecycle/call.ts';
import type { PlanState } from '#domain/filing/lifecycle/plan.ts';
import type { AnswerState } from '#domain/filing/lifecycle/answer.ts';
import type { ProposalState } from '#domain/filing/lifecycle/proposal.ts';
import type { SolicitationState } from '#domain/filing/lifecycle/solicitation.ts';
import type { Act } from './acts.ts';
import type { Relation, Rights, Subject } from './relations.ts';

/** Under what a relation may do an act. No condition: always. */
export interface Grant {
  /** How far the subject must have come for this relation to know of it at all. */
  readonly once?: 'submitted' | 'recommended' | 'closed' | 'published';
  /** States of the subject in which the act exists for this relation. */
  readonly states?: readonly (CallState | OrganisationState | PlanState | ProposalState | SolicitationState | AnswerState)[];
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

/** Done to people by who manages their organisation, or the one that activated it; an administrator of accounts joins in for their states. */
const managed: Row = { member: { right: 'manage' }, keeper: { right: 'manage' } };
const guarded: Row = { ...managed, security: {} };

/** Whoever works on the living text, and nobody who only reads what was filed. */
const working: Row = { zone: {}, owner: {}, partner: {} };

/** Act → relations that may. An act without a row does not compile; a relation that is not named may not. */
export const table: Readonly<Record<Act, Row>> = {
  'public.read': anyone,
  'session.open': anyone,
  'session.close': anyone,
  'session.read': anyone,
  'account.read': { self: {} },
  'account.password': { self: {} },
  'account.sessions': { self: {} },
  'account.secondFactor': { self: {} },
  'organisation.list': { keeper: {}, security: {} },
  'organisation.request': anyone,
  'organisation.add': { keeper: { right: 'manage' } },
  'organisation.read': { member: {}, keeper: {}, security: {} },
  'organisation.activate': { keeper: { right: 'manage', states: ['requested'] } },
  'organisation.suspend': { keeper: { right: 'manage', states: ['active'] }, security: { states: ['active'] } },
  'organisation.resume': { keeper: { right: 'manage', states: ['suspended'] }, security: { states: ['suspended'] } },
  'organisation.close': { keeper: { right: 'manage', states: ['requested', 'active', 'suspended'] } },
  'organisation.rename': { keeper: { right: 'manage', states: ['active', 'suspended'] } },
  'organisation.merge': { keeper: { right: 'manage', states: ['active', 'suspended'] } },
  'person.add': { member: { right: 'manage', states: ['active'] }, keeper: { right: 'manage', states: ['active'] } },
  'person.rights': managed,
  'person.suspend': guarded,
  'person.resume': guarded,
  'person.unlock': guarded,
  'person.resetPassword': managed,
  'person.handOver': managed,
  'call.list': { officer: {} },
  'call.open': { officer: { right: 'write' } },
  'call.read': { officer: {} },
  'call.edit': { officer: { right: 'write', states: ['draft'] } },
  'call.attach': { officer: { right: 'write', states: ['draft', 'published'] } },
  'call.sign': { officer: { right: 'submit', states: ['draft'] } },
  'call.publish': { officer: { right: 'submit', states: ['draft'] } },
  'call.extend': { officer: { right: 'submit', states: ['published'] } },
  'call.supplement': { officer: { right: 'submit', states: ['published'] } },
  'call.cancel': { officer: { right: 'submit', states: ['draft', 'published'] } },
  'call.finish': { officer: { right: 'submit', states: ['published'] } },
  'call.second': { officer: { right: 'submit', states: ['draft', 'published'] } },
  'call.signers': { officer: { right: 'manage' } },
  'call.ask': { self: {} },
  'call.answer': { officer: { right: 'write', states: ['published', 'finished'] } },
  'register.read': { officer: {} },
  'register.edit': { officer: { right: 'write' } },
  'register.import': { officer: { right: 'write' } },
  'plan.list': { zone: {}, local: {}, city: {}, clerk: {}, officer: {}, owner: {}, partner: {}, assigned: {}, auditor: {} },
  'plan.create': { zone: { right: 'write' } },
  'plan.read': filed,
  'plan.edit': { zone: { right: 'write', states: ['drafting', 'mending'] } },
  'plan.check': { zone: {} },
  'plan.draftPdf': { zone: {} },
  'plan.submit': { zone: { right: 'submit', states: ['drafting', 'mending'] } },
  'plan.recall': { zone: { right: 'submit', states: ['atCity'] } },
  'mending.read': filed,
  'recommendation.confirm': { city: { right: 'submit', once: 'submitted', states: ['mending'] } },
  'plan.return': { city: { right: 'submit', once: 'submitted', states: ['atCity'] } },
  'plan.decline': { city: { right: 'submit', once: 'submitted', states: ['atCity'] } },
  'city.list': { city: {} },
  'city.read': { city: { once: 'submitted' } },
  'city.note': { city: { right: 'write', once: 'submitted', states: ['atCity'] } },
  'city.sign': { city: { right: 'submit', once: 'submitted', states: ['atCity'] } },
  'city.pass': { city: { right: 'write', once: 'submitted', states: ['atCity'] } },
  'city.reopen': { city: { right: 'write', once: 'submitted', states: ['atCity'] } },
  'recommendation.preview': { city: { once: 'submitted', states: ['atCity'] } },
  'recommendation.recommend': { city: { right: 'submit', once: 'submitted', states: ['atCity'] } },
  'recommendation.withdraw': { city: { right: 'submit', once: 'submitted', states: ['atProvince'] } },
  'recommendation.letter': filed,
  'plan.marks': filed,
  'plan.supplements': { zone: {} },
  'plan.acknowledge': { zone: { right: 'write' } },
  'project.add': { zone: { right: 'write', states: ['drafting'] } },
  'project.remove': { zone: { right: 'write', states: ['drafting'] } },
  'proposal.read': { zone: {}, owner: {}, partner: {}, local: { once: 'submitted' } },
  'proposal.list': { zone: {}, owner: {}, partner: {}, local: {}, city: {} },
  'proposal.edit': { owner: { right: 'write', states: ['drafting'] }, partner: { right: 'write', states: ['drafting'] } },
  'proposal.check': { zone: {}, owner: {}, partner: {} },
  'proposal.submit': { owner: { right: 'submit', states: ['drafting'] } },
  'proposal.recall': { owner: { right: 'submit', states: ['atZone'] } },
  'proposal.return': { zone: { right: 'submit', states: ['atZone', 'taken'] } },
  'proposal.take': { zone: { right: 'submit', states: ['atZone'] } },
  'proposal.remove': { zone: { right: 'submit', states: ['drafting', 'atZone', 'taken'] } },
  'proposal.invite': { owner: { right: 'write', states: ['drafting'] } },
  'proposal.confirm': { partner: { right: 'submit', states: ['drafting'] } },
  'proposal.pdf': { zone: {}, owner: {}, partner: {}, local: { once: 'submitted' } },
  'proposal.versions': { zone: {}, owner: {}, partner: {}, local: { once: 'submitted' } },
  'local.ask': { zone: { right: 'submit', states: ['atZone', 'taken'] } },
  'local.give': { local: { right: 'submit', once: 'submitted' } },
  'local.decline': { local: { right: 'submit', once: 'submitted' } },
  'local.authorities': { zone: {} },
  'local.list': { local: {}, city: {} },
  'solicitation.list': anyone,
  'solicitation.read': { public: { once: 'published' }, zone: {} },
  'solicitation.draft': { zone: { right: 'write' } },
  'solicitation.edit': { zone: { right: 'write', states: ['draft'] } },
  'solicitation.publish': { zone: { right: 'submit', states: ['draft'] } },
  'solicitation.close': { zone: { right: 'submit', states: ['published'] } },
  'solicitation.invite': { zone: { right: 'write', states: ['published'] } },
  'solicitation.offer': { owner: { right: 'submit', states: ['published'] } },
  'answer.list': { zone: {}, owner: {} },
  'answer.read': { zone: {}, owner: {} },
  'answer.take': { owner: { right: 'submit' } },
  'answer.accept': { zone: { right: 'submit', states: ['offered'] } },
  'answer.decline': { zone: { right: 'submit', states: ['offered'] } },
  'answer.withdraw': { owner: { right: 'submit', states: ['invited', 'offered', 'accepted'] } },
  'rows.read': { zone: {} },
  'rows.collect': { zone: { right: 'write', states: ['drafting'] } },
  // Whoever has the link: it is about one row, and names nobody.
  'rows.answer': anyone,
  'sheet.convert': { self: {} },
  'talk.read': working,
  'talk.write': working,
  'talk.present': working,
  'history.read': working,
  'task.list': { self: {} },
  'task.give': working,
  'task.change': { self: {} },
  'message.read': { self: {} },
  'message.choose': { self: {} },
  'plan.remind': { zone: { right: 'write', states: ['drafting'] } },
  'version.list': filed,
  'version.read': filed,
  'version.pdf': filed,
  'version.package': filed,
  'papers.read': filed,
  'scan.edit': { zone: { right: 'write', states: ['atProvince', 'mending'] } },
  'receipt.read': filed,
  'file.read': { ...filed, owner: {}, partner: {}, local: { once: 'submitted' } },
  'secret.look': { keeper: {} },
  'audit.search': { auditor: {} },
  'audit.export': { auditor: {} },
  'audit.verify': { auditor: {} },
  'audit.file': { auditor: {} },
  'case.read': { auditor: { once: 'closed' } },
  'case.export': { auditor: { once: 'closed' } },
  'system.read': { admin: {} },
  'security.read': { security: {} },
  'desk.read': { clerk: {} },
  'desk.look': { clerk: {} },
  'desk.refuse': { clerk: { right: 'write' } },
  'desk.register': { clerk: {}, officer: {} },
  'desk.paper': { clerk: {}, officer: {} },
  'intake.list': { clerk: {}, officer: {} },
  'intake.read': { clerk: { once: 'recommended' }, officer: { once: 'recommended' } },
  'intake.receive': { clerk: { once: 'recommended', right: 'write', states: ['atProvince', 'mending'] } },
  'intake.look': { clerk: { once: 'recommended', right: 'write', states: ['atProvince'] } },
  'intake.mend': { clerk: { once: 'recommended', right: 'write', states: ['atProvince'] } },
  'intake.propose': { clerk: { once: 'recommended', right: 'write', states: ['atProvince', 'mending'] } },
  'intake.decide': { officer: { once: 'recommended', right: 'submit', states: ['atProvince', 'mending'] } },
  'intake.paper': { zone: {}, city: { once: 'submitted' }, clerk: { once: 'recommended' }, officer: { once: 'recommended' } },
};

/** The act that shows a thing to somebody: who may not do this does not learn that it exists, whatever the act (model B7). */
export const seeing: Readonly<Partial<Record<Subject['kind'], Act>>> = {
  task: 'task.change',
  organisation: 'organisation.read',
  plan: 'plan.read',
  proposal: 'proposal.read',
  solicitation: 'solicitation.read',
  answer: 'answer.read',
};

/** Which text of a plan or proposal a relation reads: its living blocks, or only what was last submitted. */
export const textSeen: Readonly<Partial<Record<Relation, 'live' | 'filed'>>> = {
  zone: 'live',
  owner: 'live',
  partner: 'live',
  local: 'filed',
  city: 'filed',
  clerk: 'filed',
  officer: 'filed',
  auditor: 'filed',
};
