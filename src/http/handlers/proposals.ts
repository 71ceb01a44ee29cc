import type { Handlers } from '#http/context.ts';
import type { proposalRoutes } from '#http/contract/routes/proposals.ts';
import { recallProposal, removeProposal, returnProposal, takeProposal } from '#usecases/decide-proposal.ts';
import type { Deps } from '#usecases/deps.ts';
import { confirmPartner, invitePartner, removePartner } from '#usecases/proposal-partners.ts';
import { listProposals, readProblems, readProposal, readProposalVersion, readProposalVersions } from '#usecases/read-proposal.ts';
import { askLocal, declineLocal, giveLocal, readAuthorities, readLocalRequests } from '#usecases/recommend-proposal.ts';
import { saveProposalBlock } from '#usecases/save-block.ts';
import { submitProposal } from '#usecases/submit-proposal.ts';

export function proposalHandlers(deps: Deps): Pick<Handlers, keyof typeof proposalRoutes> {
  return {
    proposals: async (_input, { actor }) => listProposals(deps, actor),
    proposal: async ({ params }, { actor }) => readProposal(deps, actor, params.project),
    saveProposalBlock: async ({ params, body }, { actor, key }) => saveProposalBlock(deps, actor, key, params, body),
    checkProposal: async ({ params }, { actor }) => readProblems(deps, actor, params.project),
    submitProposal: async ({ params }, { actor, key }) => submitProposal(deps, actor, key, params.project),
    recallProposal: async ({ params }, { actor, key }) => recallProposal(deps, actor, key, params.project),
    returnProposal: async ({ params, body }, { actor, key }) => returnProposal(deps, actor, key, params.project, body),
    takeProposal: async ({ params }, { actor, key }) => takeProposal(deps, actor, key, params.project),
    removeProposal: async ({ params, body }, { actor, key }) => removeProposal(deps, actor, key, params.project, body.reason),
    inviteProposalPartner: async ({ params, body }, { actor, key }) => invitePartner(deps, actor, key, params.project, body.organisation),
    removePartner: async ({ params }, { actor, key }) => removePartner(deps, actor, key, params.project, params.organisation),
    confirmPartner: async ({ params }, { actor, key }) => confirmPartner(deps, actor, key, params.project),
    askLocal: async ({ params, body }, { actor, key }) => askLocal(deps, actor, key, params.project, body.authority),
    giveLocal: async ({ params, body }, { actor, key }) => giveLocal(deps, actor, key, params.project, body.opinion),
    declineLocal: async ({ params, body }, { actor, key }) => declineLocal(deps, actor, key, params.project, body.reason),
    localAuthorities: async (_input, { actor }) => readAuthorities(deps, actor),
    localRequests: async (_input, { actor }) => readLocalRequests(deps, actor),
    proposalVersions: async ({ params }, { actor }) => readProposalVersions(deps, actor, params.project),
    proposalVersion: async ({ params }, { actor }) => readProposalVersion(deps, actor, params.project, params.n),
  };
}
