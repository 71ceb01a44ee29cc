import type { Heading } from '#domain/programme/look-up.ts';
import { editorText, outlinePage } from '#web/messages/outline.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { useWords } from './section-list.tsx';

/** Beside the text: what the guide asks of this heading, how long the text is, which keys help. */
export function SectionAside({ heading, figures, writes }: { readonly heading: Heading; readonly figures: LiveFigures; readonly writes: boolean }) {
  const count = useWords(heading.key, figures);
  return (
    <aside className="outline-aside">
      {heading.hint && (
        <section className="card">
          <div className="card-head">
            <h2>{outlinePage.hint}</h2>
          </div>
          <p className="card-body outline-hint">{heading.hint}</p>
        </section>
      )}
      <p className="tiny faint">{outlinePage.count(count)}</p>
      {writes && <p className="tiny faint">{editorText.keys}</p>}
    </aside>
  );
}
