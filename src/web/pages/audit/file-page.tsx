import '#web/components/phone-rows.css';
import './audit.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { fileStateQuery } from '#web/api/audit-queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { auditFile as words } from '#web/messages/audit-case.ts';
import { secondTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { ContentThen } from './content-then.tsx';
import { ExportCase } from './export-case.tsx';
import { PeopleThen, StatesThen, VersionsThen } from './state-tables.tsx';

/** A file's state as of an instant, against the one that it has now. */
export function AuditFilePage() {
  const { number, at } = useSearch({ from: '/signed-in/audit/file' });
  return (
    <>
      <PageHead title={number === undefined ? words.title : words.titleOf(number)} meta={words.lead} />
      <div className="stack">
        <Ask key={`${number} ${at}`} number={number} at={at} />
        {number !== undefined && <FileThen key={number} number={number} at={at ?? ''} />}
      </div>
    </>
  );
}

function FileThen({ number, at }: { readonly number: string; readonly at: string }) {
  const { data, error } = useQuery(fileStateQuery(number, at));
  if (error instanceof RefusalError && error.code === 'notFound')
    return (
      <Notice tone="error" live>
        {errorSentence(error)}
      </Notice>
    );
  if (!data) return <Loading error={error} />;
  return (
    <>
      <section className="card" aria-labelledby="as-of">
        <div className="card-head">
          <h2 id="as-of">{words.asOf(secondTime(data.at))}</h2>
          <span className="more">
            <Link to="/audit" search={{ subject: data.number }}>
              {words.log}
            </Link>
          </span>
        </div>
        <p className="card-body soft">
          {data.zone}　{data.city}　{words.entries(data.entries.before, data.entries.now)}
        </p>
      </section>
      <StatesThen file={data} />
      <VersionsThen file={data} />
      <PeopleThen file={data} />
      <section className="card" aria-labelledby="content">
        <div className="card-head">
          <h2 id="content">{words.content}</h2>
          {data.mayRead && (
            <span className="more">
              <ExportCase number={data.number} />
            </span>
          )}
        </div>
        {data.mayRead ? <ContentThen key={data.at} number={data.number} at={data.at} /> : <p className="card-body soft">{words.contentClosed}</p>}
      </section>
    </>
  );
}

/** Number and instant; the instant is typed as a Beijing clock shows it. */
function Ask({ number = '', at }: { readonly number: string | undefined; readonly at: string | undefined }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  const [clock, setClock] = useState(at === undefined ? '' : secondTime(at).replace(' ', 'T'));
  const [tried, setTried] = useState(false);
  const wrong = /^[A-Z]{2}\d{4}-\d+$/.test(typed.trim().toUpperCase()) ? '' : words.numberBad;
  return (
    <form
      className="card card-body audit-ask"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wrong === '')
          void navigate({ to: '/audit/file', search: { number: typed.trim().toUpperCase(), ...(clock === '' ? {} : { at: inBeijing(clock) }) } });
      }}
    >
      <Labelled label={words.number} hint={words.numberHint} fault={tried ? wrong : ''}>
        {(props) => <Input {...props} maxLength={40} value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Labelled>
      <Labelled label={words.at} hint={words.atHint}>
        {(props) => <Input {...props} type="datetime-local" step={1} value={clock} onChange={(event) => setClock(event.target.value)} />}
      </Labelled>
      <div className="audit-ask-go">
        <Button type="primary" htmlType="submit">
          {words.go}
        </Button>
      </div>
    </form>
  );
}

/** 2022-03-11T14:32[:08] on a Beijing wall, to the end of that second: what happened in it is seen. */
function inBeijing(clock: string): string {
  const seconds = clock.length === 16 ? `${clock}:00` : clock.slice(0, 19);
  return new Date(`${seconds}.999+08:00`).toISOString();
}
