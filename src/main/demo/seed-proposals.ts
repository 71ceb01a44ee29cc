import { appendAudit } from '#db/audit.ts';
import { now } from '#db/clock.ts';
import type { Tx } from '#db/pool.ts';
import { setProjectOwner, setProposalState } from '#db/projects.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { insertProposalVersion, insertReview } from '#db/proposal-versions.ts';
import { insertRecommendation } from '#db/recommendations.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { loadProposal, summaryText } from '#usecases/load-proposal.ts';
import { proposalAt } from '#usecases/proposal-places.ts';
import { demoProposals } from '#programmes/jiangsu-2022/sample/demo-solicitation.ts';
import type { Place } from './seed.ts';

/**
 * Of the sample's projects one is written by its company and taken by the zone; of an outside one, which the zone fills in for a company
 * that has written it on paper, the authority where it lies was asked for its recommendation.
 */
export async function seedProposals(tx: Tx, zoneName: string, places: ReadonlyMap<string, Place>): Promise<void> {
  const { owned, outside, authority } = demoProposals;
  const [zone, company, local] = [places.get(`zone ${zoneName}`), places.get(`company ${owned}`), places.get(`local ${authority}`)];
  if (zone === undefined || company === undefined || local === undefined) throw new Error('the demonstration lacks somebody for its proposals');
  const projects = await tx
    .selectFrom('project')
    .innerJoin('plan', 'plan.id', 'project.planId')
    .select(['project.id', 'project.number'])
    .where('plan.zoneId', '=', zone.organisationId)
    .execute();
  for (const { id, number } of projects) {
    const applicant = await applicantOf(tx, id);
    if (applicant === owned) {
      await setProjectOwner(tx, id, company.organisationId);
      await submit(tx, id, company.userId);
      await tell(tx, company, 'proposal.submit', number, { event: 'submit' });
      await setProposalState(tx, id, 'taken');
      await insertReview(tx, { projectId: id, version: 1, event: 'take', reason: null, fields: [], byPerson: zone.userId });
      await tell(tx, zone, 'proposal.take', number, { event: 'take' });
    }
    if (applicant === outside) {
      await submit(tx, id, zone.userId);
      await insertRecommendation(tx, { projectId: id, version: 1, authorityId: local.organisationId, askedAt: await now(tx), by: zone.userId });
      await tell(tx, zone, 'local.ask', number, { event: 'ask', authority });
    }
  }
}

async function applicantOf(tx: Tx, id: string): Promise<string> {
  const proposal = await findProposalFacts(tx, id);
  return proposal === undefined ? '' : summaryText((await loadProposal(tx, proposal)).content.answers, proposalAt.applicant);
}

async function submit(tx: Tx, id: string, filedBy: string): Promise<void> {
  const proposal = await findProposalFacts(tx, id);
  if (proposal === undefined) throw new Error('a project of the demonstration is missing');
  const { content } = await loadProposal(tx, proposal);
  const digest = contentDigest({ answers: content.answers, attachments: content.attachments.map((file) => ({ ...file })) });
  const { editionDigest } = proposal;
  await insertProposalVersion(tx, { projectId: id, n: 1, content, editionDigest, contentDigest: digest, filedAt: await now(tx), filedBy });
}

/** What a person would have left in the log by doing it. */
async function tell(
  tx: Tx,
  { userId: actor, organisationId }: Place,
  command: string,
  subject: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await appendAudit(tx, { actor, organisationId, command, subject, detail: { ...detail, version: 1, demo: true } });
}
