import { useMemo, useSyncExternalStore } from 'react';
import { countWords, narrativeText } from '#domain/narrative/text.ts';
import { outlineHeadings, type Heading } from '#domain/programme/look-up.ts';
import { SegmentBar } from '#web/components/segment-bar.tsx';
import { BlockIcon } from '#web/components/state-mark.tsx';
import { formPage } from '#web/messages/form.ts';
import { outlinePage } from '#web/messages/outline.ts';
import { blockStateWord } from '#web/messages/states.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { useProgress } from '#web/pages/form/contents-list.tsx';
import { useForm, useSaving } from '#web/pages/form/form-context.ts';

interface ListProps {
  readonly active: string;
  readonly figures: LiveFigures;
  readonly onGo: (section: string) => void;
}

/** Chapters and sections with their state and length; on a phone a select. */
export function SectionList({ active, figures, onGo }: ListProps) {
  const { edition } = useForm();
  const progress = useProgress();
  const headings = outlineHeadings(edition);
  const done = progress.filter((block) => block.state === 'done').length;
  const stateOf = (key: string) => progress.find((block) => block.key === key)?.state ?? 'empty';
  return (
    <nav className="contents" aria-label={outlinePage.contents}>
      <p className="contents-head">
        <b>{outlinePage.sections(done, headings.length)}</b> <TotalWords figures={figures} />
      </p>
      <SegmentBar states={progress.map((block) => block.state)} of={outlinePage.title} />
      <label className="contents-select phone-only">
        <span className="unseen">{formPage.goTo}</span>
        <select className="control" value={active} onChange={(event) => onGo(event.target.value)}>
          {headings.map((heading) => (
            <option key={heading.key} value={heading.key}>
              {`${nameOf(heading)}　${blockStateWord(stateOf(heading.key), 0)}`}
            </option>
          ))}
        </select>
      </label>
      <ol className="contents-list outline-list">
        {headings.map((heading, index) => (
          <li key={heading.key} className={`contents-${stateOf(heading.key)}${heading.chapter.key === heading.key ? ' outline-own' : ''}`}>
            {heading.chapter !== headings[index - 1]?.chapter && heading.chapter.key !== heading.key && (
              <p className="outline-chapter">{outlinePage.chapter(heading.chapter.number, heading.chapter.title)}</p>
            )}
            <a
              href={`?at=/outline/${heading.key}`}
              aria-current={heading.key === active ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                onGo(heading.key);
              }}
            >
              <BlockIcon state={stateOf(heading.key)} />
              <span>{nameOf(heading)}</span>
              <SectionWords section={heading.key} figures={figures} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** As the outline numbers it: 1．集群发展现状; a chapter that is written under itself: 四、保障措施. */
export function nameOf({ key, number, title, chapter }: Heading): string {
  return key === chapter.key ? outlinePage.chapter(number, title) : outlinePage.section(number, title);
}

function SectionWords({ section, figures }: { readonly section: string; readonly figures: LiveFigures }) {
  const count = useWords(section, figures);
  return <span className="contents-count">{count > 0 && outlinePage.words(count)}</span>;
}

export function useWords(section: string, figures: LiveFigures): number {
  const { current } = useSaving(section);
  return useMemo(() => countWords(narrativeText(current, (path) => figures.at(path).text)), [current, figures]);
}

function TotalWords({ figures }: { readonly figures: LiveFigures }) {
  const { store } = useForm();
  const count = useSyncExternalStore(store.subscribe, () => store.form.blocks.reduce((sum, { key }) => sum + wordsOf(store.answers(key), figures), 0));
  return <span className="faint">{outlinePage.total(count)}</span>;
}

/** Counted once a text: a text is never changed in place. */
const counted = new WeakMap<object, number>();

function wordsOf(section: object & Parameters<typeof narrativeText>[0], figures: LiveFigures): number {
  const known = counted.get(section);
  if (known !== undefined) return known;
  const count = countWords(narrativeText(section, (path) => figures.at(path).text));
  counted.set(section, count);
  return count;
}
