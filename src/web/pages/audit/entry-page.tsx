import './audit.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { linkDigest } from '#domain/audit/link.ts';
import { auditEntryQuery, type AuditEntry } from '#web/api/audit-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { actorWord, audit, auditEntry as words, entrySentence } from '#web/messages/audit.ts';
import { emptyCell } from '#web/messages/components.ts';
import { secondTime } from '#web/messages/formats.ts';

/** One entry of the log, whole, and where it hangs in the chain. */
export function EntryPage() {
  const { entry: id } = useParams({ from: '/signed-in/audit/entries/$entry' });
  const { data, error } = useQuery(auditEntryQuery(Number(id)));
  if (!data) return <Loading error={error} />;
  const { row, entry } = data;
  const isPlan = /^JQ\d{4}-\d+$/.test(row.subject);
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="log" to="/audit">
            {audit.title}
          </Link>,
          words.title(row.id),
        ]}
        title={entrySentence(row)}
        meta={`${secondTime(row.at)}　${row.name ?? actorWord(row.actor)}${row.organisation === null ? '' : `　${row.organisation}`}`}
        actions={
          isPlan && (
            <Link className="button" to="/audit/file" search={{ number: row.subject, at: row.at }}>
              {words.file}
            </Link>
          )
        }
      />
      <div className="stack">
        <ChainPlace key={row.id} entry={entry} link={data.link} />
        <section className="card" aria-labelledby="what">
          <div className="card-head">
            <h2 id="what">{words.what}</h2>
          </div>
          <dl className="card-body audit-facts">
            <dt>{words.at}</dt>
            <dd className="mono">{entry.at}</dd>
            <dt>{words.who}</dt>
            <dd>
              {row.name ?? actorWord(row.actor)} {row.username !== null && <span className="faint">{row.username}</span>}
            </dd>
            <dt>{words.organisation}</dt>
            <dd>{row.organisation ?? emptyCell}</dd>
            <dt>{words.command}</dt>
            <dd className="mono">{entry.command}</dd>
            <dt>{words.subject}</dt>
            <dd>{entry.subject}</dd>
            <dt>{words.key}</dt>
            <dd className="mono">{entry.key ?? emptyCell}</dd>
            <dt>{words.detail}</dt>
            <dd>
              <pre className="audit-detail">{JSON.stringify(entry.detail, null, 2)}</pre>
            </dd>
          </dl>
        </section>
      </div>
    </>
  );
}

/** The link's hash, computed again here: nobody else has to be believed. */
function ChainPlace({ entry, link }: Pick<AuditEntry, 'entry' | 'link'>) {
  const [found, setFound] = useState<string>();
  return (
    <section className="card" aria-labelledby="link">
      <div className="card-head">
        <h2 id="link">{words.link}</h2>
      </div>
      {link === null ? (
        <p className="card-body soft">{words.unchained}</p>
      ) : (
        <div className="card-body stack">
          <dl className="audit-facts">
            <dt>{words.seq}</dt>
            <dd>{link.seq}</dd>
            <dt>{words.prev}</dt>
            <dd className="mono audit-hash">{link.prev}</dd>
            <dt>{words.hash}</dt>
            <dd className="mono audit-hash">{link.hash}</dd>
            {found !== undefined && (
              <>
                <dt>{words.recomputed}</dt>
                <dd className="mono audit-hash">{found}</dd>
              </>
            )}
          </dl>
          <div>
            <Button type="primary" onClick={() => setFound(linkDigest(link.prev, entry))}>
              {words.recompute}
            </Button>
          </div>
          {found !== undefined && (
            <Notice tone={found === link.hash ? 'ok' : 'error'} live>
              {found === link.hash ? words.same : words.different}
            </Notice>
          )}
          <p className="hint">{words.how}</p>
        </div>
      )}
    </section>
  );
}
