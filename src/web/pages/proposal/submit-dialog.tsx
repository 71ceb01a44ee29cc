import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { proposalCheckQuery, refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { proposalPage } from '#web/messages/proposal.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { isOutsideZone, nameOf } from './proposal-file.ts';
import type { ProposalActs } from './use-proposal-acts.ts';

const words = proposalPage.dialog;

/** Asks once, with the consequences. The key stays the same until the answer is known, so that pressing again files once. */
export function SubmitDialog({ file, edition, acts }: { readonly file: ProposalFile; readonly edition: Edition; readonly acts: ProposalActs }) {
  const [key, setKey] = useState(freshKey);
  const submit = useMutation({
    mutationFn: () => call('submitProposal', { params: { project: file.id }, body: {}, key }),
    onSuccess: async (filed) => {
      acts.submitted(filed);
      await refreshProposals();
    },
    onError: async (error) => {
      if (!(error instanceof RefusalError)) return;
      setKey(freshKey());
      if (error.code === 'problemsOpen') {
        acts.stop();
        acts.block(await queryClient.fetchQuery(proposalCheckQuery(file.id)));
      }
      if (error.code === 'wrongState') await refreshProposals();
    },
  });
  const notes = Object.values(file.blocks).flatMap((block) => Object.values(notesIn(block.answers))).length;
  return (
    <Dialog
      title={words.title(nameOf(file), file.zone)}
      onClose={acts.stop}
      footer={
        <>
          <Button data-safe onClick={acts.stop}>
            {words.stay}
          </Button>
          <Button type="primary" aria-disabled={submit.isPending} onClick={() => !submit.isPending && submit.mutate()}>
            {submit.isPending ? words.going : words.go}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.body((file.latest?.n ?? 0) + 1)}</p>
        {isOutsideZone(edition, file) && <p>{words.outside}</p>}
        {notes > 0 && <p>{words.notes(notes)}</p>}
        <p className="soft">{words.left(file.submitBy, serverNow())}</p>
        <div role="alert">{submit.error && <ProblemLine>{errorSentence(submit.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}

/** Written reasons of a block; ticks are not counted. */
function notesIn(answers: ProposalFile['blocks'][string]['answers']): readonly string[] {
  const notes = answers['notes'];
  if (typeof notes !== 'object' || notes === null || Array.isArray(notes)) return [];
  return Object.values(notes).flatMap((note) =>
    typeof note === 'object' && note !== null && !Array.isArray(note) && 'justification' in note && typeof note['justification'] === 'string'
      ? [note['justification']]
      : [],
  );
}
