import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { queryClient } from '#web/api/queries.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { Dialog } from './dialog.tsx';
import { ProblemLine } from './problem-line.tsx';

/** Asks before one act is done, says what went wrong, and keeps everything typed while it did. `ready` answers false where something is still missing. */
export function ActDialog({
  title,
  go,
  stay,
  danger = false,
  ready = () => true,
  run,
  tell = errorSentence,
  onClose,
  onDone,
  children,
}: {
  readonly title: string;
  readonly go: string;
  readonly stay: string;
  readonly danger?: boolean;
  readonly ready?: () => boolean;
  readonly run: () => Promise<unknown>;
  readonly tell?: (error: unknown) => string;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const act = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} {...(danger ? { 'data-safe': true } : {})}>
            {stay}
          </Button>
          <Button type="primary" danger={danger} aria-disabled={act.isPending} onClick={() => !act.isPending && ready() && act.mutate()}>
            {go}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <div role="alert">{act.error && <ProblemLine>{tell(act.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}
