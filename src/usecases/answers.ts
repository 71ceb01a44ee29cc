import type { AnswerRow, Elsewhere } from '#db/answers.ts';
import { changeAnswer, findAnswer, findLiveAnswer, insertAnswer, listAnswers as stored, listClaimsOf } from '#db/answers.ts';
import { findOrganisation } from '#db/organisations.ts';
import { findSolicitation } from '#db/solicitations.ts';
import type { Act } from '#domain/access/acts.ts';
import { may } from '#domain/access/may.ts';
import type { AnswerSubject } from '#domain/access/relations.ts';
import { decideAnswer } from '#domain/filing/lifecycle/answer.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { answersLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import { proposalAt } from './proposal-places.ts';
import type { Session } from './session.ts';
import { authoriseSolicitation } from './solicitations.ts';

/** What can be done to an answer. */
const decisions = ['answer.accept', 'answer.decline', 'answer.withdraw'] as const satisfies readonly Act[];

/** What the access table judges an answer by. */
function answerSubjectOf({ zoneId: zone, companyId: company, state }: AnswerRow): AnswerSubject {
  return { kind: 'answer', zone, company, state };
}

/** Hidden and absent answer alike. */
export function authoriseAnswer(asker: Session | null, act: Act, answer: AnswerRow | undefined): { readonly session: Session; readonly answer: AnswerRow } {
  if (answer === undefined) throw new Refusal(asker === null ? 'notSignedIn' : 'notFound');
  return { session: authorise(asker, act, answerSubjectOf(answer)), answer };
}

/** Answers to the zone's solicitations, or the company's own. */
export async function listAnswers(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'answer.list', { kind: 'plans' });
  const rows = await stored(deps.db, session.kind === 'zone' ? { zoneId: session.organisation } : { companyId: session.organisation });
  return present(
    deps,
    session,
    rows.filter((row) => may(session, 'answer.read', answerSubjectOf(row))),
  );
}

export async function readAnswer(deps: Deps, asker: Session | null, id: string) {
  const { answer, session } = authoriseAnswer(asker, 'answer.read', await findAnswer(deps.db, id));
  const [shown] = await present(deps, session, [answer]);
  if (shown === undefined) throw new Error('an answer was lost on the way');
  return shown;
}

async function present(deps: Deps, session: Session, rows: readonly AnswerRow[]) {
  const companies = [...new Set(rows.flatMap((row) => row.companyId ?? []))];
  const claims = await listClaimsOf(deps.db, [...new Set(rows.map((row) => row.callId))], companies, proposalAt);
  return rows.map((row) => shownAnswer(row, session, claims));
}

/** Other zones' claims are told while this answer makes one itself. */
function shownAnswer(row: AnswerRow, session: Session, claims: readonly Elsewhere[]) {
  const { id, zone, state, title, summary, asked, inside, reason, invitedAt, offeredAt, decidedAt, projectId, projectNumber } = row;
  const claiming = state === 'offered' || state === 'accepted';
  const elsewhere = claims.filter((claim) => claiming && claim.companyId === row.companyId && claim.zoneId !== row.zoneId);
  return {
    id,
    solicitation: { id: row.solicitationId, number: row.solicitationNumber ?? '', title: row.solicitationTitle },
    zone,
    company: row.companyName,
    companyCode: row.companyCode,
    hasAccount: row.companyId !== null,
    state,
    title,
    summary,
    asked,
    inside,
    reason,
    invitedAt,
    offeredAt,
    decidedAt,
    project: projectId === null || projectNumber === null ? null : { id: projectId, number: projectNumber },
    token: session.organisation === row.zoneId ? row.token : null,
    elsewhere: elsewhere.map((claim) => ({ zone: claim.zone, kind: claim.kind, title: claim.title, state: claim.state, number: claim.number })),
    may: decisions.filter((act) => may(session, act, answerSubjectOf(row))),
  };
}

export interface Offer {
  readonly title: string;
  readonly summary: string;
  /** Asked of the province, in fen. */
  readonly asked: number;
  readonly inside: boolean;
}

/** Answers a solicitation with a project; an invitation of this company becomes the offer. */
export function makeOffer(deps: Deps, asker: Session | null, key: string, id: string, offer: Offer, elapsed: () => number): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'solicitation.offer', says: { solicitation: id, ...offer } },
    atOnce(async (tx) => {
      const { solicitation, session } = authoriseSolicitation(asker, 'solicitation.offer', await findSolicitation(tx, id, 'update'));
      const standing = await findLiveAnswer(tx, id, session.organisation);
      const answer = standing && (await findAnswer(tx, standing.id, 'update'));
      const arrivedAt = await arrivalOf(tx, elapsed);
      const judged = {
        by: ['owner'],
        open: solicitation.state === 'published',
        arrivedAt: Date.parse(arrivedAt),
        until: Date.parse(solicitation.terms.until ?? ''),
      } as const;
      const decision = decideAnswer(answer?.state ?? 'new', 'offer', judged);
      if (!decision.done) throw new Refusal(decision.code, decision.code === 'tooLate' ? { until: solicitation.terms.until } : {});
      const company = await findOrganisation(tx, session.organisation);
      if (company === undefined) throw new Refusal('notFound');
      const { name: companyName, uscc: companyCode } = company;
      const made =
        answer?.id ?? (await insertAnswer(tx, { solicitationId: id, companyId: company.id, companyName, companyCode, state: 'offered', token: null }));
      await changeAnswer(tx, made, { ...offer, state: decision.to, offeredAt: arrivedAt }, { event: 'offer', content: { ...offer }, by: session.person });
      const params = { company: companyName, project: offer.title };
      await tellOrganisation(tx, solicitation.zoneId, { kind: 'answer.offered', params, link: answersLink });
      return { reply: { id: made }, subject: solicitation.number ?? '', detail: { event: 'offer', answer: made, company: companyName } };
    }),
  );
}
