import '#web/fields/fields.css';
import '#web/fields/grid/grid.css';
import './form.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { editionQuery, meQuery, planQuery, type Person, type PlanFile } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { thisTab } from '#web/drafts/tab.ts';
import { formPage } from '#web/messages/form.ts';
import type { DocumentKey } from './document-store.ts';
import { mayEdit } from './form-file.ts';
import { documentAt } from './open-documents.ts';
import { FormWorkspace } from './form-workspace.tsx';

/** The 申报表, or with `project` in the address a project's 项目申报书: one page, whatever the definition. */
export function FormPage({ notice }: { readonly notice?: React.ReactNode }) {
  const { project } = useParams({ strict: false });
  return <DocumentPage document={project ?? 'form'} notice={notice} />;
}

/** What is filled into the 承诺书, with its text. */
export function CommitmentPage() {
  return <DocumentPage document="commitment" />;
}

function DocumentPage({ document, notice }: { readonly document: DocumentKey; readonly notice?: React.ReactNode }) {
  const { plan } = useParams({ strict: false });
  const { at } = useSearch({ strict: false });
  const { data: file, error } = useQuery(planQuery(plan ?? ''));
  const { data: edition, error: editionError } = useQuery(editionQuery(file?.edition));
  const { data: me } = useQuery(meQuery);
  const [tab, setTab] = useState<string>();
  useEffect(() => void thisTab().then(setTab), []);
  if (!file || !edition || !me || tab === undefined) return <Loading error={error ?? editionError} />;
  return (
    <OpenDocument
      key={`${file.id} ${document}`}
      file={file}
      edition={edition}
      me={me}
      tab={tab}
      wanted={document}
      at={typeof at === 'string' ? at : undefined}
      notice={notice}
    />
  );
}

function OpenDocument({
  file,
  edition,
  me,
  tab,
  wanted,
  at,
  notice,
}: {
  readonly file: PlanFile;
  readonly edition: Edition;
  readonly me: Person;
  readonly tab: string;
  readonly wanted: DocumentKey;
  readonly at: string | undefined;
  readonly notice: React.ReactNode;
}) {
  const document = documentAt(edition, file, wanted);
  if (!document)
    return (
      <div className="empty">
        <p>{formPage.notFound}</p>
        <Link className="button" to="/plans/$plan/form" params={{ plan: file.id }}>
          {formPage.toForm}
        </Link>
      </div>
    );
  return (
    <FormWorkspace
      key={`${document.pointer} ${mayEdit(file)}`}
      file={file}
      edition={edition}
      user={me.username}
      tab={tab}
      at={document}
      jumpTo={at}
      frame={{ notice }}
    />
  );
}
