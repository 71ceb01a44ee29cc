import type { Edition } from '#domain/programme/edition.ts';
import type { ProposalFile } from '#web/api/proposal-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { mending as words } from '#web/messages/mending.ts';

/** What must be mended in a proposal, for its company and for its zone, which returns it first where it was taken. */
export function ProposalMending({
  mending,
  edition,
  zone = false,
}: {
  readonly mending: NonNullable<ProposalFile['mending']>;
  readonly edition: Edition;
  /** The zone has it, and must return it before anything can be mended. */
  readonly zone?: boolean;
}) {
  const titleOf = (key: string) => edition.forms.proposal.blocks.find((block) => block.key === key)?.title ?? key;
  return (
    <Notice tone="warn" icon="back">
      <p>
        <b>{words.company(mending.deadline)}</b>
        {zone && words.toReturn}
      </p>
      <ul>
        {mending.parts.map(({ block, text }) => (
          <li key={`${block} ${text}`}>
            {titleOf(block)}：{text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
