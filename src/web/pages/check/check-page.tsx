import './check.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { draftPdfUrl } from '#web/api/paths.ts';
import { checkQuery, editionQuery, planQuery, type Receipt } from '#web/api/queries.ts';
import { toServerTime } from '#web/api/server-clock.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { PlanMark } from '#web/components/state-mark.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { check as words } from '#web/messages/check.ts';
import { pdf } from '#web/messages/components.ts';
import { clockTime } from '#web/messages/formats.ts';
import { clusterOf } from '#web/progress/cluster.ts';
import { countOpen, isClear } from '#web/progress/entries.ts';
import { ProblemGroups } from './problem-groups.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { Verdict } from './verdict.tsx';

/** Everything that stands between the plan and its filing, and the filing itself. */
export function CheckPage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/check' });
  const { data: plan, error } = useQuery(planQuery(id));
  const { data: problems, error: checkError, dataUpdatedAt, isFetching, refetch } = useQuery(checkQuery(id));
  const { data: edition, error: editionError } = useQuery(editionQuery(plan?.edition));
  const [asking, setAsking] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  const verdict = useRef<HTMLDivElement>(null);
  if (!plan || !problems || !edition) return <Loading error={error ?? checkError ?? editionError} />;

  const counts = countOpen(problems);
  const drafting = plan.state === 'drafting' || (plan.mending !== null && plan.mending.parts.length > 0);
  const maySubmit = plan.may.includes('plan.submit');

  async function press() {
    // Judged anew, with what colleagues saved meanwhile. 报送 is never disabled: it leads to what stands in the way.
    const { data: fresh } = await refetch();
    if (fresh && isClear(countOpen(fresh)) && maySubmit) setAsking(true);
    else stop();
  }
  function stop() {
    setStopped(true);
    verdict.current?.focus();
    verdict.current?.scrollIntoView({ block: 'nearest' });
  }

  const submit = drafting && !receipt && (
    <Button type="primary" onClick={() => void press()}>
      {words.submit}
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
            {/* Beside a receipt stands nothing of before: the plan is being read again. */}
            {!(receipt && drafting) && <PlanMark state={plan.state} />}
            {!receipt && <span className="faint">{isFetching ? words.checking : words.asOf(clockTime(toServerTime(dataUpdatedAt)))}</span>}
          </>
        }
        actions={
          <>
            {drafting && !receipt && <PdfLink href={draftPdfUrl(id)}>{pdf.open}</PdfLink>}
            {submit}
          </>
        }
      />
      <div className="stack">
        {receipt && <ReceiptCard receipt={receipt} plan={plan} edition={edition} />}
        {!receipt && <Verdict ref={verdict} plan={plan} edition={edition} counts={counts} stopped={stopped} maySubmit={maySubmit} />}
        {!receipt && <ProblemGroups problems={problems} edition={edition} plan={plan} />}
      </div>
      {submit && <div className="bottom-bar">{submit}</div>}
      {asking && (
        <SubmitDialog
          plan={plan}
          edition={edition}
          notes={problems.filter((problem) => problem.justification !== undefined).length}
          onClose={() => setAsking(false)}
          onRefused={() => {
            setAsking(false);
            void refetch().then(stop);
          }}
          onDone={(done) => {
            setAsking(false);
            setReceipt(done);
          }}
        />
      )}
    </>
  );
}
