import { paperReceiptUrl } from '#web/api/intake-queries.ts';
import { paperRefusalUrl, type Papers } from '#web/api/scan-queries.ts';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { causeWord, copiesText, receipts } from '#web/messages/intake.ts';
import { papers as words } from '#web/messages/papers.ts';

/** What the intake centre's desk took, with its receipts, and what it did not take, with the cause. */
export function HandedInCard({ plan, handed }: { readonly plan: string; readonly handed: Papers['handedIn'] }) {
  if (handed === null || handed.receipts.length + handed.refusals.length === 0) return null;
  return (
    <section className="card" aria-labelledby="handed-in">
      <div className="card-head">
        <h2 id="handed-in">{words.handedIn}</h2>
        {handed.number !== null && <span className="more">{handed.number}</span>}
      </div>
      <ul className="handed-in">
        {handed.receipts.map((one) => (
          <li key={one.n}>
            <span>
              <span>
                {receipts.line(one.n, one.at)}　{words.version(one.version)}
              </span>
              <span className="small soft">
                {copiesText(one.counts)}　{words.handedBy(one.handedInBy)}
              </span>
            </span>
            <PdfLink href={paperReceiptUrl(plan, one.n)}>{words.receipt}</PdfLink>
          </li>
        ))}
        {handed.refusals.map((one) => (
          <li key={one.id}>
            <span>
              <span>{words.notTaken(minuteTime(one.at), causeWord[one.cause])}</span>
              <span className="small soft">{[words.handedBy(one.handedInBy), one.remark].filter(Boolean).join('　')}</span>
            </span>
            <PdfLink href={paperRefusalUrl(plan, one.id)}>{words.refusalNote}</PdfLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
