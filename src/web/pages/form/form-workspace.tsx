import { Link } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { closingOf, otherOpenTabs } from '#web/drafts/tab.ts';
import { formPage, restored as restoredText } from '#web/messages/form.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { BlockCard } from './block-card.tsx';
import { CommitmentText } from './commitment-text.tsx';
import { ContentsList, useProgress } from './contents-list.tsx';
import { FormContext, useForm, type FormWork } from './form-context.ts';
import { FormHead } from './form-head.tsx';
import { openJumps } from './jumps.ts';
import { MoneyCaps } from './money-caps.tsx';
import { documentOf, restoreDrafts, type DocumentAt } from './open-documents.ts';
import { factsOf, planContent } from './plan-content.ts';
import { ProjectsList } from './projects-list.tsx';
import { openReview } from './review.ts';
import { useActiveBlock } from './use-active-block.ts';
import { useBlockLeaving } from './use-block-leaving.ts';
import { useFormKeys } from './use-form-keys.ts';
import { useKeeping } from './use-keeping.ts';
import { wordsOf } from './words.ts';

interface WorkspaceProps {
  readonly file: PlanFile;
  readonly edition: Edition;
  readonly user: string;
  readonly tab: string;
  readonly at: DocumentAt;
  readonly jumpTo: string | undefined;
}

/** The page once everything is there: opens the document, its review and its drafts. */
export function FormWorkspace({ file, edition, user, tab, at, jumpTo }: WorkspaceProps) {
  const latest = useRef(file);
  const [store] = useState(() => documentOf(at, file, user, tab));
  useLayoutEffect(() => {
    latest.current = file;
    documentOf(at, file, user, tab);
  }, [at, file, user, tab]);
  const review = useMemo(
    () =>
      openReview(
        edition,
        store,
        () => planContent(edition, latest.current, store),
        () => factsOf(latest.current),
      ),
    [edition, store],
  );
  useEffect(() => review.start(), [review]);
  useEffect(() => review.refresh(), [review, file]);
  const work = useMemo<FormWork>(
    () => ({ edition, words: wordsOf(edition), store, review, jumps: openJumps(), attachments: file.attachments }),
    [edition, store, review, file.attachments],
  );
  const [restored, setRestored] = useState<string>();
  useEffect(() => {
    let gone = false;
    const restore = async (): Promise<void> => {
      const found = gone ? undefined : await restoreDrafts(store, user, file.id, tab);
      if (!found) return;
      setRestored(restoredText.notice(found.blocks, minuteTime(found.at)));
      review.refresh();
    };
    void restore();
    // What a tab that is still open leaves behind is taken over when it closes, or has crashed.
    void otherOpenTabs().then((tabs) => [...tabs].map((other) => closingOf(other).then(restore)));
    return () => {
      gone = true;
    };
  }, [store, user, file.id, tab, review]);
  useKeeping();

  return (
    <FormContext value={work}>
      <Workspace file={file} restored={restored} onDismiss={() => setRestored(undefined)} jumpTo={jumpTo} />
    </FormContext>
  );
}

function Workspace({
  file,
  restored,
  onDismiss,
  jumpTo,
}: {
  readonly file: PlanFile;
  readonly restored: string | undefined;
  readonly onDismiss: () => void;
  readonly jumpTo: string | undefined;
}) {
  const { store, edition, review, jumps } = useForm();
  const progress = useProgress();
  const active = useActiveBlock(store.form.blocks.map((block) => block.key));
  const announced = useSyncExternalStore(review.subscribe, review.announced);
  useFormKeys(active);
  useBlockLeaving();
  useEffect(() => {
    if (jumpTo === undefined) return;
    review.reveal(jumpTo);
    jumps.to(jumpTo);
  }, [jumpTo, review, jumps]);
  const projects = file.projects.length;
  const counts = store.document === 'form' ? { projects: formPage.of(projects, edition.parameters.minProjects) } : {};

  return (
    <div className="form-page">
      <FormHead file={file} />
      <div className="form-columns">
        <ContentsList active={active} counts={counts} />
        <div className="form-blocks">
          {restored && (
            <Notice
              tone="ok"
              live
              action={
                <button type="button" className="button button-small" onClick={onDismiss}>
                  {restoredText.dismiss}
                </button>
              }
            >
              {restored}
            </Notice>
          )}
          {!store.editable && (
            <Notice tone="plain" icon="lock">
              {formPage.readOnly}
            </Notice>
          )}
          {store.form.blocks.map((block, index) => (
            <BlockCard key={block.key} block={block} progress={progress[index]}>
              {store.document === 'form' && block.key === 'projects' && <ProjectsList file={file} />}
              {store.document !== 'form' && block.key === 'money' && <MoneyCaps clause={block.clause ?? ''} />}
            </BlockCard>
          ))}
          {store.document === 'commitment' && <CommitmentText />}
          {store.document !== 'form' && (
            <p>
              <Link to="/plans/$plan/form" params={{ plan: file.id }}>
                {formPage.toForm}
              </Link>
            </p>
          )}
        </div>
      </div>
      <p className="unseen" aria-live="polite">
        {announced}
      </p>
    </div>
  );
}
