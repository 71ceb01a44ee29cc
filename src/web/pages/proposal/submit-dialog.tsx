import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { proposalCheckQuery, refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { proposalPage } from '#web/messages/proposal.ts';
import { isOutsideZone, nameOf } from './proposal-file.ts';
import type { ProposalActs } from './use-proposal-acts.ts';

const words = proposalPage.dialog;

/** Asks once, with the consequences. */
export function SubmitDialog({ file, edition, acts }: { readonly file: ProposalFile; readonly edition: Edition; readonly acts: ProposalActs }) {
  const notes = Object.values(file.blocks).flatMap((block) => Object.values(notesIn(block.answers))).length;
  return (
    <AskDialog
      title={words.title(nameOf(file), file.zone)}
      go={words.go}
      going={words.going}
      stay={words.stay}
      send={(key) => call('submitProposal', { params: { project: file.id }, body: {}, key })}
      onClose={acts.stop}
      onDone={async (filed) => {
        acts.submitted(filed);
        await refreshProposals();
      }}
      onRefused={async ({ code }) => {
        if (code === 'problemsOpen') {
          acts.stop();
          acts.block(await queryClient.fetchQuery(proposalCheckQuery(file.id)));
        }
        if (code === 'wrongState') await refreshProposals();
      }}
    >
      <p>{words.body((file.latest?.n ?? 0) + 1)}</p>
      {isOutsideZone(edition, file) && <p>{words.outside}</p>}
      {notes > 0 && <p>{words.notes(notes)}</p>}
      <p className="soft">{words.left(file.submitBy, serverNow())}</p>
    </AskDialog>
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
