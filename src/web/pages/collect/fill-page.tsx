import '#web/fields/fields.css';
import './collect.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isEmpty, isObject } from '#domain/forms/answers.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { editionQuery, queryClient } from '#web/api/queries.ts';
import { rowFileUrl, rowToFillQuery, type RowToFill } from '#web/api/row-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { FieldFrame } from '#web/fields/field-frame.tsx';
import { FieldInput, labelOf } from '#web/fields/field-input.tsx';
import { collect } from '#web/messages/collect.ts';
import { deadlineText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { cellSentence } from '#web/messages/sheets.ts';
import { wordsOf } from '#web/pages/form/words.ts';

const words = collect.fill;

/** Where an enterprise fills in its own row, by its link and without an account. What is typed stays on this computer until it is sent. */
export function FillPage() {
  const { token = '' } = useParams({ strict: false });
  const { data, error } = useQuery(rowToFillQuery(token));
  const { data: edition } = useQuery(editionQuery(data?.edition));
  if (error) {
    return (
      <>
        <PageHead title={words.unknownTitle} />
        <Notice tone="error" live>
          {words.unknown}
        </Notice>
      </>
    );
  }
  const table = data && edition && tableOf(edition, data);
  if (!data || !edition || !table) return <Loading error={error} />;
  return (
    <>
      <PageHead title={words.title(data.name)} meta={words.meta(data.zone)} />
      {data.state === 'closed' ? <Notice tone="plain">{words.closed}</Notice> : <Fill token={token} data={data} edition={edition} table={table} />}
    </>
  );
}

function Fill({ token, data, edition, table }: { readonly token: string; readonly data: RowToFill; readonly edition: Edition; readonly table: TableField }) {
  const [{ row, by }, setDraft] = useState(() => kept(token) ?? { row: data.row, by: '' });
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const asked = table.columns.filter((column) => column.key !== table.rowKey);
  const send = useMutation({
    mutationFn: () => call('fillRow', { params: { token }, body: { row: { ...row }, by: by.trim() } }),
    onSuccess: async () => {
      forget(token);
      await queryClient.invalidateQueries({ queryKey: rowToFillQuery(token).queryKey });
    },
  });
  useEffect(() => {
    if (!send.isSuccess) keep(token, { row, by });
  }, [token, row, by, send.isSuccess]);
  const change = (key: string, value: Json): void => {
    send.reset();
    setWrong((before) => ({ ...before, [key]: '' }));
    setDraft((before) => ({ ...before, row: { ...before.row, [key]: value } }));
  };
  return (
    <form
      className="card card-body stack fill"
      onSubmit={(event) => {
        event.preventDefault();
        const found = faultsIn(asked, row, edition);
        setWrong(found);
        setMissing(by.trim() === '');
        const first = Object.keys(found)[0];
        if (first !== undefined) document.getElementById(`fill-${first}`)?.focus();
        else if (by.trim() !== '' && !send.isPending) send.mutate();
      }}
    >
      {data.reason !== null && <Notice tone="warn">{words.again(data.reason)}</Notice>}
      {data.state === 'answered' && !send.isSuccess && <Notice tone="plain">{words.sentBefore}</Notice>}
      <p className="soft">{`${words.until(deadlineText(data.submitBy))}。${words.kept}`}</p>
      {asked.map((column) => {
        const id = `fill-${column.key}`;
        const fault = wrong[column.key] ?? '';
        return (
          <FieldFrame
            key={column.key}
            field={column}
            id={id}
            words={wordsOf(edition)}
            problems={
              fault === '' ? undefined : (
                <span id={`${id}-fault`} role="alert">
                  <ProblemLine>{fault}</ProblemLine>
                </span>
              )
            }
          >
            <FieldInput
              field={column}
              words={wordsOf(edition)}
              id={id}
              value={row[column.key] ?? null}
              onChange={(value) => change(column.key, value)}
              onLeave={() => {}}
              readOnly={false}
              invalid={fault !== ''}
              describedBy={fault === '' ? undefined : `${id}-fault`}
            />
          </FieldFrame>
        );
      })}
      <div className="form-field">
        <label className="form-label" htmlFor="fill-by">
          {words.by}
        </label>
        <input
          id="fill-by"
          className="control"
          maxLength={60}
          value={by}
          aria-invalid={missing}
          aria-describedby="fill-by-hint"
          onChange={(event) => setDraft((before) => ({ ...before, by: event.target.value }))}
        />
        <span id="fill-by-hint" className={missing ? 'problem problem-error' : 'hint'}>
          {missing ? words.missing : words.byHint}
        </span>
      </div>
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={send.isPending}>
          {send.isPending ? words.sending : words.send}
        </button>
        <a className="button" href={rowFileUrl(token)} download={`${data.name}.xlsx`}>
          {words.workbook}
        </a>
      </div>
      <div role="status">{send.isSuccess && <Notice tone="ok">{words.sent}</Notice>}</div>
      {send.error && <ProblemLine>{errorSentence(send.error)}</ProblemLine>}
    </form>
  );
}

/** What keeps the row from being sent, by column: not filled in, or not readable. A check digit may be right after all: the zone sees it. */
function faultsIn(columns: readonly ScalarField[], row: JsonObject, edition: Edition): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const column of columns) {
    const value = row[column.key] ?? null;
    const label = labelOf(column);
    if (isEmpty(value) || value === '') {
      if (!column.optional) faults[column.key] = words.empty(label);
      continue;
    }
    const fault = kindOf(column)
      .faults(value, edition.codeLists)
      .find(({ code }) => code !== 'checkDigit');
    if (fault) faults[column.key] = cellSentence({ code: fault.code, found: fault.found ?? String(value), limit: fault.limit ?? 0, label });
  }
  return faults;
}

interface Draft {
  readonly row: JsonObject;
  readonly by: string;
}

const shelf = (token: string): string => `fill ${token}`;

function keep(token: string, draft: Draft): void {
  try {
    localStorage.setItem(shelf(token), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the page itself still holds the text.
  }
}

function kept(token: string): Draft | undefined {
  try {
    const found: Json = JSON.parse(localStorage.getItem(shelf(token)) ?? 'null');
    return isObject(found) && isObject(found['row'] ?? null) && typeof found['by'] === 'string'
      ? { row: found['row'] as JsonObject, by: found['by'] }
      : undefined;
  } catch {
    return undefined;
  }
}

function forget(token: string): void {
  try {
    localStorage.removeItem(shelf(token));
  } catch {
    // Nothing was kept there.
  }
}

function tableOf(edition: Edition, { block, field }: RowToFill): TableField | undefined {
  const found = edition.forms.form.blocks.find((one) => one.key === block)?.fields.find((one) => one.key === field);
  return found?.kind === 'table' ? found : undefined;
}
