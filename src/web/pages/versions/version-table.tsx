import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { versionDocumentUrl } from '#web/api/document-paths.ts';
import { versionPdfUrl } from '#web/api/paths.ts';
import type { PlanFile, VersionRow } from '#web/api/queries.ts';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { documents } from '#web/messages/documents.ts';
import { digestGroups, secondTime } from '#web/messages/formats.ts';
import { versions as words } from '#web/messages/versions.ts';
import { PackageLink } from '#web/pages/receipt/package-link.tsx';

/** Frozen versions, newest first. */
export function VersionTable({ versions, plan }: { readonly versions: readonly VersionRow[]; readonly plan: PlanFile }) {
  return (
    <section className="card">
      <table className="table version-table" aria-label={words.title}>
        <TableHead
          columns={[
            words.columns.version,
            words.columns.state,
            words.columns.filedAt,
            words.columns.filedBy,
            words.columns.receipt,
            words.columns.code,
            words.columns.open,
          ]}
        />
        <tbody>
          {versions.map((version, index) => (
            <tr key={version.n}>
              <th scope="row">{words.versionOf(version.n)}</th>
              <td>
                <VersionMark version={version} newest={index === 0} />
              </td>
              <td className="nowrap">{secondTime(version.filedAt)}</td>
              <td>{version.filedBy}</td>
              <td className="nowrap">
                <Link to="/plans/$plan/receipts/$number" params={{ plan: plan.id, number: version.receipt }}>
                  {version.receipt}
                </Link>
              </td>
              <td>
                <span className="mono nowrap">{version.code}</span>
                <details>
                  <summary>{words.digests}</summary>
                  <p className="faint">{words.digest}</p>
                  <p className="mono">{digestGroups(version.digest)}</p>
                  <p className="faint">{words.pdfDigest}</p>
                  <p className="mono">{digestGroups(version.pdfDigest)}</p>
                  {version.documents.map(({ kind, digest }) => (
                    <Fragment key={kind}>
                      <p className="faint">{documents.digestOf(documents.nameOf[kind])}</p>
                      <p className="mono">{digestGroups(digest)}</p>
                    </Fragment>
                  ))}
                </details>
              </td>
              <td className="nowrap">
                <ul className="version-papers">
                  <li>
                    <PdfLink plain href={versionPdfUrl(plan.id, version.n)}>
                      {documents.openFrozen(documents.form, version.pages)}
                    </PdfLink>
                  </li>
                  {version.documents.map(({ kind, pages }) => (
                    <li key={kind}>
                      <PdfLink plain href={versionDocumentUrl(plan.id, version.n, kind)}>
                        {documents.openFrozen(documents.nameOf[kind], pages)}
                      </PdfLink>
                    </li>
                  ))}
                  <li>
                    <PackageLink plain plan={plan.id} n={version.n} />
                  </li>
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VersionMark({ version, newest }: { readonly version: VersionRow; readonly newest: boolean }) {
  if (version.current) {
    return (
      <StateMark icon="done" tone="ok">
        {words.current}
      </StateMark>
    );
  }
  return (
    <StateMark icon={newest ? 'back' : 'sheets'} tone="warn">
      {newest ? words.recalled : words.superseded}
    </StateMark>
  );
}
