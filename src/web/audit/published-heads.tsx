import '#web/components/phone-rows.css';
import './heads.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { publishedHeadsQuery, type PublishedHead } from '#web/api/audit-queries.ts';
import { paths } from '#web/api/paths.ts';
import { Loading } from '#web/components/loading.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { heads as words } from '#web/messages/audit-case.ts';
import { minuteTime } from '#web/messages/formats.ts';

const shownFirst = 7;

/** The audit chain's head of every day, newest first, for everybody to copy; `all` of them on a page of their own, which has their name. */
export function PublishedHeads({ all = false }: { readonly all?: boolean }) {
  const { data, error } = useQuery(publishedHeadsQuery);
  const [open, setOpen] = useState(all);
  const rows = open ? data : data?.slice(0, shownFirst);
  return (
    <section className="card" aria-label={words.title}>
      {!all && (
        <div className="card-head">
          <h2>{words.title}</h2>
          <span className="more">
            <HeadsText />
          </span>
        </div>
      )}
      <div className="card-body stack">
        <p className="soft">{words.lead}</p>
        {!rows && <Loading error={error} />}
        {rows?.length === 0 && <p>{words.none}</p>}
        {rows && rows.length > 0 && <HeadTable rows={rows} />}
        {data && !open && data.length > shownFirst && (
          <button type="button" className="button heads-all" onClick={() => setOpen(true)}>
            {words.all(data.length)}
          </button>
        )}
        <p className="hint">{words.copy}</p>
      </div>
    </section>
  );
}

/** The same as plain text. */
export function HeadsText({ className }: { readonly className?: string }) {
  return (
    <a className={className} href={paths.publishedHeadsText[1]}>
      {words.text}
    </a>
  );
}

function HeadTable({ rows }: { readonly rows: readonly PublishedHead[] }) {
  return (
    <TableFrame label={words.title}>
      <table className="table phone-rows" aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.columns.day}</th>
            <th scope="col" className="number">
              {words.columns.seq}
            </th>
            <th scope="col">{words.columns.hash}</th>
            <th scope="col">{words.columns.at}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, seq, hash, publishedAt }) => (
            <tr key={day}>
              <td className="strong">{day}</td>
              <td className="number" data-label={words.columns.seq}>
                {seq}
              </td>
              <td className="mono heads-hash" data-label={words.columns.hash}>
                {hash}
              </td>
              <td data-label={words.columns.at}>
                {minuteTime(publishedAt)}
                {minuteTime(publishedAt).slice(0, 10) !== day && <span className="tag tag-warn">{words.late}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
