import '#web/pages/proposal/stack-table.css';
import { useQuery } from '@tanstack/react-query';
import type { Call } from '#web/api/queries.ts';
import { localRequestsQuery } from '#web/api/proposal-queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { recommendationPage as words } from '#web/messages/recommendation.ts';
import { workbench } from '#web/messages/workbench.ts';
import { useMe } from '#web/shell/session.ts';
import { RequestTable } from './request-table.tsx';

/** 属地项目推荐: what waits for this authority, and what it has done. */
export function RecommendationsPage() {
  const me = useMe();
  return (
    <>
      <PageHead title={words.title} meta={me?.organisation} />
      <Recommendations />
    </>
  );
}

/** A local authority's desk: the same, with the deadline that its answers serve. */
export function LocalWorkbench({ call }: { readonly call: Call | undefined }) {
  const me = useMe();
  const { data: requests = [] } = useQuery(localRequestsQuery);
  // The first to come of what is asked; a zone's own extension counts.
  const until =
    requests
      .filter((request) => request.state === 'asked')
      .map((request) => request.submitBy)
      .toSorted()[0] ?? call?.submitBy;
  return (
    <>
      <PageHead
        title={workbench.title}
        meta={me?.organisation}
        actions={until !== undefined && <DeadlineBox items={[{ title: workbench.untilSubmit, until }]} />}
      />
      <Recommendations />
    </>
  );
}

function Recommendations() {
  const { data: requests, error } = useQuery(localRequestsQuery);
  if (!requests) return <Loading error={error} />;
  const open = requests.filter((request) => request.state === 'asked');
  const done = requests.filter((request) => request.state !== 'asked');
  return (
    <div className="stack">
      <section className="card" aria-labelledby="open-requests">
        <div className="card-head">
          <h2 id="open-requests">{words.open}</h2>
          <span className="more">{words.intro}</span>
        </div>
        {open.length === 0 ? (
          <div className="card-body empty">
            <p className="strong">{words.none}</p>
            <p className="soft">{words.noneBody}</p>
          </div>
        ) : (
          <RequestTable requests={open} label={words.open} open />
        )}
      </section>
      <section className="card" aria-labelledby="done-requests">
        <div className="card-head">
          <h2 id="done-requests">{words.history}</h2>
        </div>
        {done.length === 0 ? <p className="card-body soft">{words.noHistory}</p> : <RequestTable requests={done} label={words.history} open={false} />}
      </section>
    </div>
  );
}
