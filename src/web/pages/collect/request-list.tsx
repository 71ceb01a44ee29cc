import { useState } from 'react';
import type { TableField } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { rowFileUrl, type RowRequest } from '#web/api/row-queries.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { StateMark } from '#web/components/state-mark.tsx';
import { collect } from '#web/messages/collect.ts';
import { minuteTime } from '#web/messages/formats.ts';
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
  const [copied, setCopied] = useState<string>();
  const request = requests.find((one) => one.id === shown);
  if (requests.length === 0) {
    return (
      <section className="card empty">
        <h2>{collect.none}</h2>
        <p>{collect.noneText}</p>
      </section>
    );
  }
  return (
    <section className="card" aria-labelledby="requests">
      <div className="card-head">
        <h2 id="requests">{collect.list}</h2>
        <span className="more" role="status">
          {copied !== undefined && collect.copied}
        </span>
      </div>
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
                <button type="button" className="button button-small" onClick={() => void copy(one).then(() => setCopied(one.id))}>
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
              </span>
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

function copy(request: RowRequest): Promise<void> {
  return navigator.clipboard.writeText(`${location.origin}/fill/${request.token}`);
}

function sourceOf({ answeredBy, answeredAt, way, askedAt }: RowRequest): string {
  return answeredAt === null || way === null ? minuteTime(askedAt) : collect.by(answeredBy ?? '', collect.ways[way], minuteTime(answeredAt));
}
