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
import { documentAt } from './open-documents.ts';
import { FormWorkspace } from './form-workspace.tsx';

/** The 申报表, or with `project` in the address a project's 项目申报书: one page, two definitions. */
export function FormPage() {
  const { plan, project } = useParams({ strict: false });
  const { at } = useSearch({ strict: false });
  const { data: file, error } = useQuery(planQuery(plan ?? ''));
  const { data: edition, error: editionError } = useQuery(editionQuery(file?.edition));
  const { data: me } = useQuery(meQuery);
  const [tab, setTab] = useState<string>();
  useEffect(() => void thisTab().then(setTab), []);
  if (!file || !edition || !me || tab === undefined) return <Loading error={error ?? editionError} />;
  return (
    <OpenDocument
      key={`${file.id} ${project ?? ''}`}
      file={file}
      edition={edition}
      me={me}
      tab={tab}
      project={project}
      at={typeof at === 'string' ? at : undefined}
    />
  );
}

function OpenDocument({
  file,
  edition,
  me,
  tab,
  project,
  at,
}: {
  readonly file: PlanFile;
  readonly edition: Edition;
  readonly me: Person;
  readonly tab: string;
  readonly project: string | undefined;
  readonly at: string | undefined;
}) {
  const document = documentAt(edition, file, project);
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
      key={`${document.pointer} ${file.may.includes('plan.edit')}`}
      file={file}
      edition={edition}
      user={me.username}
      tab={tab}
      at={document}
      jumpTo={at}
    />
  );
}
