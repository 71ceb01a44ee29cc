import './guide.css';
import { useQuery } from '@tanstack/react-query';
import { useRouterState, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { callQuery, editionQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { guide } from '#web/messages/guide.ts';
import { ClauseSection } from './clause-section.tsx';
import { sectionsOf, type GuideSection } from './sections.ts';

/** The guide's duties clause by clause, with the rules that check them, the reading chosen and who settled it. */
export function GuidePage() {
  const { data: call, error } = useQuery(callQuery);
  const { data: edition, error: editionError } = useQuery(editionQuery(call?.edition));
  if (call === null) return <PageHead title={guide.title} meta={guide.noCall} />;
  if (!edition) return <Loading error={error ?? editionError} />;
  return <Guide edition={edition} />;
}

function Guide({ edition }: { readonly edition: Edition }) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const sections = sectionsOf(edition, wanted);
  const { rule } = useSearch({ from: '/guide' });
  const hash = useRouterState({ select: (state) => state.location.hash });
  useArrivalAt(hash, wanted);
  const hits = sections.reduce((sum, section) => sum + section.duties.length + section.rules.length, 0);
  return (
    <div className="guide">
      <PageHead title={guide.title} meta={guide.meta(edition)} />
      <p className="soft guide-lead">{guide.lead(edition.clauses.length, edition.duties.length, edition.rules.length)}</p>
      <div className="guide-search">
        <label htmlFor="guide-search">{guide.search}</label>
        <Input id="guide-search" type="search" value={text} onChange={(event) => setText(event.target.value)} aria-describedby="guide-hint" allowClear />
        <p id="guide-hint" className="hint" role="status">
          {wanted === '' ? guide.searchHint : guide.found(hits)}
        </p>
      </div>
      <div className="guide-columns">
        <Contents sections={sections} />
        <div className="stack">
          {sections.map((section) => (
            <ClauseSection key={section.clause.id} section={section} edition={edition} rule={rule} target={hash} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Contents({ sections }: { readonly sections: readonly GuideSection[] }) {
  return (
    <nav className="guide-contents desk-only" aria-label={guide.contents}>
      <ul>
        {sections.map(({ clause }) => (
          <li key={clause.id}>
            <a href={`#${clause.id}`}>
              <b>{clause.cite}</b> {clause.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Brings the clause, duty or rule that the address names into view and moves the focus there, once it is drawn. */
function useArrivalAt(hash: string, wanted: string): void {
  useEffect(() => {
    if (hash === '' || wanted !== '') return;
    const target = document.getElementById(hash);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [hash, wanted]);
}
