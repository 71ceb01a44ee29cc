import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { setProjectRemoved, setProposalState } from '#db/projects.ts';
import type { ProposalFacts } from '#db/proposal-facts.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { insertReview } from '#db/proposal-versions.ts';
import { decideProject } from '#domain/filing/lifecycle/project.ts';
import type { ProposalEvent, ProposalWho } from '#domain/filing/lifecycle/proposal.ts';
import { decideProposal } from '#domain/filing/lifecycle/proposal.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authoriseProposal } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { projectsLink, proposalLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

type Done = { done: true };

/** The owner takes a submitted proposal back while the zone has not taken it. */
export function recallProposal(deps: Deps, asker: Session | null, key: string, id: string): Promise<Done> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.recall', says: { project: id } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'proposal.recall', await findProposalFacts(tx, id, 'update'));
      const version = await move(tx, proposal, session, 'recall', 'owner');
      return { reply: { done: true }, subject: proposal.number, detail: { event: 'recall', version } };
    }),
  );
}

/** The zone returns a proposal to be mended; `fields` are pointers within it that are to be looked at. */
export function returnProposal(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  { reason, fields = [] }: { readonly reason: string; readonly fields?: readonly string[] | undefined },
): Promise<Done> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.return', says: { project: id, reason, fields } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'proposal.return', await findProposalFacts(tx, id, 'update'));
      if (fields.some((field) => (parsePointer(field) ?? []).length === 0)) throw new Refusal('badRequest', { at: ['fields'] });
      const version = await move(tx, proposal, session, 'return', 'zone', reason, fields);
      await tellOwner(tx, proposal, session, 'proposal.returned');
      return { reply: { done: true }, subject: proposal.number, detail: { event: 'return', version, reason } };
    }),
  );
}

/** The zone takes a submitted proposal into its plan. */
export function takeProposal(deps: Deps, asker: Session | null, key: string, id: string): Promise<Done> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.take', says: { project: id } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'proposal.take', await findProposalFacts(tx, id, 'update'));
      const version = await move(tx, proposal, session, 'take', 'zone');
      await tellOwner(tx, proposal, session, 'proposal.taken');
      return { reply: { done: true }, subject: proposal.number, detail: { event: 'take', version } };
    }),
  );
}

/** The zone takes an owned project out of its plan and says why; what was written stays, so that it can be restored. */
export function removeProposal(deps: Deps, asker: Session | null, key: string, id: string, reason: string): Promise<Done> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.remove', says: { project: id, reason } },
    atOnce(async (tx) => {
      const seen = await findProposalFacts(tx, id);
      if (seen !== undefined) await findPlanFacts(tx, seen.planId, 'update');
      const { proposal, session } = authoriseProposal(asker, 'proposal.remove', await findProposalFacts(tx, id, 'update'));
      const decision = decideProject('gathered', 'remove', { by: ['zone'], planDrafting: proposal.planState === 'drafting', room: true });
      if (!decision.done) throw new Refusal(decision.code);
      await setProjectRemoved(tx, id, await now(tx));
      if (proposal.ownerId !== null) {
        const params = { zone: proposal.zone, number: proposal.number, reason };
        await tellOrganisation(tx, proposal.ownerId, { kind: 'proposal.removed', params, link: '/workbench' }, { not: session.person });
      }
      return { reply: { done: true }, subject: proposal.planNumber, detail: { event: 'remove', project: proposal.number, reason } };
    }),
  );
}

/** Carries out an event on the newest version and keeps it; answers with that version. */
async function move(
  tx: Tx,
  proposal: ProposalFacts,
  session: Session,
  event: Extract<ProposalEvent, 'recall' | 'return' | 'take'>,
  who: ProposalWho,
  reason?: string,
  fields: readonly string[] = [],
): Promise<number> {
  const decision = decideProposal(proposal.state, event, { by: [who], ...(reason === undefined ? {} : { reason }) });
  if (!decision.done) throw new Refusal(decision.code);
  if (proposal.latest === null) throw new Error('a submitted proposal has no version');
  await setProposalState(tx, proposal.id, decision.to);
  await insertReview(tx, { projectId: proposal.id, version: proposal.latest, event, reason: reason ?? null, fields, byPerson: session.person });
  return proposal.latest;
}

async function tellOwner(tx: Tx, proposal: ProposalFacts, session: Session, kind: 'proposal.returned' | 'proposal.taken'): Promise<void> {
  const { ownerId, zone, zoneId, number } = proposal;
  const link = ownerId === null ? projectsLink(proposal.planId) : proposalLink(proposal.id);
  await tellOrganisation(tx, ownerId ?? zoneId, { kind, params: { zone, number }, link }, { not: session.person });
}
