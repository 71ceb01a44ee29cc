import '#web/pages/workbench/workbench.css';
import './mending.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { mendingQuery, type Mending, type MendingRound } from '#web/api/mending-queries.ts';
import { editionQuery, planQuery, versionQuery, type PlanFile } from '#web/api/queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PlanMark } from '#web/components/state-mark.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { mending as words } from '#web/messages/mending.ts';
import { comparePlans } from '#web/pages/versions/compare-plans.ts';
import { clusterOf } from '#web/progress/cluster.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { MendingChanges } from './mending-changes.tsx';
import { MendingStep } from './mending-step.tsx';
import { PartsCard } from './parts-card.tsx';

/** What the intake centre wants mended, what was mended, and whose turn it is: the same page for the zone, its city and the province. */
export function MendingPage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/mending' });
  const { data: plan, error } = useQuery(planQuery(id));
  const { data: mending, error: mendingError } = useQuery(mendingQuery(id));
  const { data: edition, error: editionError } = useQuery(editionQuery(plan?.edition));
  if (!plan || !mending || !edition) return <Loading error={error ?? mendingError ?? editionError} />;
  const [round] = mending.rounds;
  return (
    <>
      <PageHead
        crumbs={[workbenchCrumb, words.title]}
        title={words.title}
        meta={
          <>
            <span>{clusterOf(plan)}</span>
            <PlanMark state={plan.state} />
            <span>{plan.number}</span>
            {round && <span className="faint">{words.of(round.n)}</span>}
          </>
        }
        actions={round && mending.step !== 'over' && <DeadlineBox items={[{ title: words.until, until: round.deadline }]} />}
      />
      {round ? <Rounds plan={plan} mending={mending} round={round} edition={edition} /> : <Nothing />}
    </>
  );
}

function Nothing() {
  return (
    <section className="card">
      <div className="card-body empty">
        <h2>{words.noneTitle}</h2>
        <p className="soft">{words.noneBody}</p>
      </div>
    </section>
  );
}

function Rounds({
  plan,
  mending,
  round,
  edition,
}: {
  readonly plan: PlanFile;
  readonly mending: Mending;
  readonly round: MendingRound;
  readonly edition: Edition;
}) {
  const [asking, setAsking] = useState(false);
  const to = mending.mended?.n;
  const { data: before } = useQuery({ ...versionQuery(plan.id, round.n), enabled: to !== undefined });
  const { data: after } = useQuery({ ...versionQuery(plan.id, to ?? 0), enabled: to !== undefined });
  const lines = useMemo(() => (before && after ? comparePlans(edition, before.content, after.content) : undefined), [edition, before, after]);
  return (
    <div className="stack">
      <MendingStep plan={plan} mending={mending} round={round} edition={edition} onConfirm={() => setAsking(true)} />
      <PartsCard plan={plan} round={round} edition={edition} lines={lines} open={mending.step === 'zone' && plan.may.includes('plan.edit')} />
      {to !== undefined && <MendingChanges from={round.n} to={to} lines={lines} round={round} edition={edition} />}
      {mending.rounds.slice(1).map((earlier) => (
        <PartsCard key={earlier.round} plan={plan} round={earlier} edition={edition} lines={undefined} open={false} earlier />
      ))}
      {asking && to !== undefined && <ConfirmDialog plan={plan.id} n={to} changed={lines?.length ?? 0} onClose={() => setAsking(false)} />}
    </div>
  );
}
