import './stack-table.css';
import '#web/pages/solicitation/solicitation.css';
import './proposal.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Call, Person } from '#web/api/queries.ts';
import { proposalsQuery, type ProposalRow } from '#web/api/proposal-queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { answersQuery, solicitationsQuery } from '#web/api/solicitation-queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { proposalPage } from '#web/messages/proposal.ts';
import { companyDesk as words, openSolicitations } from '#web/messages/solicitation.ts';
import { workbench } from '#web/messages/workbench.ts';
import { OwnAnswer } from '#web/pages/solicitation/own-answer.tsx';
import { SolicitationItem } from '#web/pages/solicitation/list-page.tsx';
import { nextOf } from './next-of.ts';
import { ProposalMark } from './proposal-mark.tsx';

/** A company's desk, or an institute's: what it writes, what it answered, where it could, and the one thing to do now. */
export function CompanyWorkbench({ me, call }: { readonly me: Person; readonly call: Call | undefined }) {
  const now = useServerNow(10_000);
  const { data: proposals, error } = useQuery(proposalsQuery);
  const { data: answers, error: answersError } = useQuery({ ...answersQuery, enabled: me.kind === 'company' });
  const { data: solicitations, error: solicitationsError } = useQuery(solicitationsQuery);
  if (!proposals || !solicitations || (me.kind === 'company' && !answers)) return <Loading error={error ?? answersError ?? solicitationsError} />;
  const open = solicitations.filter((one) => one.state === 'published' && one.terms.until !== null && Date.parse(one.terms.until) > now);
  const pending = (answers ?? []).filter((answer) => answer.state !== 'accepted');
  // A zone's own extension counts for those who write for it.
  const until = proposals.map((one) => one.submitBy).toSorted()[0] ?? call?.submitBy;
  const next = nextOf(proposals, answers ?? [], me.kind === 'company' ? open.length : 0);
  return (
    <>
      <PageHead title={workbench.title} meta={me.organisation} actions={until !== undefined && <DeadlineBox items={[{ title: words.untilSubmit, until }]} />} />
      <div className="stack">
        <Notice
          tone={next.tone}
          action={
            next.to && (
              <Link className="button button-primary" {...next.to}>
                {next.verb}
              </Link>
            )
          }
        >
          {next.text}
        </Notice>
        <section className="card" aria-labelledby="proposals">
          <div className="card-head">
            <h2 id="proposals">{words.proposals}</h2>
          </div>
          {proposals.length === 0 ? (
            <div className="card-body empty">
              <p className="strong">{words.noProposals}</p>
              <p className="soft">{words.noProposalsBody}</p>
            </div>
          ) : (
            <ProposalTable proposals={proposals} />
          )}
        </section>
        {pending.map((answer) => (
          <OwnAnswer key={answer.id} answer={answer} />
        ))}
        {me.kind === 'company' && (
          <section className="card" aria-labelledby="open-solicitations">
            <div className="card-head">
              <h2 id="open-solicitations">{words.solicitations}</h2>
              <span className="more">
                <Link to="/solicitations">{openSolicitations.toList}</Link>
              </span>
            </div>
            {open.length === 0 ? (
              <p className="card-body soft">{openSolicitations.none}</p>
            ) : (
              <ul className="solicitations">
                {open.map((one) => (
                  <SolicitationItem key={one.id} solicitation={one} now={now} />
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
    </>
  );
}

function ProposalTable({ proposals }: { readonly proposals: readonly ProposalRow[] }) {
  return (
    <table className="table stack-table" aria-label={words.proposals}>
      <TableHead
        columns={[words.proposalColumns.name, words.proposalColumns.zone, words.proposalColumns.version, words.proposalColumns.state]}
        act={words.proposalColumns.act}
      />
      <tbody>
        {proposals.map((proposal) => {
          const name = proposal.title || words.unnamed;
          const verb = proposal.state !== 'drafting' ? words.verb.look : proposal.returned !== null ? words.verb.mend : words.verb.write;
          return (
            <tr key={proposal.id}>
              <td>
                <Link to="/proposals/$project" params={{ project: proposal.id }} className="strong">
                  {name}
                </Link>
                <span className="stack-second">
                  {proposal.number}
                  {proposal.as === 'partner' && `　${words.asPartner}`}
                </span>
              </td>
              <td>{proposal.zone}</td>
              <td>{proposal.version === null ? words.never : proposalPage.version(proposal.version)}</td>
              <td>
                <ProposalMark state={proposal.state} returned={proposal.returned !== null} />
              </td>
              <td className="stack-act">
                <Link to="/proposals/$project" params={{ project: proposal.id }} aria-label={words.verbOf(verb, name)}>
                  {verb}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
