import { randomBytes } from 'node:crypto';
import { changeAnswer, findInvitation, findLiveAnswer, insertAnswer } from '#db/answers.ts';
import { now } from '#db/clock.ts';
import { findActiveOrganisation } from '#db/organisation-search.ts';
import { findOrganisation } from '#db/organisations.ts';
import { findSolicitation } from '#db/solicitations.ts';
import { decideAnswer } from '#domain/filing/lifecycle/answer.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { solicitationLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';
import { authoriseSolicitation, shownSolicitation } from './solicitations.ts';

/**
 * Invites a company to answer: one with an account here is told, for another a link is made that works once. The link lets a company's
 * account take the invitation up and nothing else; the zone can read it again until then, to send it again.
 */
export function inviteCompany(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  { company, code }: { readonly company: string; readonly code?: string | undefined },
): Promise<{ id: string; token: string | null }> {
  return command(
    deps,
    { session: asker, key, act: 'solicitation.invite', says: { solicitation: id, company, code: code ?? null } },
    atOnce(async (tx) => {
      const { solicitation, session } = authoriseSolicitation(asker, 'solicitation.invite', await findSolicitation(tx, id, 'update'));
      const decision = decideAnswer('new', 'invite', { by: ['zone'], open: solicitation.state === 'published' });
      if (!decision.done) throw new Refusal(decision.code);
      const known = await findActiveOrganisation(tx, ['company'], code === undefined || code === '' ? company : code);
      if (known !== undefined && (await findLiveAnswer(tx, id, known.id)) !== undefined) throw new Refusal('wrongState');
      const token = known === undefined ? randomBytes(18).toString('base64url') : null;
      const companyName = known?.name ?? company;
      const answer = await insertAnswer(tx, {
        solicitationId: id,
        companyId: known?.id ?? null,
        companyName,
        companyCode: known?.uscc ?? (code === '' ? null : (code ?? null)),
        state: 'invited',
        token,
      });
      await changeAnswer(tx, answer, { invitedAt: await now(tx) }, { event: 'invite', content: { company: companyName }, by: session.person });
      if (known !== undefined) {
        await tellOrganisation(tx, known.id, { kind: 'answer.invited', params: { zone: solicitation.zone }, link: solicitationLink(id) });
      }
      return { reply: { id: answer, token }, subject: solicitation.number ?? '', detail: { event: 'invite', answer, company: companyName } };
    }),
  );
}

/** What an invitation link is about, for whoever holds it. */
export async function readInvitation(deps: Deps, token: string) {
  const answer = await findInvitation(deps.db, token);
  const solicitation = answer && (await findSolicitation(deps.db, answer.solicitationId));
  if (answer === undefined || solicitation === undefined) throw new Refusal('notFound');
  return { company: answer.companyName, solicitation: shownSolicitation(solicitation, null) };
}

/** A company's person takes the invitation up for their organisation; the link is then used. */
export function takeInvitation(deps: Deps, asker: Session | null, key: string, token: string): Promise<{ answer: string; solicitation: string }> {
  return command(
    deps,
    { session: asker, key, act: 'answer.take', says: { token } },
    atOnce(async (tx) => {
      const session = authorise(asker, 'answer.take', { kind: 'plans' });
      // The solicitation first, as every command does: a company that takes up two invitations at once has one answer.
      const seen = await findInvitation(tx, token);
      if (seen !== undefined) await findSolicitation(tx, seen.solicitationId, 'update');
      const answer = await findInvitation(tx, token, 'update');
      if (answer === undefined) throw new Refusal('notFound');
      const { id, solicitationId: solicitation } = answer;
      if ((await findLiveAnswer(tx, solicitation, session.organisation)) !== undefined) throw new Refusal('wrongState');
      const company = await findOrganisation(tx, session.organisation);
      if (company === undefined) throw new Refusal('notFound');
      const set = { companyId: company.id, companyName: company.name, companyCode: company.uscc, token: null };
      await changeAnswer(tx, id, set, { event: 'take', content: { invited: answer.companyName, company: company.name }, by: session.person });
      return { reply: { answer: id, solicitation }, subject: answer.solicitationNumber ?? '', detail: { event: 'take', answer: id, company: company.name } };
    }),
  );
}
