import '#web/fields/fields.css';
import '#web/pages/form/form.css';
import './outline.css';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { editionQuery, meQuery, planQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { thisTab } from '#web/drafts/tab.ts';
import { mayEdit } from '#web/pages/form/form-file.ts';
import { OutlineWorkspace } from './outline-workspace.tsx';

/** The narrative of a plan, one section at a time. `at` in the address is the section's pointer: `/outline/1-3`. */
export function OutlinePage() {
  const { plan } = useParams({ strict: false });
  const { at } = useSearch({ strict: false });
  const { data: file, error } = useQuery(planQuery(plan ?? ''));
  const { data: edition, error: editionError } = useQuery(editionQuery(file?.edition));
  const { data: me } = useQuery(meQuery);
  const [tab, setTab] = useState<string>();
  useEffect(() => void thisTab().then(setTab), []);
  if (!file || !edition || !me || tab === undefined) return <Loading error={error ?? editionError} />;
  return (
    <OutlineWorkspace
      key={`${file.id} ${mayEdit(file)}`}
      file={file}
      edition={edition}
      user={me.username}
      tab={tab}
      wanted={typeof at === 'string' ? at.split('/')[2] : undefined}
    />
  );
}
