import { paperReceiptUrl, refusalNoteUrl, type Copies, type IntakeFile } from '#web/api/intake-queries.ts';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { causeWord, copiesText, desk, receipts as words } from '#web/messages/intake.ts';

/** The receipt as it would be printed now; number and stamp come from the server. */
export function PreviewCard({ file, counts, remark }: { readonly file: IntakeFile; readonly counts: Copies; readonly remark: string }) {
  const lines = [
    words.number(file.number),
    words.zone(file.plan.zone),
    words.papers(copiesText(counts)),
    words.version(file.version.n, file.version.digest),
    words.stamp,
    words.remark(remark.trim()),
  ];
  return (
    <section className="card" aria-labelledby="preview">
      <div className="card-head">
        <h2 id="preview">{words.preview}</h2>
      </div>
      <div className="receipt-paper">
        <p className="receipt-title">{words.paperTitle}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}

/** Every receipt of the file, and what was not taken. */
export function ReceiptList({ file }: { readonly file: IntakeFile }) {
  const { receipts, refusals } = file;
  if (receipts.length + refusals.length === 0) return null;
  return (
    <section className="card" aria-labelledby="receipts">
      <div className="card-head">
        <h2 id="receipts">{words.title}</h2>
        {file.number && <span className="more">{file.number}</span>}
      </div>
      <ul className="intake-lines">
        {receipts.map((one) => (
          <li key={one.n}>
            <span>
              <span>{words.line(one.n, one.stampedAt)}</span>
              <span className="small faint intake-second">{copiesText(one.counts)}</span>
              <span className="small faint intake-second">{words.by(one.handedInBy, one.courier, one.tracking)}</span>
            </span>
            <PdfLink href={paperReceiptUrl(file.plan.id, one.n)}>{words.print}</PdfLink>
          </li>
        ))}
        {refusals.map((one) => (
          <li key={one.id}>
            <span>
              <span>{words.refused(one.at, causeWord[one.cause])}</span>
              <span className="small faint intake-second">{words.by(one.handedInBy, one.remark, null)}</span>
            </span>
            <PdfLink href={refusalNoteUrl(one.id)}>{desk.print}</PdfLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
