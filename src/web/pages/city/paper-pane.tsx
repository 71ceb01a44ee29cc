import { useEffect, useRef, useState } from 'react';
import { type PaperName, paperUrl } from '#web/api/city-queries.ts';
import { filedPageUrl } from '#web/api/scan-queries.ts';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { cityCheck as words } from '#web/messages/city.ts';

const names = ['form', 'plan', 'commitment'] as const;

/** The filed papers page by page, as they will be printed. Pages are drawn by the server, so that a phone shows them too. */
export function PaperPane({ plan, n, pages }: { readonly plan: string; readonly n: number; readonly pages: Readonly<Record<string, number>> }) {
  const [paper, setPaper] = useState<PaperName>('form');
  const [page, setPage] = useState(1);
  const scroll = useRef<HTMLDivElement>(null);
  const count = pages[paper] ?? 0;
  useEffect(() => {
    scroll.current?.closest('.city-paper')?.scrollTo({ top: 0 });
    const seen = new IntersectionObserver(
      (entries) => {
        const top = entries.find((entry) => entry.isIntersecting);
        const shown = top?.target instanceof HTMLElement ? Number(top.target.dataset['page']) : undefined;
        if (shown) setPage(shown);
      },
      { rootMargin: '-40% 0px -60% 0px' },
    );
    for (const one of scroll.current?.children ?? []) seen.observe(one);
    return () => seen.disconnect();
  }, [paper, n]);
  return (
    <>
      <div className="city-pane-head">
        {names
          .filter((name) => (pages[name] ?? 0) > 0)
          .map((name) => (
            <button
              key={name}
              type="button"
              className={name === paper ? 'city-paper-name' : 'text-button'}
              aria-pressed={name === paper}
              onClick={() => {
                setPaper(name);
                setPage(1);
              }}
            >
              {words.papers[name]}
            </button>
          ))}
        <span className="soft">{words.pageOf(page, count)}</span>
        <span className="city-pane-end">
          <PdfLink href={paperUrl(plan, n, paper)} plain>
            {words.newWindow}
          </PdfLink>
        </span>
      </div>
      <div className="city-pages" ref={scroll}>
        {Array.from({ length: count }, (_, index) => (
          <Page key={`${paper} ${index}`} plan={plan} n={n} paper={paper} page={index + 1} />
        ))}
      </div>
    </>
  );
}

function Page({ plan, n, paper, page }: { readonly plan: string; readonly n: number; readonly paper: PaperName; readonly page: number }) {
  const [missing, setMissing] = useState(false);
  return (
    <div className="city-page" data-page={page}>
      {missing ? (
        <p className="soft">{words.pageMissing}</p>
      ) : (
        <img loading="lazy" src={filedPageUrl(plan, n, paper, page, 'page')} alt={words.pageAlt(words.papers[paper], page)} onError={() => setMissing(true)} />
      )}
    </div>
  );
}
