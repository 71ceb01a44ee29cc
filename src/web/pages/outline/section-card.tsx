import type { Editor } from '@tiptap/core';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Heading } from '#domain/programme/look-up.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { fileUrl } from '#web/api/file-queries.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { BlockMark } from '#web/components/state-mark.tsx';
import { usePhone } from '#web/fields/use-phone.ts';
import { editorText, outlinePage } from '#web/messages/outline.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { NarrativeView } from '#web/narrative/view/narrative-view.tsx';
import { useProgress } from '#web/pages/form/contents-list.tsx';
import { notesOf } from '#web/pages/form/document-store.ts';
import { useForm, useSaving } from '#web/pages/form/form-context.ts';
import { MendHere } from '#web/pages/mending/mend-here.tsx';
import { BlockTools } from '#web/together/marks.tsx';
import { FindPanel } from './find-panel.tsx';
import { NarrativeMerge } from './narrative-merge.tsx';
import { ProjectEntries } from './project-entries.tsx';
import { SectionAside } from './section-aside.tsx';
import { nameOf } from './section-list.tsx';
import { SectionProblems } from './section-problems.tsx';

/** The editor is a program of its own, fetched when a section is opened for writing. */
const NarrativeEditor = lazy(async () => ({ default: (await import('#web/narrative/editor/narrative-editor.tsx')).NarrativeEditor }));

export function SectionCard({
  file,
  heading,
  figures,
  finding,
  before,
  after,
  onFind,
  onGo,
}: {
  readonly file: PlanFile;
  readonly heading: Heading;
  readonly figures: LiveFigures;
  readonly finding: boolean;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly onFind: (finding: boolean) => void;
  readonly onGo: (section: string) => void;
}) {
  const { store, edition } = useForm();
  const { key, title, chapter } = heading;
  const { clash, current, saved } = useSaving(key);
  const phone = usePhone();
  const state = useProgress().find((block) => block.key === key)?.state ?? 'empty';
  const [editor, setEditor] = useState<Editor>();
  const upload = useCallback(
    async (picture: Blob, name: string) =>
      (await call('uploadFile', { params: { plan: file.id, document: 'outline' }, query: { path: `/${key}`, name }, bytes: picture })).id,
    [file.id, key],
  );
  const write = (section: JsonObject): void => {
    const notes = notesOf(store.answers(key));
    store.write(key, Object.keys(section).length > 0 && Object.keys(notes).length > 0 ? { ...section, notes } : section);
  };
  const writes = store.writes(key) && !phone;
  return (
    <div className="outline-grid">
      <section className="card outline-card" data-block={key} data-pointer={`/outline/${key}`} aria-labelledby="section-title">
        <header className="outline-card-head">
          {chapter.key !== key && <p className="small soft">{outlinePage.chapter(chapter.number, chapter.title)}</p>}
          <div className="row">
            <h2 id="section-title" tabIndex={-1}>
              {nameOf(heading)}
            </h2>
            <BlockMark state={store.writes(key) ? state : 'locked'} />
            <BlockTools block={key} />
          </div>
        </header>
        <MendHere block={key} />
        {clash ? (
          <NarrativeMerge key={clash.version} section={key} mine={current} was={saved.answers} theirs={clash} figures={figures} />
        ) : (
          <>
            {finding && writes && <FindPanel editor={editor} section={key} onGo={onGo} onClose={() => onFind(false)} />}
            {writes ? (
              <Suspense fallback={<p className="card-body soft">{outlinePage.opening}</p>}>
                <NarrativeEditor
                  title={title}
                  section={current}
                  figures={figures}
                  imageUrl={fileUrl}
                  upload={upload}
                  onChange={write}
                  onLeave={store.keepAll}
                  onFind={() => onFind(true)}
                  onReady={setEditor}
                />
              </Suspense>
            ) : (
              <div className="card-body">
                {store.writes(key) && <p className="soft small phone-note">{editorText.phone}</p>}
                <NarrativeView section={current} figure={figures.at} imageUrl={fileUrl} />
              </div>
            )}
          </>
        )}
        <SectionProblems section={key} file={file} />
        {edition.projectEntries?.section === key && <ProjectEntries file={file} edition={edition} />}
        <div className="outline-steps">
          <StepButton word={outlinePage.previous} to={before} onGo={onGo} />
          <StepButton word={outlinePage.next} to={after} onGo={onGo} />
        </div>
      </section>
      <SectionAside heading={heading} figures={figures} writes={writes} />
    </div>
  );
}

function StepButton({ word, to, onGo }: { readonly word: string; readonly to: string | undefined; readonly onGo: (section: string) => void }) {
  if (to === undefined) return <span />;
  return (
    <button type="button" className="button" onClick={() => onGo(to)}>
      {word}
    </button>
  );
}
