import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { queryClient } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { isSaved } from '#web/drafts/autosave.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { history as words } from '#web/messages/together.ts';
import { Differences } from './differences.tsx';
import type { Shared } from './together-context.ts';

/** Says what would change and that nothing is lost, before an earlier save is saved again. */
export function RestoreDialog({
  shared,
  block,
  n,
  base,
  onClose,
  onDone,
}: {
  readonly shared: Shared;
  readonly block: string;
  readonly n: number;
  /** The save that stands. */
  readonly base: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { plan, document, store } = shared;
  const [key] = useState(freshKey);
  const saved = isSaved(store.state(block));
  const restore = useMutation({
    mutationFn: () =>
      ['form', 'commitment', 'outline'].includes(document)
        ? call('restoreBlock', { params: { plan, document, block }, body: { base, n }, key })
        : call('restoreProposalBlock', { params: { project: document, block }, body: { base, n }, key }),
    onSuccess: async () => {
      await Promise.all([shared.refresh(), queryClient.invalidateQueries({ queryKey: ['history', plan, document, block] })]);
      onDone();
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ['history', plan, document, block] }),
  });
  return (
    <Dialog
      title={words.restoreTitle(n)}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" data-safe onClick={onClose}>
            {words.stay}
          </button>
          {saved && (
            <button type="button" className="button button-primary" aria-disabled={restore.isPending} onClick={() => !restore.isPending && restore.mutate()}>
              {restore.isPending ? words.going : words.go}
            </button>
          )}
        </>
      }
    >
      <div className="stack">
        {saved ? (
          <>
            <p>{words.nothingLost}</p>
            <Differences shared={shared} block={block} from={base} to={n} say={words.restoreBody} />
          </>
        ) : (
          <Notice tone="warn">{words.unsaved}</Notice>
        )}
        {restore.error && (
          <div role="alert">
            <ProblemLine>{restore.error instanceof RefusalError && restore.error.code === 'stale' ? words.stale : errorSentence(restore.error)}</ProblemLine>
          </div>
        )}
      </div>
    </Dialog>
  );
}
