import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useRef } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { versionDocumentUrl } from '#web/api/document-paths.ts';
import { versionPdfUrl } from '#web/api/paths.ts';
import type { PlanFile, Receipt } from '#web/api/queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { check as words } from '#web/messages/check.ts';
import { documents } from '#web/messages/documents.ts';
import { digestGroups, secondTime } from '#web/messages/formats.ts';
import { receipt as receiptWords } from '#web/messages/receipt.ts';
import { cityOf } from '#web/progress/city.ts';

/** The receipt: a notice on the page with what to keep and what comes next. */
export function ReceiptCard({ receipt, plan, edition }: { readonly receipt: Receipt; readonly plan: PlanFile; readonly edition: Edition }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="card receipt" role="status">
      <div className="receipt-head">
        <Icon name="done" size={28} />
        <div>
          <h2 ref={title} tabIndex={-1}>
            {words.receiptTitle}
          </h2>
          <p className="soft">{(plan.mending ? words.nextMended : words.next)(cityOf(edition, plan.city))}</p>
        </div>
      </div>
      <dl className="pairs card-body">
        <dt>{words.receipt.number}</dt>
        <dd className="strong">{receipt.number}</dd>
        <dt>{words.receipt.version}</dt>
        <dd>{words.versionOf(receipt.version)}</dd>
        <dt>{words.receipt.at}</dt>
        <dd>{secondTime(receipt.arrivedAt)}</dd>
        <dt>{words.receipt.pages}</dt>
        <dd>{words.pagesOf(receipt.pages)}</dd>
        <dt>{words.receipt.code}</dt>
        <dd className="mono">{receipt.code}</dd>
        <dt>{words.receipt.digest}</dt>
        <dd className="mono">{digestGroups(receipt.digest)}</dd>
        <dt>{words.receipt.pdfDigest}</dt>
        <dd className="mono">{digestGroups(receipt.pdfDigest)}</dd>
        {receipt.documents.map(({ kind, digest }) => (
          <Fragment key={kind}>
            <dt>{documents.digestOf(documents.nameOf[kind])}</dt>
            <dd className="mono">{digestGroups(digest)}</dd>
          </Fragment>
        ))}
        <dt>{words.receipt.audit}</dt>
        <dd className="mono">{words.auditOf(receipt.auditHead.seq, receipt.auditHead.hash)}</dd>
      </dl>
      <div className="card-body row">
        <PdfLink href={versionPdfUrl(plan.id, receipt.version)}>{words.openPdf}</PdfLink>
        {receipt.documents.map(({ kind, pages }) => (
          <PdfLink key={kind} href={versionDocumentUrl(plan.id, receipt.version, kind)}>
            {documents.openFrozen(documents.nameOf[kind], pages)}
          </PdfLink>
        ))}
        <Link className="button" to="/plans/$plan/receipts/$number" params={{ plan: plan.id, number: receipt.number }}>
          {receiptWords.open}
        </Link>
        <Link className="button" to="/plans/$plan/versions" params={{ plan: plan.id }}>
          {words.toVersions}
        </Link>
      </div>
    </section>
  );
}
