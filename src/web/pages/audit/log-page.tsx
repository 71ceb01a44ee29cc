import '#web/components/phone-rows.css';
import './audit.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { auditEntriesQuery } from '#web/api/audit-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { audit as words } from '#web/messages/audit.ts';
import { EntryTable } from './entry-table.tsx';
import { ExportLog } from './export-log.tsx';
import { LogFilters } from './log-filters.tsx';
import type { LogSearch } from './routes.ts';

/** Everything that was done, by whoever did it, searched. */
export function LogPage() {
  const search = useSearch({ from: '/signed-in/audit' });
  return <Log at="/audit" search={search} looks="no" />;
}

/** Every look at what is sealed, and every reading of the auditor's own. */
export function LooksPage() {
  const search = useSearch({ from: '/signed-in/audit/looks' });
  return <Log at="/audit/looks" search={search} looks="yes" />;
}

interface LogProps {
  readonly at: '/audit' | '/audit/looks';
  readonly search: LogSearch;
  readonly looks: 'yes' | 'no';
}

function Log({ at, search, looks }: LogProps) {
  const navigate = useNavigate();
  const { data, error } = useQuery({ ...auditEntriesQuery({ ...search, looks }), placeholderData: keepPreviousData });
  const { before, ...asked } = search;
  const go = (next: LogSearch) => void navigate({ to: at, search: next });
  const filtered = Object.keys(asked).length > 0;
  return (
    <>
      <PageHead
        title={looks === 'yes' ? words.looksTitle : words.title}
        meta={looks === 'yes' ? words.looksLead : words.lead}
        actions={<ExportLog search={{ ...asked, looks }} />}
      />
      <div className="stack">
        <LogFilters key={JSON.stringify(asked)} asked={asked} onSearch={go} withCommand={looks === 'no'} />
        <section className="card" aria-labelledby="entries">
          <div className="card-head">
            <h2 id="entries">{words.found}</h2>
          </div>
          {!data && (
            <div className="card-body">
              <Loading error={error} />
            </div>
          )}
          {data?.rows.length === 0 && (
            <div className="card-body empty">
              <p className="strong">{looks === 'yes' && !filtered ? words.looksNone : words.none}</p>
              <p className="soft">{looks === 'yes' && !filtered ? words.looksNoneBody : words.noneBody}</p>
            </div>
          )}
          {data && data.rows.length > 0 && <EntryTable rows={data.rows} />}
          {data && (data.next !== null || before !== undefined) && (
            <div className="card-body row">
              {data.next !== null && (
                <button type="button" className="button" onClick={() => go({ ...asked, before: data.next ?? 0 })}>
                  {words.older}
                </button>
              )}
              {before !== undefined && (
                <button type="button" className="button button-plain" onClick={() => go(asked)}>
                  {words.newest}
                </button>
              )}
            </div>
          )}
        </section>
      </div>
    </>
  );
}
