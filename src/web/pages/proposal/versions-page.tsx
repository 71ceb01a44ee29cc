import './proposal.css';
import './stack-table.css';
import '#web/pages/versions/versions.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { diffAnswers } from '#domain/forms/diff.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { proposalQuery, proposalVersionQuery, proposalVersionsQuery, type ProposalFile, type ProposalVersionRow } from '#web/api/proposal-queries.ts';
import { editionQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { digestGroups, minuteTime } from '#web/messages/formats.ts';
import { projectsPage } from '#web/messages/projects.ts';
import { proposalPage, proposalVersions as words } from '#web/messages/proposal.ts';
import { changeLine } from '#web/pages/versions/change-line.ts';
import { CompareTwo, Differences } from '#web/pages/versions/compare.tsx';
import { nameOf, openReturn, pointerOf } from './proposal-file.ts';
import { ProposalMark } from './proposal-mark.tsx';
import { ProposalTabs } from './proposal-tabs.tsx';

/** What was submitted of a proposal, for its applicant. */
export function ProposalVersionsPage() {
  const { project } = useParams({ strict: false });
  return <Versions project={project ?? ''} side="owner" />;
}

/** The same for the zone, under its plan. */
export function ZoneProposalVersionsPage() {
  const { project } = useParams({ strict: false });
  return <Versions project={project ?? ''} side="zone" />;
}

function Versions({ project, side }: { readonly project: string; readonly side: 'owner' | 'zone' }) {
  const { data: file, error } = useQuery(proposalQuery(project));
  const { data: versions, error: versionsError } = useQuery(proposalVersionsQuery(project));
  const { data: edition, error: editionError } = useQuery(editionQuery(file?.edition));
  if (!file || !versions || !edition) return <Loading error={error ?? versionsError ?? editionError} />;
  return (
    <>
      <PageHead
        crumbs={[
          workbenchCrumb,
          ...(side === 'zone'
            ? [
                <Link key="list" to="/plans/$plan/projects" params={{ plan: file.plan }}>
                  {projectsPage.title}
                </Link>,
              ]
            : []),
          nameOf(file) || proposalPage.title,
          words.title,
        ]}
        title={words.title}
        meta={
          <>
            <ProposalMark state={file.state} returned={openReturn(file) !== undefined} />
            <span className="faint">{file.number}</span>
          </>
        }
      />
      <ProposalTabs file={file} side={side} />
      <div className="stack proposal-below">
        {versions.length === 0 ? (
          <section className="card">
            <div className="card-body empty">
              <h2>{words.none}</h2>
              <p className="soft">{words.noneBody}</p>
            </div>
          </section>
        ) : (
          <>
            <VersionTable versions={versions} reviews={file.reviews} />
            <CompareTwo key={versions.length} versions={versions}>
              {(from, to) => <ProposalDifferences file={file} from={from} to={to} edition={edition} />}
            </CompareTwo>
          </>
        )}
      </div>
    </>
  );
}

function VersionTable({ versions, reviews }: { readonly versions: readonly ProposalVersionRow[]; readonly reviews: ProposalFile['reviews'] }) {
  return (
    <section className="card">
      <table className="table stack-table" aria-label={words.title}>
        <TableHead columns={[words.columns.version, words.columns.at, words.columns.by, words.columns.review, words.columns.digest]} />
        <tbody>
          {versions.map((version, index) => (
            <tr key={version.n}>
              <td className="nowrap strong">{proposalPage.version(version.n)}</td>
              <td className="nowrap">{minuteTime(version.filedAt)}</td>
              <td>{version.filedBy}</td>
              <td>
                <Review review={reviews.find((one) => one.version === version.n)} newest={index === 0} />
              </td>
              <td className="mono wrap-anywhere">{digestGroups(version.digest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What became of a version last. */
function Review({ review, newest }: { readonly review: ProposalFile['reviews'][number] | undefined; readonly newest: boolean }) {
  if (!review)
    return newest ? (
      <StateMark icon="send" tone="go">
        {words.waiting}
      </StateMark>
    ) : null;
  const [icon, tone, text] =
    review.event === 'take'
      ? (['done', 'ok', words.taken(review.at)] as const)
      : review.event === 'return'
        ? (['back', 'warn', words.returned(review.at)] as const)
        : (['back', 'plain', words.recalled(review.at)] as const);
  return (
    <>
      <StateMark icon={icon} tone={tone}>
        {text}
      </StateMark>
      {review.reason && <span className="stack-second kept-lines">{review.reason}</span>}
    </>
  );
}

function ProposalDifferences({
  file,
  from,
  to,
  edition,
}: {
  readonly file: ProposalFile;
  readonly from: number;
  readonly to: number;
  readonly edition: Edition;
}) {
  const { data: before, error } = useQuery(proposalVersionQuery(file.id, from));
  const { data: after, error: afterError } = useQuery(proposalVersionQuery(file.id, to));
  const at = pointerOf(file);
  const lines = useMemo(
    () => before && after && diffAnswers(edition.forms.proposal, before.answers, after.answers).map((change) => changeLine(edition, change, at)),
    [edition, before, after, at],
  );
  return <Differences lines={lines} error={error ?? afterError} edition={edition} />;
}
