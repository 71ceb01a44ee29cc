import type { BlockRow } from '#db/blocks.ts';
import { readBlocks } from '#db/blocks.ts';
import { listClaims } from '#db/claims.ts';
import type { Db } from '#db/pool.ts';
import type { ProposalFacts } from '#db/proposal-facts.ts';
import type { ProposalContent, ProposalPlace } from '#domain/filing/check-proposal.ts';
import { checkProposal } from '#domain/filing/check-proposal.ts';
import type { Facts } from '#domain/filing/plan.ts';
import { isOutside } from '#domain/filing/project-money.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { pinnedEdition } from './editions.ts';
import { proposalManifest } from './file-manifest.ts';
import { answersOf } from './plan-documents.ts';
import { proposalAt } from './proposal-places.ts';

/** A proposal as it stands, with everything that checking and freezing need. */
export interface LiveProposal {
  readonly edition: Edition;
  readonly blocks: readonly BlockRow[];
  readonly content: ProposalContent;
  readonly place: ProposalPlace;
  readonly facts: Pick<Facts, 'claims'>;
}

export async function loadProposal(db: Db, proposal: ProposalFacts): Promise<LiveProposal> {
  const { id, planId, callId: call, zone, city, position } = proposal;
  const edition = await pinnedEdition(db, proposal.editionDigest);
  const blocks = await readBlocks(db, planId, id);
  const answers = answersOf(blocks, id);
  const content = { answers, attachments: await proposalManifest(db, planId, id) };
  const claims = await listClaims(db, { id: planId, callId: call }, claimedCodes(proposal, answers), [proposalAt.block, proposalAt.code]);
  return { edition, blocks, content, place: { call, zone, city, position }, facts: { claims } };
}

export function problemsOf({ edition, content, place, facts }: LiveProposal): readonly Problem[] {
  return checkProposal(edition, content, place, facts);
}

/** A company learns of its own projects only, whatever code it writes down; a zone that fills a proposal in, of the applicant's. */
function claimedCodes({ ownerId, ownerCode }: ProposalFacts, answers: Answers): readonly string[] {
  const code = answerTo(blockOf(answers, proposalAt.block), proposalAt.code);
  return typeof code === 'string' && code !== '' && (ownerId === null || code === ownerCode) ? [code] : [];
}

/** Whether a proposal says that its applicant lies outside the zone. */
export function saysOutside(edition: Edition, answers: Answers): boolean {
  const field = edition.forms.proposal.blocks.find((block) => block.key === proposalAt.block)?.fields.find((one) => one.key === proposalAt.location);
  return field !== undefined && isOutside(field, answerTo(blockOf(answers, proposalAt.block), proposalAt.location));
}

/** A text of the proposal's summary, or empty. */
export function summaryText(answers: Answers, field: string): string {
  const text = answerTo(blockOf(answers, proposalAt.block), field);
  return typeof text === 'string' ? text : '';
}
