import { now } from '#db/clock.ts';
import type { Tx } from '#db/pool.ts';
import { setProposalState } from '#db/projects.ts';
import type { ProposalFacts } from '#db/proposal-facts.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { insertProposalVersion } from '#db/proposal-versions.ts';
import { answerRecommendation, findRecommendation } from '#db/recommendations.ts';
import { decideLocal } from '#domain/filing/lifecycle/local.ts';
import { decideProposal } from '#domain/filing/lifecycle/proposal.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';
import { isSettled } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authoriseProposal } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { loadProposal, problemsOf } from './load-proposal.ts';
import { tellOrganisation } from './notify.ts';
import { companyOf } from './read-proposal.ts';
import type { Session } from './session.ts';
import { projectsLink, recommendationLink } from './links.ts';

/** A frozen version as the owner is told of it. */
export interface SubmittedProposal {
  readonly [key: string]: Json;
  readonly n: number;
  readonly filedAt: string;
  readonly filedBy: string;
  readonly digest: string;
}

/** Submits a proposal to its zone: freezes what stands, once nothing of its own rules is open. */
export function submitProposal(deps: Deps, asker: Session | null, key: string, id: string): Promise<SubmittedProposal> {
  return command(
    deps,
    { session: asker, key, act: 'proposal.submit', says: { project: id } },
    atOnce(async (tx) => {
      const { proposal, session } = authoriseProposal(asker, 'proposal.submit', await findProposalFacts(tx, id, 'update'));
      const live = await loadProposal(tx, proposal);
      const open = problemsOf(live).filter((problem) => !isSettled(problem));
      const decision = decideProposal(proposal.state, 'submit', { by: ['owner'], openProblems: open.length });
      if (!decision.done) throw new Refusal(decision.code, decision.code === 'problemsOpen' ? { problems: open } : {});
      const n = (proposal.latest ?? 0) + 1;
      const [filedAt, { content }] = [await now(tx), live];
      const digest = contentDigest({ answers: content.answers, attachments: content.attachments.map((file) => ({ ...file })) });
      const { editionDigest } = proposal;
      await insertProposalVersion(tx, { projectId: id, n, content, editionDigest, contentDigest: digest, filedAt, filedBy: session.person });
      await setProposalState(tx, id, decision.to);
      await makeStale(tx, proposal, filedAt);
      const company = companyOf(proposal, live);
      await tellOrganisation(
        tx,
        proposal.zoneId,
        { kind: 'proposal.submitted', params: { company, number: proposal.number }, link: projectsLink(proposal.planId) },
        { not: session.person },
      );
      return {
        reply: { n, filedAt, filedBy: session.name, digest },
        subject: proposal.number,
        detail: { event: 'submit', version: n, digest },
      };
    }),
  );
}

/** An opinion on an older version is none on this one: whoever gave it or was asked for it hears so, and so does the zone. */
async function makeStale(tx: Tx, proposal: ProposalFacts, at: string): Promise<void> {
  const standing = await findRecommendation(tx, proposal.id);
  if (standing === undefined) return;
  const decision = decideLocal(standing.state, 'stale', { by: ['sys'] });
  if (!decision.done) return;
  await answerRecommendation(tx, standing.id, { state: decision.to, event: 'stale', at, by: null });
  const notice = { kind: 'local.stale', params: { number: proposal.number } } as const;
  await tellOrganisation(tx, standing.authorityId, { ...notice, link: recommendationLink(proposal.id) });
  await tellOrganisation(tx, proposal.zoneId, { ...notice, link: projectsLink(proposal.planId) });
}
