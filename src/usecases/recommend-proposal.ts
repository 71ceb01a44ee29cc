import { now } from '#db/clock.ts';
import { listAuthorities } from '#db/organisation-search.ts';
import { findOrganisation } from '#db/organisations.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { findProposalVersion } from '#db/proposal-versions.ts';
import { answerRecommendation, findRecommendation, insertRecommendation, listLocalRequests } from '#db/recommendations.ts';
import { decideLocal } from '#domain/filing/lifecycle/local.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise, authoriseProposal } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { projectsLink, proposalLink, recommendationLink } from './links.ts';
import { saysOutside, summaryText } from './load-proposal.ts';
import { tellOrganisation } from './notify.ts';
import { proposalAt } from './proposal-places.ts';
import type { Session } from './session.ts';

/** The zone asks the authority where an outside applicant lies about the newest version (G3.5). */
export function askLocal(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  authorityId: string,
): Promise<{ id: string; authority: string; version: number }> {
  return command(
    deps,
    { session: asker, key, act: 'local.ask', says: { project: id, authority: authorityId } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'local.ask', await findProposalFacts(tx, id, 'update'));
      const authority = await findOrganisation(tx, authorityId);
      if (authority === undefined || authority.state !== 'active' || !['local', 'city'].includes(authority.kind)) throw new Refusal('notFound');
      const version = proposal.latest === null ? undefined : await findProposalVersion(tx, id, proposal.latest);
      const answers = version?.content.answers ?? {};
      const outside = saysOutside(await pinnedEdition(tx, proposal.editionDigest), answers);
      // One authority at a time, one opinion a version: what stands must have been declined or gone stale.
      const standing = await findRecommendation(tx, id);
      if (standing?.state === 'asked' || standing?.state === 'given') throw new Refusal('wrongState');
      const decision = decideLocal('new', 'ask', { by: ['zone'], outside, submitted: version !== undefined });
      if (!decision.done) throw new Refusal(decision.code, decision.code === 'badRequest' ? { at: ['location'] } : {});
      const n = version?.n ?? 0;
      const asked = await insertRecommendation(tx, { projectId: id, version: n, authorityId, askedAt: await now(tx), by: session.person });
      const company = proposal.owner ?? summaryText(answers, proposalAt.applicant);
      await tellOrganisation(tx, authorityId, { kind: 'local.asked', params: { zone: proposal.zone, company }, link: recommendationLink(id) });
      return {
        reply: { id: asked, authority: authority.name, version: n },
        subject: proposal.number,
        detail: { event: 'ask', version: n, authority: authority.name },
      };
    }),
  );
}

/** The authority recommends the version that it was asked about. */
export function giveLocal(deps: Deps, asker: Session | null, key: string, id: string, opinion: string): Promise<{ done: true }> {
  return answerLocal(deps, asker, key, id, 'give', opinion);
}

/** The authority does not, and says why. */
export function declineLocal(deps: Deps, asker: Session | null, key: string, id: string, reason: string): Promise<{ done: true }> {
  return answerLocal(deps, asker, key, id, 'decline', reason);
}

function answerLocal(deps: Deps, asker: Session | null, key: string, id: string, event: 'give' | 'decline', opinion: string): Promise<{ done: true }> {
  const act = `local.${event}` as const;
  return command(
    deps,
    { session: asker, key, act, says: { project: id, opinion } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, act, await findProposalFacts(tx, id, 'update'));
      const standing = await findRecommendation(tx, id);
      if (standing === undefined) throw new Refusal('notFound');
      const decision = decideLocal(standing.state, event, { by: ['local'], newest: standing.version === proposal.latest, text: opinion });
      if (!decision.done) throw new Refusal(decision.code);
      await answerRecommendation(tx, standing.id, { state: decision.to, event, opinion, at: await now(tx), by: session.person });
      const notice = {
        kind: event === 'give' ? ('local.given' as const) : ('local.declined' as const),
        params: { authority: session.organisationName, number: proposal.number },
      };
      await tellOrganisation(tx, proposal.zoneId, { ...notice, link: projectsLink(proposal.planId) });
      if (proposal.ownerId !== null) await tellOrganisation(tx, proposal.ownerId, { ...notice, link: proposalLink(id) });
      return { reply: { done: true }, subject: proposal.number, detail: { event, version: standing.version } };
    }),
  );
}

export async function readAuthorities(deps: Deps, asker: Session | null) {
  authorise(asker, 'local.authorities', { kind: 'plans' });
  return listAuthorities(deps.db);
}

/** What was asked of this authority. */
export async function readLocalRequests(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'local.list', { kind: 'plans' });
  const rows = await listLocalRequests(deps.db, session.organisation, proposalAt);
  return rows.map(({ id, projectId: project, number, zone, title, company, version, state, opinion: text, askedAt, answeredAt, newest, submitBy }) => ({
    id,
    project,
    number,
    zone,
    title: title ?? '',
    company: company ?? '',
    authority: session.organisationName,
    version,
    state,
    text,
    askedAt,
    answeredAt,
    newest,
    submitBy,
  }));
}
