import { useQuery } from '@tanstack/react-query';
import { paperUrl, papersQuery } from '#web/api/scan-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { desk, scanned as words } from '#web/messages/intake.ts';
import { faultSentence, pageName, papers as paperWords } from '#web/messages/papers.ts';
import { ScanCompare } from '#web/scans/scan-compare.tsx';

const place = 'filed-pages';

/** Goes to the filed pages further down this page. */
export function ToCompare() {
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        const card = document.getElementById(place);
        card?.scrollIntoView();
        card?.focus({ preventScroll: true });
      }}
    >
      <Icon name="sheets" />
      {desk.filed}
    </button>
  );
}

/** The filed papers of version `n` beside the scan of the sealed ones; what was found on it, and which pages only a person vouches for. */
export function CompareCard({ plan, n }: { readonly plan: string; readonly n: number }) {
  const { data: papers } = useQuery(papersQuery(plan));
  if (papers?.stage !== 'ready' || papers.n !== n) return null;
  const scan = papers.scan?.state === 'read' ? papers.scan : null;
  const told = scan?.found.filter((page) => page.told === true) ?? [];
  return (
    <div className="stack intake-compare" id={place} tabIndex={-1}>
      <section className="card" aria-labelledby="scan-found">
        <div className="card-head">
          <h2 id="scan-found">{words.title}</h2>
          {papers.documentNumber !== null && <span className="more">{paperWords.letter(papers.documentNumber)}</span>}
        </div>
        <div className="card-body stack">
          {scan === null ? (
            <p className="soft">{words.none}</p>
          ) : (
            <StateMark icon={scan.ok === true ? 'done' : 'bad'} tone={scan.ok === true ? 'ok' : 'error'}>
              {scan.ok === true ? paperWords.whole : words.faults(scan.faults.length)}
            </StateMark>
          )}
          {scan !== null && scan.faults.length > 0 && (
            <ul className="intake-found">
              {scan.faults.map((fault, index) => (
                <li key={index}>{faultSentence(fault)}</li>
              ))}
            </ul>
          )}
          {told.length > 0 && (
            <div>
              <StateMark icon="user" tone="warn">
                {paperWords.told}
              </StateMark>
              <ul className="intake-found">
                {told.map((page) => (
                  <li key={page.scan}>{paperWords.toldBy(page.scan, pageName(page.kind, page.page), page.by ?? '')}</li>
                ))}
              </ul>
            </div>
          )}
          <p className="row">
            {papers.papers.map(({ kind, name, pages }) => (
              <PdfLink key={kind} plain href={paperUrl(plan, kind)}>
                {words.open(name, pages)}
              </PdfLink>
            ))}
          </p>
        </div>
      </section>
      <ScanCompare plan={plan} n={n} papers={papers.papers} scan={scan} />
    </div>
  );
}
