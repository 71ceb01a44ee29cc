import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { contentAtQuery, type ContentAt } from '#web/api/audit-queries.ts';
import { editionQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { auditFile as words } from '#web/messages/audit-case.ts';
import { emptyCell } from '#web/messages/components.ts';
import { digestShort, minuteTime } from '#web/messages/formats.ts';
import { comparePlans } from '#web/pages/versions/compare-plans.ts';
import { Differences } from '#web/pages/versions/compare.tsx';

/** The text as it stood, against the one of now. Asked for by a button: every reading is on record. */
export function ContentThen({ number, at }: { readonly number: string; readonly at: string }) {
  const [asked, setAsked] = useState(false);
  if (asked) return <Content number={number} at={at} />;
  return (
    <div className="card-body row">
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {words.contentGo}
      </button>
      <span className="soft">{words.contentAsk}</span>
    </div>
  );
}

function Content({ number, at }: { readonly number: string; readonly at: string }) {
  const { data, error } = useQuery(contentAtQuery(number, at));
  const { data: edition, error: editionError } = useQuery(editionQuery(data?.edition));
  const lines = useMemo(() => data && edition && comparePlans(edition, data.before, data.now), [data, edition]);
  if (!data || !edition) {
    return (
      <div className="card-body">
        <Loading error={error ?? editionError} />
      </div>
    );
  }
  return (
    <>
      <p className="card-body">{words.contentThen(data.blocks)}</p>
      <Differences lines={lines} error={undefined} edition={edition} />
      <Files files={data.files} />
    </>
  );
}

function Files({ files }: Pick<ContentAt, 'files'>) {
  const { fileColumns: columns } = words;
  if (files.length === 0) return <p className="card-body soft">{words.noFiles}</p>;
  return (
    <TableFrame label={words.files}>
      <table className="table phone-rows" aria-label={words.files}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.digest}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.removed}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, path, document, digest, uploadedAt, removedAt }) => (
            <tr key={`${document}${path} ${name} ${uploadedAt}`}>
              <td>{name}</td>
              <td className="mono" data-label={columns.digest}>
                {digest === null ? emptyCell : digestShort(digest)}
              </td>
              <td data-label={columns.at}>{minuteTime(uploadedAt)}</td>
              <td data-label={columns.removed}>{removedAt === null ? emptyCell : minuteTime(removedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
