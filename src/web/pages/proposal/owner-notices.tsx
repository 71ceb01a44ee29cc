import { useMutation } from '@tanstack/react-query';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { proposalPage as words } from '#web/messages/proposal.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { useMe } from '#web/shell/session.ts';
import { ProposalMending } from '#web/pages/mending/proposal-mending.tsx';
import { BlockedList } from './blocked-list.tsx';
import { FieldLinks } from './field-links.tsx';
import { FiledReceipt } from './filed-receipt.tsx';
import { openReturn } from './proposal-file.ts';
import type { ProposalActs } from './use-proposal-acts.ts';

/** What the applicant should know or do now: what came back, what stands in the way, what was just filed. */
export function OwnerNotices({ file, edition, acts }: { readonly file: ProposalFile; readonly edition: Edition; readonly acts: ProposalActs }) {
  const me = useMe();
  const partner = file.partners.find((one) => one.name === me?.organisation);
  return (
    <>
      {file.mending && <ProposalMending mending={file.mending} edition={edition} />}
      {acts.filed && <FiledReceipt file={file} filed={acts.filed} />}
      {acts.blocked && <BlockedList problems={acts.blocked} edition={edition} />}
      {partner && file.owner?.name !== me?.organisation ? (
        <PartnerNotice file={file} edition={edition} confirmedAt={partner.confirmedAt} />
      ) : (
        <StateNotice file={file} edition={edition} acts={acts} />
      )}
      <div role="alert">{acts.error && <ProblemLine>{errorSentence(acts.error)}</ProblemLine>}</div>
    </>
  );
}

function StateNotice({ file, edition, acts }: { readonly file: ProposalFile; readonly edition: Edition; readonly acts: ProposalActs }) {
  const returned = openReturn(file);
  const n = file.latest?.n ?? 0;
  if (returned) {
    return (
      <Notice tone="warn" icon="back">
        <p>
          <b>{words.returned.lead(file.zone, returned.version, returned.at)}</b>
          <span className="kept-lines">{returned.reason}</span>
        </p>
        {returned.fields.length > 0 && (
          <p>
            {words.returned.fields}
            <FieldLinks fields={returned.fields} edition={edition} />
          </p>
        )}
      </Notice>
    );
  }
  if (file.state === 'drafting') {
    return acts.done === 'recalled' ? (
      <Notice tone="ok" live focused>
        {words.recalled}
      </Notice>
    ) : null;
  }
  if (file.state === 'atZone') {
    return (
      <Notice
        tone="plain"
        icon="send"
        action={
          file.may.includes('proposal.recall') ? (
            <button type="button" className="button" aria-disabled={acts.pending} onClick={acts.recall}>
              {acts.pending ? words.recalling : words.recall}
            </button>
          ) : undefined
        }
      >
        {words.waiting(file.zone, n)}
      </Notice>
    );
  }
  return file.state === 'taken' ? (
    <Notice tone="ok">{words.taken(file.zone, n)}</Notice>
  ) : (
    <Notice tone="plain" icon="lock">
      {words.locked}
    </Notice>
  );
}

/** A partner reads all and writes its part, then says that it stands. */
function PartnerNotice({ file, edition, confirmedAt }: { readonly file: ProposalFile; readonly edition: Edition; readonly confirmedAt: string | null }) {
  const confirm = useMutation({
    mutationFn: () => call('confirmPartner', { params: { project: file.id }, body: {}, key: freshKey() }),
    onSuccess: refreshProposals,
  });
  const blocks = edition.forms.proposal.blocks.filter((block) => file.writable.includes(block.key)).map((block) => block.title);
  return (
    <Notice
      tone={confirmedAt === null ? 'plain' : 'ok'}
      icon={confirmedAt === null ? 'people' : 'done'}
      action={
        file.may.includes('proposal.confirm') && confirmedAt === null ? (
          <button type="button" className="button" aria-disabled={confirm.isPending} onClick={() => !confirm.isPending && confirm.mutate()}>
            {confirm.isPending ? words.partner.confirming : words.partner.confirm}
          </button>
        ) : undefined
      }
    >
      <p>{blocks.length > 0 ? words.partner.lead(blocks) : words.partner.nothing}</p>
      <p role="status">{confirmedAt !== null && words.partner.confirmed(confirmedAt)}</p>
      <div role="alert">{confirm.error && <ProblemLine>{errorSentence(confirm.error)}</ProblemLine>}</div>
    </Notice>
  );
}
