import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { Notice } from '#web/components/notice.tsx';
import { formPage, restored as restoredText } from '#web/messages/form.ts';
import { useRefresh } from '#web/together/refresh.ts';
import { TogetherFrame } from '#web/together/together-frame.tsx';
import { BlockCard } from './block-card.tsx';
import { CommitmentText } from './commitment-text.tsx';
import { ContentsList, useProgress } from './contents-list.tsx';
import { FormContext, useForm } from './form-context.ts';
import type { FormFile } from './form-file.ts';
import { FormHead } from './form-head.tsx';
import { MoneyCaps } from './money-caps.tsx';
import type { DocumentAt } from './open-documents.ts';
import { ProjectsList } from './projects-list.tsx';
import { DocumentMending } from '#web/pages/mending/document-mending.tsx';
import { useActiveBlock } from './use-active-block.ts';
import { useBlockLeaving } from './use-block-leaving.ts';
import { useDocumentWork } from './use-document-work.ts';
import { useFormKeys } from './use-form-keys.ts';

/** What a page that opens a document outside the plan puts in place of the plan's own head and notices. */
export interface FormFrame {
  readonly head?: React.ReactNode;
  /** Stands above the blocks. */
  readonly notice?: React.ReactNode;
  /** Stands at the end of the money block, below what the caps say. */
  readonly money?: React.ReactNode;
  /** Stands below the blocks. */
  readonly end?: React.ReactNode;
}

interface WorkspaceProps {
  readonly file: FormFile;
  readonly edition: Edition;
  readonly user: string;
  readonly tab: string;
  readonly at: DocumentAt;
  readonly jumpTo: string | undefined;
  readonly frame?: FormFrame;
}

/** The page once everything is there: opens the document, its review and its drafts. */
export function FormWorkspace({ file, edition, user, tab, at, jumpTo, frame }: WorkspaceProps) {
  const { work, restored, dismiss } = useDocumentWork({ file, edition, user, tab, at });

  return (
    <FormContext value={work}>
      <Workspace file={file} restored={restored} onDismiss={dismiss} jumpTo={jumpTo} frame={frame} />
    </FormContext>
  );
}

function Workspace({
  file,
  restored,
  onDismiss,
  jumpTo,
  frame,
}: {
  readonly file: FormFile;
  readonly restored: string | undefined;
  readonly onDismiss: () => void;
  readonly jumpTo: string | undefined;
  readonly frame: FormFrame | undefined;
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
  const refresh = useRefresh(file, store.document);
  const projects = file.projects.length;
  const counts = store.document === 'form' ? { projects: formPage.of(projects, edition.parameters.minProjects) } : {};

  return (
    <TogetherFrame plan={file.id} edition={edition} store={store} active={active} goTo={jumps.to} refresh={refresh}>
      <div className="form-page">
        {frame?.head ?? <FormHead file={file} />}
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
            {frame?.notice}
            {!frame?.head && <DocumentMending file={file} store={store} />}
            {!frame?.head && !store.editable && (
              <Notice tone="plain" icon="lock">
                {formPage.readOnly}
              </Notice>
            )}
            {store.form.blocks.map((block, index) => (
              <BlockCard key={block.key} block={block} progress={progress[index]}>
                {store.document === 'form' && block.key === 'projects' && <ProjectsList file={file} />}
                {store.document !== 'form' && block.key === 'money' && <MoneyCaps clause={block.clause ?? ''} />}
                {block.key === 'money' && frame?.money}
              </BlockCard>
            ))}
            {store.document === 'commitment' && <CommitmentText />}
            {frame?.end}
            {!frame?.head && store.document !== 'form' && (
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
    </TogetherFrame>
  );
}
