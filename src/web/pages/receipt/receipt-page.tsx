import './receipt.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { renderSVG } from 'uqr';
import { versionDocumentUrl } from '#web/api/document-paths.ts';
import { fillPath, paths, versionPdfUrl } from '#web/api/paths.ts';
import { receiptQuery } from '#web/api/verify-queries.ts';
import type { Reply } from '#web/api/call.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { documents } from '#web/messages/documents.ts';
import { digestGroups, secondTime } from '#web/messages/formats.ts';
import { receipt as words } from '#web/messages/receipt.ts';
import { versions } from '#web/messages/versions.ts';
import { PackageLink } from './package-link.tsx';

type Shown = Reply<'receipt'>;

/** What a filer keeps of a filing: number, instant, version, digests, the code by which anybody checks it, and what comes next. */
export function ReceiptPage() {
  const { plan, number } = useParams({ from: '/signed-in/plans/$plan/receipts/$number' });
  const { data, error } = useQuery(receiptQuery(plan, number));
  if (!data) return <Loading error={error} />;
  const { receipt, zone, current } = data;
  const print = (
    <span className="receipt-print">
      <PdfLink href={fillPath(paths.receiptPdf[1], { plan, number: receipt.number })}>{words.print}</PdfLink>
    </span>
  );
  return (
    <>
      <PageHead
        crumbs={[
          workbenchCrumb,
          <Link key="versions" to="/plans/$plan/versions" params={{ plan }}>
            {versions.title}
          </Link>,
          words.title,
        ]}
        title={words.title}
        meta={
          <>
            <span>{zone}</span>
            <span>{words.meta(receipt.number)}</span>
            <span>{words.versionOf(receipt.version)}</span>
            <StateMark icon={current ? 'done' : 'sheets'} tone={current ? 'ok' : 'warn'}>
              {current ? words.current : words.past}
            </StateMark>
          </>
        }
        actions={print}
      />
      <div className="stack">
        {!current && <Notice tone="warn">{words.pastNotice}</Notice>}
        <Facts shown={data} />
        <Papers plan={plan} receipt={receipt} />
        <section className="card">
          <div className="card-head">
            <h2>{words.next}</h2>
          </div>
          <ol className="card-body receipt-next">
            {data.next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <section className="card receipt-keep">
          <div className="card-head">
            <h2>{words.keep}</h2>
          </div>
          <div className="card-body">
            <PackageLink plan={plan} n={receipt.version} />
          </div>
        </section>
      </div>
    </>
  );
}

function Facts({ shown: { receipt, zone, title, scan } }: { readonly shown: Shown }) {
  const { facts } = words;
  return (
    <section className="card receipt-facts">
      <dl className="pairs card-body">
        <dt>{facts.number}</dt>
        <dd className="strong">{receipt.number}</dd>
        <dt>{facts.zone}</dt>
        <dd>{zone}</dd>
        <dt>{facts.call}</dt>
        <dd>{title}</dd>
        <dt>{facts.plan}</dt>
        <dd>{receipt.plan}</dd>
        <dt>{facts.version}</dt>
        <dd>{words.versionOf(receipt.version)}</dd>
        <dt>{facts.at}</dt>
        <dd>{words.at(secondTime(receipt.arrivedAt))}</dd>
        <dt>{facts.digest}</dt>
        <dd className="mono">{digestGroups(receipt.digest)}</dd>
        <dt>{facts.audit}</dt>
        <dd className="mono">{words.auditOf(receipt.auditHead.seq, digestGroups(receipt.auditHead.hash))}</dd>
      </dl>
      <figure className="receipt-code">
        <img src={`data:image/svg+xml,${encodeURIComponent(renderSVG(scan, { ecc: 'M', border: 2 }))}`} alt={words.qr(receipt.code)} width={148} height={148} />
        <figcaption>
          <Link className="mono" to="/verify/$code" params={{ code: receipt.code }}>
            {receipt.code}
          </Link>
          <span className="hint">{words.scanHint}</span>
        </figcaption>
      </figure>
    </section>
  );
}

function Papers({ plan, receipt }: { readonly plan: string; readonly receipt: Shown['receipt'] }) {
  const { version, pages, pdfDigest, documents: beside } = receipt;
  const rows = [
    { kind: 'form', href: versionPdfUrl(plan, version), name: documents.openFrozen(documents.form, pages), digest: pdfDigest },
    ...beside.map(({ kind, pages: count, digest }) => ({
      kind,
      href: versionDocumentUrl(plan, version, kind),
      name: documents.openFrozen(documents.nameOf[kind], count),
      digest,
    })),
  ];
  return (
    <section className="card">
      <div className="card-head">
        <h2>{words.papers}</h2>
      </div>
      <dl className="pairs card-body receipt-papers">
        {rows.map(({ kind, href, name, digest }) => (
          <div key={kind}>
            <dt>
              <PdfLink plain href={href}>
                {name}
              </PdfLink>
            </dt>
            <dd>
              <span className="faint small">{words.paperHead.digest}</span>
              <span className="mono">{digestGroups(digest)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
