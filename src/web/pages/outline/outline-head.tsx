import { Link, useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { draftDocumentUrl } from '#web/api/document-paths.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { ExportPdf } from '#web/components/export-pdf.tsx';
import { formPage } from '#web/messages/form.ts';
import { outlinePage } from '#web/messages/outline.ts';
import { useForm } from '#web/pages/form/form-context.ts';
import { SavingState, TimeLeft } from '#web/pages/form/form-head.tsx';
import { TogetherHead } from '#web/together/marks.tsx';

interface HeadProps {
  readonly file: PlanFile;
  readonly active: string;
  readonly onGo: (section: string) => void;
}

/** Title, whether what was typed is kept, and the one thing to do next. */
export function OutlineHead({ file, active, onGo }: HeadProps) {
  const { store } = useForm();
  return (
    <div className="form-head">
      <div className="form-title">
        <nav aria-label={formPage.crumbs}>
          <ol className="crumbs">
            <li>
              <Link to="/workbench">{formPage.workbench}</Link>
            </li>
            <li>{store.form.title}</li>
          </ol>
        </nav>
        <h1>{outlinePage.title}</h1>
      </div>
      {store.editable && <TimeLeft until={file.submitBy} mending={file.mending !== null} />}
      <TogetherHead />
      <SavingState />
      <ExportPdf href={draftDocumentUrl(file.id, 'plan')} />
      <NextButton file={file} active={active} onGo={onGo} className="button button-primary desk-only" />
      <div className="bottom-bar">
        <NextButton file={file} active={active} onGo={onGo} className="button button-primary" />
      </div>
    </div>
  );
}

/** Leads from section to section while one still asks for something, then to the check. */
function NextButton({ file, active, onGo, className }: HeadProps & { readonly className: string }) {
  const navigate = useNavigate();
  const { review, store } = useForm();
  const problems = useSyncExternalStore(review.subscribe, review.open);
  if (!store.editable)
    return (
      <Link className={className} to="/plans/$plan/versions" params={{ plan: file.id }}>
        {formPage.toVersions}
      </Link>
    );
  const keys = store.form.blocks.map((block) => block.key);
  const asking = keys.filter((key) => problems.some((problem) => problem.path === `/outline/${key}`));
  const next = asking.find((key) => keys.indexOf(key) > keys.indexOf(active)) ?? asking[0];
  const press = (): void => {
    if (next === undefined) return void navigate({ to: '/plans/$plan/check', params: { plan: file.id } });
    review.reveal(`/outline/${next}`);
    onGo(next);
  };
  return (
    <button type="button" className={className} onClick={press}>
      {next === undefined ? formPage.allDone : formPage.next}
    </button>
  );
}
