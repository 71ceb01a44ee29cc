import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';

/** Asks once before an act that cannot be undone. The key stays until the answer is known, so that pressing again does it once. */
export function ConfirmDialog<T>({
  title,
  go,
  going,
  stay,
  children,
  onClose,
  send,
  onDone,
}: {
  readonly title: string;
  readonly go: string;
  readonly going: string;
  readonly stay: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly send: (key: string) => Promise<T>;
  readonly onDone: (reply: T) => Promise<unknown> | void;
}) {
  const [key, setKey] = useState(freshKey);
  const act = useMutation({
    mutationFn: () => send(key),
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof RefusalError) setKey(freshKey());
    },
  });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button data-safe onClick={onClose}>
            {stay}
          </Button>
          <Button type="primary" aria-disabled={act.isPending} onClick={() => !act.isPending && act.mutate()}>
            {act.isPending ? going : go}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <div role="alert">{act.error && <ProblemLine>{errorSentence(act.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}
