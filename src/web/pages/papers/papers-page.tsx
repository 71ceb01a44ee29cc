import './papers.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { planQuery } from '#web/api/queries.ts';
import { packageUrl, type Papers, papersQuery } from '#web/api/scan-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PlanMark } from '#web/components/state-mark.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { papers as words } from '#web/messages/papers.ts';
import { titles } from '#web/messages/shell.ts';
import { ScanCompare } from '#web/scans/scan-compare.tsx';
import { HandedInCard } from './handed-in.tsx';
import { PrintList } from './print-list.tsx';
import { ScanCard } from './scan-card.tsx';
import { ScanResult } from './scan-result.tsx';

/** 盖章与扫描: what to print, how often and where the seals go; the scan of the sealed papers, what was read on it, and both side by side. */
export function PapersPage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/papers' });
  const { data: plan, error } = useQuery(planQuery(id));
  const { data: papers, error: papersError } = useQuery(papersQuery(id));
  if (!plan || !papers) return <Loading error={error ?? papersError} />;
  const isReady = papers.stage === 'ready' && papers.n !== null;
  const next = papers.scan === null;
  const download = (
    <a className={`button${next ? ' button-primary' : ''}`} href={packageUrl(id)} download>
      <Icon name="down" />
      {words.download}
      <span className="unseen">{words.downloadHint(papers.papers.length + 1)}</span>
    </a>
  );
  return (
    <>
      <PageHead
        crumbs={[workbenchCrumb, titles.papers]}
        title={titles.papers}
        meta={
          <>
            <span>{plan.zone}</span>
            <span>{papers.number}</span>
            {papers.n !== null && isReady && <span>{words.version(papers.n)}</span>}
            {papers.documentNumber !== null && <span>{words.letter(papers.documentNumber)}</span>}
            <PlanMark state={plan.state} />
          </>
        }
        actions={isReady && download}
      />
      <div className="stack">
        {papers.n !== null && isReady ? <Ready plan={id} n={papers.n} papers={papers} /> : <NotYet plan={id} stage={papers.stage} />}
        <HandedInCard plan={id} handed={papers.handedIn} />
      </div>
      {isReady && next && <div className="bottom-bar">{download}</div>}
    </>
  );
}

function Ready({ plan, n, papers }: { readonly plan: string; readonly n: number; readonly papers: Papers }) {
  const { scan, mayScan } = papers;
  return (
    <div className="stack">
      <NextStep papers={papers} />
      {scan?.state === 'read' ? (
        <>
          <ScanResult plan={plan} papers={papers.papers} scan={scan} mayScan={mayScan} />
          <ScanCompare plan={plan} n={n} papers={papers.papers} scan={scan} />
          <ScanCard plan={plan} scan={scan} mayScan={mayScan} />
          <PrintList plan={plan} papers={papers} />
        </>
      ) : (
        <>
          <PrintList plan={plan} papers={papers} />
          {(mayScan || scan !== null) && <ScanCard plan={plan} scan={scan} mayScan={mayScan} />}
        </>
      )}
    </div>
  );
}

/** The one notice of the page: what to do now. */
function NextStep({ papers: { papers, scan, mayScan } }: { readonly papers: Papers }) {
  const { now } = words;
  if (scan === null) return <Notice tone="plain">{mayScan ? now.print : now.wait}</Notice>;
  switch (scan.state) {
    case 'gathering':
      return <Notice tone="plain">{mayScan ? now.gathering : now.wait}</Notice>;
    case 'reading':
      return (
        <Notice tone="plain" live>
          {now.reading}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="error" live>
          {now.failed}
        </Notice>
      );
    case 'read':
      return scan.ok === true ? (
        <Notice tone="ok" live>
          {now.ok(papers.reduce((sum, paper) => sum + paper.pages, 0))}
        </Notice>
      ) : (
        <Notice tone="error" live>
          {now.faults(scan.faults.length)}
        </Notice>
      );
  }
}

function NotYet({ plan, stage }: { readonly plan: string; readonly stage: Papers['stage'] }) {
  const isLate = stage === 'unconfirmed';
  return (
    <section className="card">
      <div className="card-body empty">
        <h2>{isLate ? words.unconfirmed : words.notYet}</h2>
        <p className="soft">{isLate ? words.unconfirmedBody : words.notYetBody}</p>
        <Link className="button" to="/plans/$plan/versions" params={{ plan }}>
          {words.toVersions}
        </Link>
      </div>
    </section>
  );
}
