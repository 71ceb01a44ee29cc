import './proposal.css';
import './stack-table.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { proposalQuery, refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { partnersPage as words, proposalPage } from '#web/messages/proposal.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { nameOf, openReturn } from './proposal-file.ts';
import { ProposalMark } from './proposal-mark.tsx';
import { ProposalTabs } from './proposal-tabs.tsx';

/** Who writes parts of the proposal beside its applicant, and whether they stand by them. */
export function PartnersPage() {
  const { project } = useParams({ from: '/signed-in/proposals/$project/partners' });
  const { data: file, error } = useQuery(proposalQuery(project));
  const [told, setTold] = useState<string>();
  if (!file) return <Loading error={error} />;
  const mayInvite = file.may.includes('proposal.invite');
  return (
    <>
      <PageHead
        crumbs={[workbenchCrumb, nameOf(file) || proposalPage.title, words.title]}
        title={words.title}
        meta={
          <>
            <ProposalMark state={file.state} returned={openReturn(file) !== undefined} />
            <span className="faint">{file.number}</span>
          </>
        }
      />
      <ProposalTabs file={file} side="owner" />
      <div className="stack proposal-below">
        {told && (
          <Notice tone="ok" live>
            {told}
          </Notice>
        )}
        <section className="card" aria-labelledby="partners">
          <div className="card-head">
            <h2 id="partners">{words.list}</h2>
          </div>
          {file.partners.length === 0 ? (
            <p className="card-body soft">{words.empty}</p>
          ) : (
            <PartnerTable file={file} mayRemove={mayInvite} onRemoved={(name) => setTold(words.removed(name))} />
          )}
        </section>
        {mayInvite ? <InviteForm project={file.id} onInvited={(name) => setTold(words.invited(name))} /> : <p className="soft">{words.cannot}</p>}
      </div>
    </>
  );
}

function PartnerTable({
  file,
  mayRemove,
  onRemoved,
}: {
  readonly file: ProposalFile;
  readonly mayRemove: boolean;
  readonly onRemoved: (name: string) => void;
}) {
  const remove = useMutation({
    mutationFn: async (partner: ProposalFile['partners'][number]) => {
      await call('removePartner', { params: { project: file.id, organisation: partner.organisation }, key: freshKey() });
      await refreshProposals();
      onRemoved(partner.name);
    },
  });
  return (
    <>
      <table className="table stack-table" aria-label={words.list}>
        <TableHead columns={[words.columns.name, words.columns.state]} act={words.columns.act} />
        <tbody>
          {file.partners.map((partner) => (
            <tr key={partner.organisation}>
              <td>{partner.name}</td>
              <td>
                <StateMark icon={partner.confirmedAt ? 'done' : 'half'} tone={partner.confirmedAt ? 'ok' : 'go'}>
                  {partner.confirmedAt ? words.confirmed(partner.confirmedAt) : words.open}
                </StateMark>
              </td>
              <td className="stack-act">
                {mayRemove && (
                  <button
                    type="button"
                    className="button button-small"
                    aria-label={words.removeOf(partner.name)}
                    aria-disabled={remove.isPending}
                    onClick={() => !remove.isPending && remove.mutate(partner)}
                  >
                    {words.remove}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="alert">{remove.error && <ProblemLine>{errorSentence(remove.error)}</ProblemLine>}</div>
    </>
  );
}

function InviteForm({ project, onInvited }: { readonly project: string; readonly onInvited: (name: string) => void }) {
  const id = useId();
  const [organisation, setOrganisation] = useState('');
  const [missing, setMissing] = useState(false);
  const invite = useMutation({
    mutationFn: () => call('inviteProposalPartner', { params: { project }, body: { organisation: organisation.trim() }, key: freshKey() }),
    onSuccess: async ({ name }) => {
      setOrganisation('');
      await refreshProposals();
      onInvited(name);
    },
  });
  const unknown = invite.error instanceof RefusalError && invite.error.code === 'notFound';
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (organisation.trim() === '') return setMissing(true);
        if (!invite.isPending) invite.mutate();
      }}
    >
      <div className="card-body">
        <p className="soft">{words.intro}</p>
        <div className="field partner-field">
          <label htmlFor={id}>{words.label}</label>
          <Input
            id={id}
            value={organisation}
            maxLength={80}
            aria-invalid={missing || unknown}
            aria-describedby={missing || invite.error ? `${id}-fault` : `${id}-hint`}
            onChange={(event) => {
              setOrganisation(event.target.value);
              setMissing(false);
              invite.reset();
            }}
          />
          <div role="alert" id={`${id}-fault`}>
            {missing && <ProblemLine>{words.missing}</ProblemLine>}
            {invite.error && <ProblemLine>{unknown ? words.unknown : errorSentence(invite.error)}</ProblemLine>}
          </div>
          {!missing && !invite.error && (
            <p id={`${id}-hint`} className="hint">
              {words.hint}
            </p>
          )}
        </div>
        <button type="submit" className="button button-primary" aria-disabled={invite.isPending}>
          {invite.isPending ? words.inviting : words.invite}
        </button>
      </div>
    </form>
  );
}
