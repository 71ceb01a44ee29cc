import { Link, useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { draftDocumentUrl, proposalPdfUrl } from '#web/api/document-paths.ts';
import { draftPdfUrl } from '#web/api/paths.ts';
import { ExportPdf } from '#web/components/export-pdf.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { SaveState, type Saving } from '#web/components/save-state.tsx';
import { useServerNow } from '#web/api/server-clock.ts';
import { formPage } from '#web/messages/form.ts';
import { deadlineText } from '#web/messages/formats.ts';
import { mending as mendingWords } from '#web/messages/mending.ts';
import { projectsPage } from '#web/messages/projects.ts';
import { TogetherHead } from '#web/together/marks.tsx';
import { isSaved } from '#web/drafts/autosave.ts';
import type { DocumentStore } from './document-store.ts';
import type { FormFile } from './form-file.ts';
import { FormSheet } from '#web/sheets/form-sheet.tsx';
import { useForm } from './form-context.ts';
import { useNextProblem } from './use-next-problem.ts';

/** Title, where the text stands, the paper, and the one thing to do next. */
export function FormHead({ file }: { readonly file: FormFile }) {
  const { store } = useForm();
  const index = file.projects.findIndex((project) => project.id === store.document);
  const project = index >= 0;
  return (
    <div className="form-head">
      <div className="form-title">
        <nav aria-label={formPage.crumbs}>
          <ol className="crumbs">
            <li>
              <Link to="/workbench">{formPage.workbench}</Link>
            </li>
            <li>
              {project ? (
                <Link to="/plans/$plan/projects" params={{ plan: file.id }}>
                  {projectsPage.title}
                </Link>
              ) : store.document === 'commitment' ? (
                formPage.commitment
              ) : (
                formPage.form
              )}
            </li>
            {project && <li>{formPage.project(index + 1)}</li>}
          </ol>
        </nav>
        <h1>{project ? <ProjectTitle /> : store.form.title}</h1>
      </div>
      <TogetherHead />
      {store.editable && <TimeLeft until={file.submitBy} mending={file.mending !== null} />}
      <SavingState />
      {project && <FormSheet />}
      {store.document === 'form' && <PdfLink href={draftPdfUrl(file.id)}>{formPage.pdf}</PdfLink>}
      {store.document === 'commitment' && <ExportPdf href={draftDocumentUrl(file.id, 'commitment')} />}
      {project && <ExportPdf href={proposalPdfUrl(store.document)} />}
      <NextButton plan={file.id} className="button button-primary desk-only" />
      <div className="bottom-bar">
        <NextButton plan={file.id} className="button button-primary" />
      </div>
    </div>
  );
}

export function TimeLeft({ until, mending = false }: { readonly until: string; readonly mending?: boolean }) {
  const now = useServerNow(10_000);
  return (
    <span className="small soft nowrap" title={deadlineText(until)}>
      {mending ? mendingWords.left(until, now) : formPage.left(until, now)}
    </span>
  );
}

export function ProjectTitle() {
  const { store } = useForm();
  const name = useSyncExternalStore(store.subscribe, () => store.value('summary', 'name'));
  return typeof name === 'string' && name !== '' ? name : formPage.proposal;
}

function NextButton({ plan, className }: { readonly plan: string; readonly className: string }) {
  const navigate = useNavigate();
  const { store } = useForm();
  const { count, go } = useNextProblem();
  if (!store.editable)
    return (
      <Link className={className} to="/plans/$plan/versions" params={{ plan }}>
        {formPage.toVersions}
      </Link>
    );
  return (
    <button type="button" className={className} onClick={() => (count > 0 ? go() : void navigate({ to: '/plans/$plan/check', params: { plan } }))}>
      {count > 0 ? formPage.next : formPage.allDone}
    </button>
  );
}

export function SavingState() {
  const { store } = useForm();
  const state = useSyncExternalStore(store.subscribe, () => savingOf(store));
  const at = useSyncExternalStore(store.subscribe, () => lastSaved(store));
  return (
    <span className="saving">
      <SaveState state={state} savedAt={at} />
      {state === 'failed' && (
        <button type="button" className="text-button" onClick={store.flushAll}>
          {formPage.retry}
        </button>
      )}
    </span>
  );
}

/** The state of the block that is worst off. */
function savingOf(store: DocumentStore): Saving {
  const states = store.form.blocks.map((block) => store.state(block.key));
  if (states.some((state) => state.clash)) return 'clash';
  if (states.some((state) => state.trouble?.kind === 'refused')) return 'failed';
  if (states.some((state) => state.trouble?.kind === 'busy')) return 'busy';
  if (states.some((state) => state.trouble)) return 'offline';
  if (states.some((state) => !isSaved(state))) return navigator.onLine ? 'saving' : 'offline';
  return lastSaved(store) === null ? 'none' : 'saved';
}

function lastSaved(store: DocumentStore): string | null {
  return store.form.blocks.reduce<string | null>((last, block) => {
    const { savedAt } = store.state(block.key).saved;
    return savedAt !== null && (last === null || savedAt > last) ? savedAt : last;
  }, null);
}
