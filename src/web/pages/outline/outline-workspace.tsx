import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { outlineHeadings } from '#domain/programme/look-up.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { outlinePage } from '#web/messages/outline.ts';
import { FormContext } from '#web/pages/form/form-context.ts';
import { documentAt } from '#web/pages/form/open-documents.ts';
import { DocumentMending } from '#web/pages/mending/document-mending.tsx';
import { useDocumentWork } from '#web/pages/form/use-document-work.ts';
import { useRefresh } from '#web/together/refresh.ts';
import { TogetherFrame } from '#web/together/together-frame.tsx';
import { OutlineHead } from './outline-head.tsx';
import { SectionCard } from './section-card.tsx';
import { SectionList } from './section-list.tsx';
import { useFigures } from './use-figures.ts';

interface WorkspaceProps {
  readonly file: PlanFile;
  readonly edition: Edition;
  readonly user: string;
  readonly tab: string;
  readonly wanted: string | undefined;
}

/** Contents at the left, the section that is written in the middle, what the guide asks of it beside it. */
export function OutlineWorkspace({ file, edition, user, tab, wanted }: WorkspaceProps) {
  const at = useMemo(() => {
    const found = documentAt(edition, file, 'outline');
    if (!found) throw new Error('a plan without a narrative');
    return found;
  }, [edition, file]);
  const { work, restored, dismiss } = useDocumentWork({ file, edition, user, tab, at });
  const headings = outlineHeadings(edition);
  const heading = headings.find(({ key }) => key === wanted) ?? headings[0];
  const figures = useFigures(edition, file);
  const navigate = useNavigate();
  const [finding, setFinding] = useState(false);
  const plan = file.id;
  const go = useCallback(
    (section: string): void => void navigate({ to: '/plans/$plan/outline', params: { plan }, search: { at: `/outline/${section}` } }),
    [navigate, plan],
  );
  const goTo = useCallback((pointer: string): void => go(pointer.split('/')[2] ?? ''), [go]);
  const refresh = useRefresh(file, 'outline');
  useArrival(heading?.key);

  if (!heading) return null;
  return (
    <FormContext value={work}>
      <TogetherFrame plan={plan} edition={edition} store={work.store} active={heading.key} goTo={goTo} refresh={refresh}>
        <div className="form-page outline-page">
          <OutlineHead file={file} active={heading.key} onGo={go} />
          <div className="form-columns outline-columns">
            <SectionList active={heading.key} figures={figures} onGo={go} />
            <div className="outline-main">
              {restored && (
                <Notice
                  tone="ok"
                  live
                  action={
                    <button type="button" className="button button-small" onClick={dismiss}>
                      {outlinePage.restored}
                    </button>
                  }
                >
                  {restored}
                </Notice>
              )}
              <DocumentMending file={file} store={work.store} />
              {!work.store.editable && (
                <Notice tone="plain" icon="lock">
                  {outlinePage.readOnly}
                </Notice>
              )}
              <SectionCard
                key={heading.key}
                file={file}
                heading={heading}
                figures={figures}
                finding={finding}
                onFind={setFinding}
                onGo={go}
                before={headings[headings.indexOf(heading) - 1]?.key}
                after={headings[headings.indexOf(heading) + 1]?.key}
              />
            </div>
          </div>
        </div>
      </TogetherFrame>
    </FormContext>
  );
}

/** Another section begins at its top, with the focus on its heading; the first one keeps what the page's arrival did. */
function useArrival(section: string | undefined): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo({ top: 0 });
    document.getElementById('section-title')?.focus({ preventScroll: true });
  }, [section]);
}
