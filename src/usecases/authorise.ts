import type { PlanFacts } from '#db/plan-facts.ts';
import type { ProposalFacts } from '#db/proposal-facts.ts';
import type { Act } from '#domain/access/acts.ts';
import { judge } from '#domain/access/may.ts';
import type { PlanSubject, ProposalSubject, Subject } from '#domain/access/relations.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Session } from './session.ts';

const provinces = new Set(['atProvince', 'mending', 'admitted', 'supported']);

/** What the access table judges a plan by. */
export function subjectOf(plan: PlanFacts): PlanSubject {
  return {
    kind: 'plan',
    zone: plan.zoneId,
    city: plan.cityId,
    state: plan.state,
    submitted: plan.latest !== null,
    recommended: provinces.has(plan.state) || plan.refusedAtIntake,
    closed: plan.callState === 'finished',
    conflicted: [],
  };
}

/** What the access table judges a proposal by. */
export function proposalSubjectOf(proposal: ProposalFacts): ProposalSubject {
  const { zoneId: zone, ownerId: owner, partners, localId: local, state, latest } = proposal;
  return { kind: 'proposal', zone, owner, partners, local, state, submitted: latest !== null, conflicted: [] };
}

/** Refuses what the access table does not allow; answers with who asks. */
export function authorise(session: Session | null, act: Act, subject: Subject): Session {
  const answer = judge(session, act, subject);
  if (answer === 'yes' && session !== null) return session;
  throw new Refusal(refusalOf(answer, act));
}

/** The same for a plan that may not exist: hidden and absent answer alike. */
export function authorisePlan(session: Session | null, act: Act, plan: PlanFacts | undefined): { readonly session: Session; readonly plan: PlanFacts } {
  if (plan === undefined) throw new Refusal(session === null ? 'notSignedIn' : 'notFound');
  return { session: authorise(session, act, subjectOf(plan)), plan };
}

/** The same for a proposal. */
export function authoriseProposal(
  session: Session | null,
  act: Act,
  proposal: ProposalFacts | undefined,
): { readonly session: Session; readonly proposal: ProposalFacts } {
  if (proposal === undefined) throw new Refusal(session === null ? 'notSignedIn' : 'notFound');
  return { session: authorise(session, act, proposalSubjectOf(proposal)), proposal };
}

function refusalOf(answer: ReturnType<typeof judge>, act: Act): RefusalCode {
  switch (answer) {
    case 'yes':
    case 'signIn':
      return 'notSignedIn';
    case 'hidden':
      return 'notFound';
    case 'no':
      return 'notAllowed';
    case 'wrongState':
      return act.endsWith('.edit') || act.startsWith('project.') ? 'notEditable' : 'wrongState';
  }
}
