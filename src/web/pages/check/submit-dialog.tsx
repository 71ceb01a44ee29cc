import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call, type Hold } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { queryClient, type PlanFile, type Receipt } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { mending as mendingWords } from '#web/messages/mending.ts';
import { NotNamed } from '#web/pages/mending/not-named.tsx';
import { check as words } from '#web/messages/check.ts';
import { remainingText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { cityOf } from '#web/progress/city.ts';
import { clusterOf } from '#web/progress/cluster.ts';

/** Asks once, with the consequences in numbers. The key stays the same until the answer is known, so that pressing again files once. */
export function SubmitDialog({
  plan,
  edition,
  notes,
  onClose,
  onRefused,
  onDone,
}: {
  readonly plan: PlanFile;
  readonly edition: Edition;
  readonly notes: number;
  readonly onClose: () => void;
  readonly onRefused: () => void;
  readonly onDone: (receipt: Receipt) => void;
}) {
  const [key, setKey] = useState(freshKey);
  const [hold, setHold] = useState<Hold>();
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  /** Asks on for as long as the dialog stands: whoever closes it wants nothing to be filed later, behind their back. */
  const patience = (why: Hold): boolean => {
    if (isOpen.current) setHold(why);
    return isOpen.current;
  };
  const submit = useMutation({
    mutationFn: () => call('submit', { params: { plan: plan.id }, body: {}, key, patience }),
    onSettled: () => setHold(undefined),
    onSuccess: async (receipt) => {
      onDone(receipt);
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      if (!(error instanceof RefusalError)) return;
      // A busy server may have written down when this arrived: the same request under the same key is judged by that.
      if (error.code !== 'busy') setKey(freshKey());
      if (error.code === 'problemsOpen') onRefused();
      // Somebody else was first: the page behind follows, with what they filed.
      if (error.code === 'wrongState') void queryClient.invalidateQueries();
    },
  });
  const city = cityOf(edition, plan.city);
  return (
    <Dialog
      title={words.confirmTitle(clusterOf(plan), city)}
      onClose={onClose}
      footer={
        <>
          <Button data-safe onClick={onClose}>
            {words.stay}
          </Button>
          <Button type="primary" aria-disabled={submit.isPending} onClick={() => !submit.isPending && submit.mutate()}>
            {submit.isPending ? words.going : words.go}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.confirmBody(plan.projects.length, (plan.latest?.n ?? 0) + 1)}</p>
        <p>{plan.mending ? mendingWords.submitLock(city) : words.confirmLock(city)}</p>
        {notes > 0 && <p>{words.confirmNotes(notes)}</p>}
        <p className="soft">{words.confirmDeadline(remainingText(plan.submitBy, serverNow()))}</p>
        <p role="status" className="soft">
          {submit.isPending && hold && words.held[hold]}
        </p>
        <div role="alert">
          {submit.error && <ProblemLine>{errorSentence(submit.error)}</ProblemLine>}
          {submit.error && <NotNamed error={submit.error} plan={plan} edition={edition} />}
        </div>
      </div>
    </Dialog>
  );
}
