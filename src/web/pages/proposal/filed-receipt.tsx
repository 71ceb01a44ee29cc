import { useEffect, useRef } from 'react';
import type { ProposalFile } from '#web/api/proposal-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { digestGroups } from '#web/messages/formats.ts';
import { proposalPage } from '#web/messages/proposal.ts';
import type { Filed } from './use-proposal-acts.ts';

const words = proposalPage.receipt;

/** What was just submitted: a notice that stays, with what to keep and what comes next. */
export function FiledReceipt({ file, filed }: { readonly file: ProposalFile; readonly filed: Filed }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'center' });
  }, [filed]);
  return (
    <section className="card filed" role="status">
      <div className="filed-head">
        <Icon name="done" size={28} />
        <div>
          <h2 ref={title} tabIndex={-1}>
            {words.title(file.zone)}
          </h2>
          <p className="soft">{words.next}</p>
        </div>
      </div>
      <dl className="pairs card-body">
        <dt>{words.number}</dt>
        <dd className="strong">{file.number}</dd>
        <dt>{words.version}</dt>
        <dd>{proposalPage.version(filed.n)}</dd>
        <dt>{words.at}</dt>
        <dd>{words.time(filed.filedAt)}</dd>
        <dt>{words.by}</dt>
        <dd>{filed.filedBy}</dd>
        <dt>{words.digest}</dt>
        <dd className="mono">{digestGroups(filed.digest)}</dd>
      </dl>
    </section>
  );
}
