import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TableField } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { queryClient, type PlanFile } from '#web/api/queries.ts';
import { rowFileUrl, rowRequestsQuery, type RowRequest } from '#web/api/row-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { collect } from '#web/messages/collect.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { CompareDialog } from './compare-dialog.tsx';

const looks = {
  open: { icon: 'none', tone: 'faint' },
  answered: { icon: 'half', tone: 'go' },
  accepted: { icon: 'done', tone: 'ok' },
  cancelled: { icon: 'cross', tone: 'plain' },
} as const;

/** Who was asked, with the link and the workbook of each, and what came back. */
export function RequestList({
  file,
  edition,
  table,
  requests,
  standing,
}: {
  readonly file: PlanFile;
  readonly edition: Edition;
  readonly table: TableField;
  readonly requests: readonly RowRequest[];
  readonly standing: readonly JsonObject[];
}) {
  const [shown, setShown] = useState<string>();
  const [copied, setCopied] = useState<{ readonly id: string; readonly done: boolean }>();
  const mayCollect = file.may.includes('rows.collect');
  const cancel = useMutation({
    mutationFn: (id: string) => call('decideRow', { params: { plan: file.id, request: id }, body: { event: 'cancel' } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: rowRequestsQuery(file.id).queryKey }),
  });
  const request = requests.find((one) => one.id === shown);
  if (requests.length === 0) {
    return (
      <section className="card">
        <div className="card-body empty">
          <h2>{collect.none}</h2>
          <p className="soft">{collect.noneText}</p>
        </div>
      </section>
    );
  }
  return (
    <section className="card" aria-labelledby="requests">
      <div className="card-head">
        <h2 id="requests">{collect.list}</h2>
      </div>
      <div role="alert">{cancel.error && <ProblemLine>{errorSentence(cancel.error)}</ProblemLine>}</div>
      <ul className="collect-list">
        {requests.map((one) => (
          <li key={one.id}>
            <div className="collect-name">
              <p className="strong">{one.name}</p>
              <p className="small faint">{sourceOf(one)}</p>
            </div>
            <StateMark icon={looks[one.state].icon} tone={looks[one.state].tone}>
              {collect.states[one.state]}
            </StateMark>
            {(one.state === 'open' || one.state === 'answered') && (
              <span className="row">
                <span className="small faint" role="status">
                  {copied?.id === one.id && copied.done && collect.copied}
                </span>
                <button type="button" className="button button-small" onClick={() => void copy(one).then((done) => setCopied({ id: one.id, done }))}>
                  {collect.copy}
                </button>
                <a className="button button-small" href={rowFileUrl(one.token)} download={`${one.name}.xlsx`}>
                  {collect.workbook}
                </a>
                {one.state === 'answered' && (
                  <button type="button" className="button button-small" onClick={() => setShown(one.id)}>
                    {collect.compare}
                  </button>
                )}
                {one.state === 'open' && mayCollect && (
                  <button
                    type="button"
                    className="button button-small"
                    aria-label={collect.cancelOf(one.name)}
                    aria-disabled={cancel.isPending}
                    onClick={() => !cancel.isPending && cancel.mutate(one.id)}
                  >
                    {collect.cancel}
                  </button>
                )}
              </span>
            )}
            {copied?.id === one.id && !copied.done && (
              <input className="control" readOnly aria-label={collect.link(one.name)} value={linkOf(one)} onFocus={(event) => event.target.select()} />
            )}
          </li>
        ))}
      </ul>
      {request && (
        <CompareDialog
          plan={file.id}
          edition={edition}
          table={table}
          request={request}
          standing={standing.find((row) => row[table.rowKey] === request.name)}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}

function linkOf(request: RowRequest): string {
  return `${location.origin}/fill/${request.token}`;
}

/** False where the browser gives no clipboard, as over plain http: the link is then shown to be copied by hand. */
async function copy(request: RowRequest): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(linkOf(request));
    return true;
  } catch {
    return false;
  }
}

function sourceOf({ answeredBy, answeredAt, way, askedAt }: RowRequest): string {
  return answeredAt === null || way === null ? collect.askedAt(minuteTime(askedAt)) : collect.by(answeredBy ?? '', collect.ways[way], minuteTime(answeredAt));
}
