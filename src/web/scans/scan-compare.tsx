import './compare.css';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { filedPageUrl, scannedPageUrl, type Papers, type PictureSize, type ScanView } from '#web/api/scan-queries.ts';
import { StateMark } from '#web/components/state-mark.tsx';
import { usePhone } from '#web/fields/use-phone.ts';
import { compare as words, pageName, papers as paperWords } from '#web/messages/papers.ts';
import { comparePages, type Pair } from './compare-pages.ts';
import { PagePicture } from './page-picture.tsx';

type Side = 'filed' | 'scanned';

/**
 * The filed page beside the scanned one: a program has read which version was printed, the eye looks at seals and handwriting. `papers` are
 * those of version `n` in the order of binding. Arrow keys turn the pages, Z looks closer; on a phone the two sides are tabs.
 */
export function ScanCompare({
  plan,
  n,
  papers,
  scan,
}: {
  readonly plan: string;
  readonly n: number;
  readonly papers: Papers['papers'];
  readonly scan: ScanView | null;
}) {
  const pairs = comparePages(papers, scan);
  const [at, setAt] = useState(0);
  const [closer, setCloser] = useState(false);
  const [side, setSide] = useState<Side>(scan === null ? 'filed' : 'scanned');
  const phone = usePhone();
  const panes = useRef<HTMLDivElement>(null);
  const id = useId();
  const shown = Math.min(at, pairs.length - 1);
  const pair = pairs[shown];
  const turn = (by: number): void => {
    setAt(Math.max(0, Math.min(pairs.length - 1, shown + by)));
    for (const pane of panes.current?.querySelectorAll('.compare-pane') ?? []) pane.scrollTo(0, 0);
  };
  const frame = useRef<HTMLElement>(null);
  // Keys work wherever the focus is inside: on a button or in a pane.
  useEffect(() => {
    const element = frame.current;
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  });
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    if (event.key === 'ArrowLeft') turn(-1);
    else if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'z' || event.key === 'Z') setCloser(!closer);
    else return;
    event.preventDefault();
  }
  if (pair === undefined) return null;
  const size: PictureSize = closer ? 'close' : 'page';
  const filed = pair.filed;
  const file = pair.scan === undefined ? undefined : scan?.pages[pair.scan - 1];
  const sides: Readonly<Record<Side, ReactNode>> = {
    filed: filed ? (
      <PagePicture
        key={`${filed.kind}${filed.page}${size}`}
        closer={closer}
        src={filedPageUrl(plan, n, filed.kind, filed.page, size)}
        alt={words.filedAlt(pageName(filed.kind, filed.page))}
      />
    ) : (
      <p className="compare-empty soft">{words.noFiled}</p>
    ),
    scanned:
      pair.scan !== undefined && file !== undefined ? (
        <PagePicture
          key={`${file.file}${file.page}${size}`}
          closer={closer}
          src={scannedPageUrl(plan, n, pair.scan, size, `${file.file}-${file.page}`)}
          alt={words.scannedAlt(pair.scan)}
        />
      ) : (
        <p className="compare-empty soft">{scan === null ? words.noScan : words.missing}</p>
      ),
  };

  return (
    <section ref={frame} className="card compare" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{words.title}</h2>
        <span className="more">{words.keys}</span>
      </div>
      <p className="compare-says">
        {words.proves}
        <strong>{words.eye}</strong>
      </p>
      <div className="compare-bar">
        <button type="button" className="button" disabled={shown === 0} onClick={() => turn(-1)}>
          {words.previous}
        </button>
        <label className="compare-page">
          <span className="unseen">{words.page}</span>
          <select className="choice" value={shown} onChange={(event) => setAt(Number(event.target.value))}>
            {pairs.map((one, index) => (
              <option key={index} value={index}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" disabled={shown === pairs.length - 1} onClick={() => turn(1)}>
          {words.next}
        </button>
        <button type="button" className="button" aria-pressed={closer} onClick={() => setCloser(!closer)}>
          {closer ? words.whole : words.closer}
        </button>
        <span className="compare-at faint small" role="status">
          {words.at(shown + 1, pairs.length)}
        </span>
        {pair.told && (
          <StateMark icon="user" tone="warn">
            {paperWords.told}
          </StateMark>
        )}
      </div>
      {phone && (
        <div className="compare-tabs" role="tablist" aria-label={words.title}>
          {(['filed', 'scanned'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`${id}-${one}`}
              aria-selected={side === one}
              aria-controls={`${id}-pane-${one}`}
              onClick={() => setSide(one)}
            >
              {words[one]}
            </button>
          ))}
        </div>
      )}
      <div className="compare-panes" ref={panes}>
        {(['filed', 'scanned'] as const)
          .filter((one) => !phone || one === side)
          .map((one) => (
            <figure key={one} id={`${id}-pane-${one}`} {...(phone ? { role: 'tabpanel', 'aria-labelledby': `${id}-${one}` } : {})}>
              {!phone && <figcaption>{captionOf(one, pair)}</figcaption>}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
              <div className="compare-pane" tabIndex={0} role="group" aria-label={captionOf(one, pair)}>
                {sides[one]}
              </div>
            </figure>
          ))}
      </div>
    </section>
  );
}

function nameOf({ filed, scan, fault }: Pair): string {
  const name = filed === undefined ? words.scanAt(scan ?? 0) : pageName(filed.kind, filed.page);
  return fault ? `▲ ${name}` : name;
}

function captionOf(side: Side, { filed, scan }: Pair): string {
  if (side === 'filed') return filed === undefined ? words.filed : `${words.filed} · ${pageName(filed.kind, filed.page)}`;
  return scan === undefined ? words.scanned : `${words.scanned} · ${words.scanAt(scan)}`;
}
