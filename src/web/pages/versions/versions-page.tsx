import './versions.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { editionQuery, planQuery, versionsQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PlanMark } from '#web/components/state-mark.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { versions as words } from '#web/messages/versions.ts';
import { clusterOf } from '#web/progress/cluster.ts';
import { Compare } from './compare.tsx';
import { FileCheck } from './file-check.tsx';
import { RecallDialog } from './recall-dialog.tsx';
import { VersionTable } from './version-table.tsx';

/** What was filed: frozen versions with their papers, receipts and digests, and the way back from the latest. */
export function VersionsPage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/versions' });
  const { data: plan, error } = useQuery(planQuery(id));
  const { data: versions, error: versionsError } = useQuery(versionsQuery(id));
  const { data: edition, error: editionError } = useQuery(editionQuery(plan?.edition));
  const [asking, setAsking] = useState(false);
  const [recalled, setRecalled] = useState(false);
  if (!plan || !versions || !edition) return <Loading error={error ?? versionsError ?? editionError} />;
  const latest = versions[0];
  const recall = plan.may.includes('plan.recall') && !plan.checkBegun && latest && (
    <Button danger onClick={() => setAsking(true)}>
      {words.recall}
    </Button>
  );
  return (
    <>
      <PageHead
        crumbs={[workbenchCrumb, words.title]}
        title={words.title}
        meta={
          <>
            <span>{clusterOf(plan)}</span>
            <span>{plan.zone}</span>
            <PlanMark state={plan.state} />
          </>
        }
        actions={recall}
      />
      <div className="stack">
        {recalled && (
          <Notice
            tone="ok"
            live
            focused
            action={
              <Link className="button button-primary" to="/plans/$plan/form" params={{ plan: id }}>
                {words.toForm}
              </Link>
            }
          >
            {words.recalledDone}
          </Notice>
        )}
        {plan.checkBegun && plan.may.includes('plan.recall') && <Notice tone="plain">{words.begun}</Notice>}
        {latest ? (
          <>
            <VersionTable versions={versions} plan={plan} />
            <Compare key={versions.length} versions={versions} plan={id} edition={edition} />
            <FileCheck versions={versions} />
          </>
        ) : (
          <NothingFiled id={id} canCheck={plan.may.includes('plan.check')} />
        )}
      </div>
      {latest && asking && (
        <RecallDialog
          plan={plan}
          edition={edition}
          version={latest.n}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setRecalled(true);
          }}
        />
      )}
    </>
  );
}

function NothingFiled({ id, canCheck }: { readonly id: string; readonly canCheck: boolean }) {
  return (
    <section className="card">
      <div className="card-body empty">
        <h2>{words.none}</h2>
        <p className="soft">{words.noneBody}</p>
        {canCheck && (
          <Link className="button button-primary" to="/plans/$plan/check" params={{ plan: id }}>
            {words.toCheck}
          </Link>
        )}
      </div>
    </section>
  );
}
