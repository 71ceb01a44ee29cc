import { now } from '#db/clock.ts';
import { findActiveOrganisation } from '#db/organisation-search.ts';
import { confirmPartner as confirm, deletePartner, insertPartner } from '#db/partners.ts';
import { isId } from '#db/ids.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authoriseProposal } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { proposalLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/** Lets another organisation write the parts of partners; `named` is its credit code, or its name as registered here. */
export function invitePartner(deps: Deps, asker: Session | null, key: string, id: string, named: string): Promise<{ organisation: string; name: string }> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.invite', says: { project: id, organisation: named } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'proposal.invite', await findProposalFacts(tx, id, 'update'));
      const found = await findActiveOrganisation(tx, ['company', 'institute'], named);
      if (found === undefined) throw new Refusal('notFound');
      if (found.id === proposal.ownerId) throw new Refusal('badRequest', { at: ['organisation'] });
      const isNew = await insertPartner(tx, id, found.id);
      const params = { company: session.organisationName, number: proposal.number };
      if (isNew) await tellOrganisation(tx, found.id, { kind: 'partner.invited', params, link: proposalLink(id) });
      return {
        reply: { organisation: found.id, name: found.name },
        subject: proposal.number,
        detail: isNew ? { event: 'invitePartner', partner: found.name } : { existed: true },
      };
    }),
  );
}

/** Takes the right to write back; what the partner wrote stays. */
export function removePartner(deps: Deps, asker: Session | null, key: string, id: string, organisation: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.invite', says: { project: id, remove: organisation } },
    atOnce(async (tx) => {
      const { proposal } = authoriseProposal(asker, 'proposal.invite', await findProposalFacts(tx, id, 'update'));
      if (!isId(organisation) || !(await deletePartner(tx, id, organisation))) throw new Refusal('notFound');
      return { reply: { done: true }, subject: proposal.number, detail: { event: 'removePartner', partner: organisation } };
    }),
  );
}

/** A partner confirms its part as it stands now. */
export function confirmPartner(deps: Deps, asker: Session | null, key: string, id: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.confirm', says: { project: id } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'proposal.confirm', await findProposalFacts(tx, id, 'update'));
      await confirm(tx, id, session.organisation, await now(tx));
      return { reply: { done: true }, subject: proposal.number, detail: { event: 'confirm' } };
    }),
  );
}
