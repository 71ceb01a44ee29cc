import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { TableField } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { planQuery, queryClient } from '#web/api/queries.ts';
import { rowRequestsQuery, type RowRequest } from '#web/api/row-queries.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { labelOf, showText } from '#web/fields/field-input.tsx';
import { readText, useKept } from '#web/drafts/use-kept.ts';
import { collect } from '#web/messages/collect.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { wordsOf } from '#web/pages/form/words.ts';
import { useMe } from '#web/shell/session.ts';

/** An answer beside the row that stands, before it is taken over. */
export function CompareDialog({
  plan,
  edition,
  table,
  request,
  standing,
  onClose,
}: {
  readonly plan: string;
  readonly edition: Edition;
  readonly table: TableField;
  readonly request: RowRequest;
  readonly standing: JsonObject | undefined;
  readonly onClose: () => void;
}) {
  const id = useId();
  const { value: reason, set: setReason, forget } = useKept(useMe()?.username, `row ${request.id}`, '', readText);
  const words = wordsOf(edition);
  const decide = useMutation({
    mutationFn: (body: { event: 'accept' | 'askAgain' | 'cancel'; reason?: string }) => call('decideRow', { params: { plan, request: request.id }, body }),
    onSuccess: async () => {
      await forget();
      await queryClient.invalidateQueries({ queryKey: rowRequestsQuery(plan).queryKey });
      await queryClient.invalidateQueries({ queryKey: planQuery(plan).queryKey });
      onClose();
    },
  });
  return (
    <Dialog
      title={collect.compareOf(request.name)}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" data-safe="" onClick={onClose}>
            {collect.close}
          </button>
          <button type="button" className="button" disabled={decide.isPending} onClick={() => decide.mutate({ event: 'cancel' })}>
            {collect.cancel}
          </button>
          <button
            type="button"
            className="button"
            disabled={decide.isPending || reason.trim() === ''}
            onClick={() => decide.mutate({ event: 'askAgain', reason: reason.trim() })}
          >
            {collect.again}
          </button>
          <button type="button" className="button button-primary" disabled={decide.isPending} onClick={() => decide.mutate({ event: 'accept' })}>
            {collect.accept}
          </button>
        </>
      }
    >
      <table className="table compare-rows" aria-label={request.name}>
        <TableHead columns={[collect.columns.field, collect.before, collect.after]} />
        <tbody>
          {table.columns.map((column) => {
            const before = showText(column, standing?.[column.key], words);
            const after = showText(column, request.answer?.[column.key], words);
            return (
              <tr key={column.key}>
                <th scope="row">{labelOf(column)}</th>
                <td className="soft">{before || '—'}</td>
                <td className={before === after ? 'soft' : 'strong'}>{after || '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="form-field">
        <label className="form-label" htmlFor={id}>
          {collect.reason}
        </label>
        <textarea id={id} className="control" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        <span className="hint">{collect.reasonHint}</span>
      </div>
      {decide.error && <ProblemLine>{errorSentence(decide.error)}</ProblemLine>}
    </Dialog>
  );
}
