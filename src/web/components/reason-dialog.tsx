import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { reasonText } from '#web/messages/components.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { Dialog } from './dialog.tsx';
import { ProblemLine } from './problem-line.tsx';

/** An act that somebody else will read the reason of. What was typed stays when the request fails; the same text goes out under one key. */
export function ReasonDialog({
  title,
  body,
  label,
  missing,
  go,
  going,
  stay,
  initial = '',
  limit = 500,
  optional = false,
  children,
  onClose,
  send,
  onDone,
}: {
  readonly title: string;
  readonly body: ReactNode;
  readonly label: string;
  readonly missing: string;
  readonly go: string;
  readonly going: string;
  readonly stay: string;
  readonly initial?: string;
  readonly limit?: number;
  readonly optional?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly send: (reason: string, key: string) => Promise<unknown>;
  readonly onDone: () => Promise<unknown> | void;
}) {
  const id = useId();
  const [reason, setReason] = useState(initial);
  const [key, setKey] = useState(freshKey);
  const [unfilled, setUnfilled] = useState(false);
  const act = useMutation({
    mutationFn: () => send(reason.trim(), key),
    onSuccess: onDone,
    // After a lost line the same key asks again, so that it is done once.
    onError: (error) => {
      if (error instanceof RefusalError) setKey(freshKey());
    },
  });
  const press = (): void => {
    if (act.isPending) return;
    if (reason.trim() === '' && !optional) return setUnfilled(true);
    act.mutate();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button data-safe onClick={onClose}>
            {stay}
          </Button>
          <Button type="primary" aria-disabled={act.isPending} onClick={press}>
            {act.isPending ? going : go}
          </Button>
        </>
      }
    >
      <div className="stack">
        {typeof body === 'string' ? <p>{body}</p> : body}
        {children}
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={limit}
            value={reason}
            aria-invalid={unfilled}
            aria-describedby={unfilled ? `${id}-fault` : `${id}-hint`}
            onChange={(event) => {
              setReason(event.target.value);
              setKey(freshKey());
              setUnfilled(false);
            }}
          />
          <div role="alert">{unfilled && <ProblemLine id={`${id}-fault`}>{missing}</ProblemLine>}</div>
          {!unfilled && (
            <p id={`${id}-hint`} className="hint">
              {reasonText.written(reason.trim().length, limit)}
            </p>
          )}
        </div>
        <div role="alert">{act.error && <ProblemLine>{errorSentence(act.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}
