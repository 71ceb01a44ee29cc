import '#web/pages/form/merge.css';
import { useMemo, useState } from 'react';
import { hunksOf, mergedSection, type Hunk, type HunkChoice } from '#domain/narrative/hunks.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { fileUrl } from '#web/api/file-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import type { Standing } from '#web/drafts/autosave.ts';
import { clockTime } from '#web/messages/formats.ts';
import { narrativeMerge as words } from '#web/messages/outline.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { NarrativeView } from '#web/narrative/view/narrative-view.tsx';
import { notesOf } from '#web/pages/form/document-store.ts';
import { useForm } from '#web/pages/form/form-context.ts';

/** Two texts of one section, difference by difference; nothing is saved before the person has chosen. */
export function NarrativeMerge({
  section,
  was,
  mine,
  theirs,
  figures,
}: {
  readonly section: string;
  readonly was: JsonObject;
  readonly mine: JsonObject;
  readonly theirs: Standing;
  readonly figures: LiveFigures;
}) {
  const { store, review } = useForm();
  const hunks = useMemo(() => hunksOf(was, mine, theirs.answers), [was, mine, theirs]);
  const [choices, setChoices] = useState<Readonly<Record<number, HunkChoice>>>({});
  const chosen = (hunk: Hunk, index: number): HunkChoice | undefined => choices[index] ?? (hunk.kind === 'differs' ? hunk.suggested : undefined);
  const differing = hunks.flatMap((hunk, index) => (hunk.kind === 'differs' ? [{ hunk, index }] : []));
  const open = differing.filter(({ hunk, index }) => chosen(hunk, index) === undefined).length;

  const save = (): void => {
    const merged = mergedSection(
      hunks,
      hunks.map((hunk, index) => chosen(hunk, index)),
    );
    const notes = { ...notesOf(theirs.answers), ...notesOf(mine) };
    const saver = store.saver(section);
    saver.resolve(Object.keys(merged).length > 0 && Object.keys(notes).length > 0 ? { ...merged, notes } : merged);
    saver.flush();
    review.refresh();
  };
  return (
    <div className="merge">
      <Notice tone="warn" icon="sheets" live>
        {words.title(theirs.savedBy ?? words.someone, theirs.savedAt ? clockTime(theirs.savedAt) : '')}
      </Notice>
      {differing.map(({ hunk, index }, at) => {
        const pick = (choice: HunkChoice): void => setChoices({ ...choices, [index]: choice });
        const choice = chosen(hunk, index);
        return (
          <fieldset key={index} className="merge-field">
            <legend>{words.place(at + 1, differing.length)}</legend>
            <div className="merge-sides">
              <Side title={words.mine} act={words.useMine} nodes={hunk.mine} chosen={choice === 'mine'} figures={figures} onPick={() => pick('mine')} />
              <Side
                title={words.theirs(theirs.savedBy)}
                act={words.useTheirs}
                nodes={hunk.theirs}
                chosen={choice === 'theirs'}
                figures={figures}
                onPick={() => pick('theirs')}
              />
            </div>
            {hunk.mine.length > 0 && hunk.theirs.length > 0 && (
              <button type="button" className="button button-small" aria-pressed={choice === 'both'} onClick={() => pick('both')}>
                {words.useBoth}
              </button>
            )}
          </fieldset>
        );
      })}
      <p className="small soft">{words.same}</p>
      <div className="row">
        <button type="button" className="button" disabled={open > 0} onClick={save}>
          {words.save}
        </button>
        {open > 0 && <span className="faint">{words.open(open)}</span>}
      </div>
    </div>
  );
}

function Side({
  title,
  act,
  nodes,
  chosen,
  figures,
  onPick,
}: {
  readonly title: string;
  readonly act: string;
  readonly nodes: readonly Json[];
  readonly chosen: boolean;
  readonly figures: LiveFigures;
  readonly onPick: () => void;
}) {
  return (
    <div className={chosen ? 'merge-side merge-chosen' : 'merge-side'}>
      <b>{title}</b>
      <div className="merge-text">
        {nodes.length === 0 ? (
          <span className="faint">{words.nothing}</span>
        ) : (
          <NarrativeView section={{ type: 'doc', content: nodes }} figure={figures.at} imageUrl={fileUrl} />
        )}
      </div>
      <button type="button" className="button button-small" aria-pressed={chosen} onClick={onPick}>
        {act}
      </button>
    </div>
  );
}
