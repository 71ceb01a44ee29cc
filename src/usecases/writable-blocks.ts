import type { ProposalFacts } from '#db/proposal-facts.ts';
import { may } from '#domain/access/may.ts';
import { relationsOf } from '#domain/access/relations.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { proposalSubjectOf } from './authorise.ts';
import type { Session } from './session.ts';

/** Keys of the blocks that this person may write now: a partner has those that the edition marks, a mending opens those that it names. */
export function writableBlocks(session: Session, proposal: ProposalFacts, edition: Edition): string[] {
  const subject = proposalSubjectOf(proposal);
  if (!may(session, 'proposal.edit', subject)) return [];
  const isOwner = relationsOf(session, subject).includes('owner');
  const { mended } = proposal;
  return edition.forms.proposal.blocks
    .filter((block) => (isOwner || block.by === 'partner') && (mended === null || mended.includes(block.key)))
    .map((block) => block.key);
}

/** Whether partners write this block too, so that what they confirmed changes with it. */
export function isByPartners(edition: Edition, key: string): boolean {
  return edition.forms.proposal.blocks.some((block) => block.key === key && block.by === 'partner');
}
