import type { Edition } from '#domain/programme/edition.ts';
import type { ProposalFile } from '#web/api/proposal-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { proposalPage, zoneSide as words } from '#web/messages/proposal.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { ProposalMending } from '#web/pages/mending/proposal-mending.tsx';
import { AskLocal } from './ask-local.tsx';
import { applicantOf, isOutsideZone, openReturn } from './proposal-file.ts';
import type { ProposalActs } from './use-proposal-acts.ts';
import { useBroken } from './zone-head.tsx';

/** What the zone should know or do now; for an outside applicant also how the recommendation of its authority stands. */
export function ZoneNotices({ file, edition, acts }: { readonly file: ProposalFile; readonly edition: Edition; readonly acts: ProposalActs }) {
  const broken = useBroken();
  return (
    <>
      {file.mending && <ProposalMending mending={file.mending} edition={edition} zone={file.state === 'taken'} />}
      {acts.done === 'took' || acts.done === 'gaveBack' ? (
        <Notice tone="ok" live focused>
          {acts.done === 'took' ? words.took(file.latest?.n ?? 1) : words.gaveBack}
        </Notice>
      ) : (
        <StateNotice file={file} broken={broken} />
      )}
      <div role="alert">{acts.error && <ProblemLine>{errorSentence(acts.error)}</ProblemLine>}</div>
      {isOutsideZone(edition, file) && <AskLocal file={file} />}
    </>
  );
}

function StateNotice({ file, broken }: { readonly file: ProposalFile; readonly broken: number }) {
  const returned = openReturn(file);
  switch (file.state) {
    case 'drafting':
      return returned ? (
        <Notice tone="plain" icon="back">
          <p>{words.draftingReturned(returned.at)}</p>
          <p className="kept-lines soft">{returned.reason}</p>
        </Notice>
      ) : (
        <Notice tone="plain" icon="half">
          {words.drafting(applicantOf(file))}
        </Notice>
      );
    case 'atZone':
      return broken > 0 ? (
        <Notice tone="error">{words.waitingProblems(broken)}</Notice>
      ) : (
        <Notice tone="plain" icon="send">
          {words.waiting}
        </Notice>
      );
    case 'taken':
      return broken > 0 ? <Notice tone="error">{words.waitingProblems(broken)}</Notice> : <Notice tone="ok">{words.taken}</Notice>;
    case 'locked':
      return (
        <Notice tone="plain" icon="lock">
          {proposalPage.locked}
        </Notice>
      );
  }
}
