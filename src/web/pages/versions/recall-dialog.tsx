import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { queryClient, type PlanFile } from '#web/api/queries.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { remainingText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { versions as words } from '#web/messages/versions.ts';
import { cityOf } from '#web/progress/city.ts';

/** Takes the filed version back, with a reason. */
export function RecallDialog({
  plan,
  edition,
  version,
  onClose,
  onDone,
}: {
  readonly plan: PlanFile;
  readonly edition: Edition;
  readonly version: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [key, setKey] = useState(freshKey);
  const recall = useMutation({
    mutationFn: () => call('recall', { params: { plan: plan.id }, body: { reason: reason.trim() }, key }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  function go() {
    if (recall.isPending) return;
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') recall.mutate();
  }
  return (
    <Dialog
      title={words.recallTitle(version)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.stay}</Button>
          <Button danger type="primary" aria-disabled={recall.isPending} onClick={go}>
            {recall.isPending ? words.recallGoing : words.recallGo}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.recallBody(cityOf(edition, plan.city))}</p>
        <p className="soft">{words.recallDeadline(remainingText(plan.submitBy, serverNow()))}</p>
        <div className="field">
          <label htmlFor="reason">{words.reason}</label>
          <Input.TextArea
            id="reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setKey(freshKey());
              setMissing(false);
            }}
            aria-describedby={missing ? 'reason-fault' : 'reason-hint'}
            aria-invalid={missing}
          />
          <div role="alert">{missing && <ProblemLine id="reason-fault">{words.reasonMissing}</ProblemLine>}</div>
          {!missing && (
            <p id="reason-hint" className="hint">
              {words.reasonHint(reason.trim().length)}
            </p>
          )}
        </div>
        <div role="alert">{recall.error && <ProblemLine>{isTooLate(recall.error) ? words.recallTooLate : errorSentence(recall.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}

function isTooLate(error: Error): boolean {
  return error instanceof RefusalError && error.code === 'tooLate';
}
