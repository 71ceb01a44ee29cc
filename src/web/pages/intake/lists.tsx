import './intake.css';
import './lists.css';
import '#web/pages/proposal/stack-table.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { intakesQuery, type IntakeRow } from '#web/api/intake-queries.ts';
import type { Call } from '#web/api/queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { intakeTitles } from '#web/messages/intake-titles.ts';
import { deadlineShort, lists as words, officer, resultWord } from '#web/messages/intake.ts';
import { workbench } from '#web/messages/workbench.ts';
import { useMe } from '#web/shell/session.ts';
import { IntakeMark } from './intake-mark.tsx';

const filters = ['all', 'awaitingPaper', 'checking', 'mending', 'closed'] as const;
type Filter = (typeof filters)[number];

function passes(filter: Filter, { state }: IntakeRow): boolean {
  if (filter === 'all') return true;
  return filter === 'closed' ? state === 'admitted' || state === 'refused' : state === filter;
}

/** 形式审查: every recommended file, by what is due first. */
export function ChecksPage() {
  const me = useMe();
  const [filter, setFilter] = useState<Filter>('all');
  const { data, error } = useQuery(intakesQuery);
  if (!data) return <Loading error={error} />;
  const options = filters.map((value) => ({ value, label: `${words.filters[value]} ${data.files.filter((one) => passes(value, one)).length}` }));
  return (
    <>
      <PageHead title={intakeTitles.checks} meta={me?.organisation} />
      <div className="stack">
        {data.files.length > 0 && <Segmented aria-label={words.filter} className="intake-filter" options={options} value={filter} onChange={setFilter} />}
        <FileTable
          label={intakeTitles.checks}
          now={data.now}
          files={data.files.filter((one) => passes(filter, one))}
          none={words.none}
          noneBody={words.noneBody}
        />
      </div>
    </>
  );
}

/** Where the centre's people land: the desk's door, until when paper is taken, and every file. */
export function IntakeWorkbench({ call }: { readonly call: Call | undefined }) {
  const me = useMe();
  const { data, error } = useQuery(intakesQuery);
  if (!data) return <Loading error={error} />;
  const toDesk = (
    <Link className="button button-primary" to="/intake">
      {intakeTitles.desk}
    </Link>
  );
  return (
    <>
      <PageHead
        title={workbench.title}
        meta={me?.organisation}
        actions={
          <>
            {call && <DeadlineBox items={[{ title: workbench.untilPaper, until: call.paperBy }]} />}
            {toDesk}
          </>
        }
      />
      <FileTable label={workbench.plansTitle} title={workbench.plansTitle} now={data.now} files={data.files} none={words.none} noneBody={words.noneBody} />
      <div className="bottom-bar">{toDesk}</div>
    </>
  );
}

/** 补正跟踪: what was sent back, until when, and whose turn it is. */
export function MendingsPage() {
  const me = useMe();
  const { data, error } = useQuery(intakesQuery);
  if (!data) return <Loading error={error} />;
  const files = data.files.filter((one) => one.state === 'mending');
  return (
    <>
      <PageHead title={intakeTitles.mendings} meta={me?.organisation} />
      <FileTable label={intakeTitles.mendings} now={data.now} files={files} none={words.noMending} noneBody={words.noMendingBody} mending />
    </>
  );
}

/** 受理审签: what the clerks have proposed, and every other file. */
export function ResultsPage() {
  const me = useMe();
  const { data, error } = useQuery(intakesQuery);
  if (!data) return <Loading error={error} />;
  const waiting = data.files.filter((one) => one.openResult !== null);
  const others = data.files.filter((one) => one.openResult === null);
  return (
    <>
      <PageHead title={intakeTitles.results} meta={me?.organisation} />
      <div className="stack">
        <FileTable label={officer.waiting} title={officer.waiting} now={data.now} files={waiting} none={officer.none} noneBody={officer.noneBody} office />
        {others.length > 0 && <FileTable label={officer.others} title={officer.others} now={data.now} files={others} none="" noneBody="" office />}
      </div>
    </>
  );
}

function FileTable({
  label,
  title,
  now,
  files,
  none,
  noneBody,
  mending = false,
  office = false,
}: {
  readonly label: string;
  readonly title?: string;
  readonly now: string;
  readonly files: readonly IntakeRow[];
  readonly none: string;
  readonly noneBody: string;
  readonly mending?: boolean;
  readonly office?: boolean;
}) {
  return (
    <section className="card" aria-label={label}>
      {title && (
        <div className="card-head">
          <h2>{title}</h2>
        </div>
      )}
      {files.length === 0 ? (
        <div className="card-body empty">
          <p className="strong">{none}</p>
          <p className="soft">{noneBody}</p>
        </div>
      ) : (
        <TableFrame label={label}>
          <table className="table stack-table intake-list">
            <TableHead
              columns={[
                words.columns.file,
                words.columns.version,
                mending ? words.columns.mending : words.columns.receipts,
                words.columns.deadline,
                words.columns.state,
              ]}
              act={words.columns.act}
            />
            <tbody>
              {files.map((file) => (
                <tr key={file.planId}>
                  <td>
                    <b>{file.zone}</b>
                    <span className="stack-second">
                      {file.cluster ?? ''}　{file.plan}
                      {file.number === null ? '' : `　${file.number}`}
                    </span>
                  </td>
                  <td>{words.version(file.version)}</td>
                  <td data-label={mending ? words.columns.mending : words.columns.receipts}>
                    {mending ? file.mendingReason : words.receipts(file.receipts, file.firstReceiptAt)}
                  </td>
                  <td data-label={words.columns.deadline}>
                    {deadlineShort(file.deadline)}{' '}
                    {isOpen(file) && Date.parse(now) >= Date.parse(file.deadline) && <span className="state state-error">{words.past}</span>}
                  </td>
                  <td>{stateOf(file)}</td>
                  <td className="stack-act">
                    <Link className="button" to={office ? '/intake/results/$plan' : '/intake/files/$plan'} params={{ plan: file.planId }}>
                      {office && file.openResult !== null ? officer.open : file.state === 'checking' && !office ? words.open : words.look}
                      <span className="unseen"> {file.zone}</span>
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

function isOpen({ state }: IntakeRow): boolean {
  return state === 'awaitingPaper' || state === 'mending';
}

/** Whose turn it is, in the state that the file is in. */
function stateOf(file: IntakeRow): ReactNode {
  if (file.openResult !== null)
    return (
      <StateMark icon="clock" tone="go">
        {words.proposed(resultWord[file.openResult])}
      </StateMark>
    );
  return (
    <>
      <IntakeMark state={file.state} />
      {file.state === 'mending' && <span className="stack-second">{turnOf(file)}</span>}
    </>
  );
}

function turnOf({ mendingOnline, mendedVersion, confirmed }: IntakeRow): string {
  if (!mendingOnline || (mendedVersion && confirmed)) return words.paperNext;
  return mendedVersion ? words.unconfirmed : words.online;
}
