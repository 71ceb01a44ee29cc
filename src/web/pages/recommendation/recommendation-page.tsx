import '#web/fields/fields.css';
import '#web/fields/grid/grid.css';
import '#web/pages/form/form.css';
import '#web/pages/proposal/proposal.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { recommendationPage as words } from '#web/messages/recommendation.ts';
import { ProjectTitle } from '#web/pages/form/form-head.tsx';
import { Files, OpenedProposal, ProposalText, type Opened } from '#web/pages/proposal/proposal-page.tsx';
import { ProposalTools } from '#web/pages/proposal/proposal-tools.tsx';
import { applicantOf, nameOf } from '#web/pages/proposal/proposal-file.ts';
import { RecommendationMark } from './recommendation-mark.tsx';

/** An outside project as its local authority reads it: the version that it was asked about, and the two answers. */
export function RecommendationPage() {
  const { project } = useParams({ strict: false });
  return <OpenedProposal project={project ?? ''}>{(opened) => <Recommendation {...opened} />}</OpenedProposal>;
}

function Recommendation(opened: Opened) {
  const { file } = opened;
  const [asking, setAsking] = useState<'give' | 'decline'>();
  return (
    <ProposalText
      opened={opened}
      frame={{
        head: <Head file={file} onAsk={setAsking} />,
        notice: (
          <>
            {file.recommendation && <StateNotice recommendation={file.recommendation} zone={file.zone} />}
            <ProposalTools file={file} />
            {asking && <AnswerDialog file={file} which={asking} onClose={() => setAsking(undefined)} />}
          </>
        ),
        end: <Files opened={opened} />,
      }}
    />
  );
}

function Head({ file, onAsk }: { readonly file: ProposalFile; readonly onAsk: (which: 'give' | 'decline') => void }) {
  const state = file.recommendation?.state;
  const open = state === 'asked';
  const buttons = open && (
    <>
      {file.may.includes('local.decline') && (
        <button type="button" className="button" onClick={() => onAsk('decline')}>
          {words.decline}
        </button>
      )}
      {file.may.includes('local.give') && (
        <button type="button" className="button button-primary" onClick={() => onAsk('give')}>
          {words.give}
        </button>
      )}
    </>
  );
  return (
    <div className="form-head proposal-head">
      <div className="form-title">
        <ol className="crumbs">
          <li>
            <Link to="/recommendations">{words.title}</Link>
          </li>
          <li>{file.zone}</li>
          {state && (
            <li>
              <RecommendationMark state={state} />
            </li>
          )}
        </ol>
        <h1>
          <ProjectTitle />
        </h1>
        <p className="small soft">
          {applicantOf(file)}　{file.number}　{file.latest && words.version(file.latest.n)}
        </p>
      </div>
      {buttons && <span className="desk-only proposal-buttons">{buttons}</span>}
      {buttons && <div className="bottom-bar">{buttons}</div>}
    </div>
  );
}

function StateNotice({ recommendation, zone }: { readonly recommendation: NonNullable<ProposalFile['recommendation']>; readonly zone: string }) {
  const { state, version, askedAt, answeredAt, text } = recommendation;
  const at = answeredAt ?? askedAt;
  switch (state) {
    case 'asked':
      return (
        <Notice tone="plain" icon="user">
          {words.asked(zone, version, askedAt)}
        </Notice>
      );
    case 'stale':
      return (
        <Notice tone="warn" icon="sheets">
          {words.stale(version)}
        </Notice>
      );
    case 'given':
    case 'declined':
      return (
        <Notice tone={state === 'given' ? 'ok' : 'plain'} icon={state === 'given' ? 'star' : 'cross'} live>
          <p>{words[state](version, at)}</p>
          {text && <p className="kept-lines soft">{text}</p>}
        </Notice>
      );
  }
}

function AnswerDialog({ file, which, onClose }: { readonly file: ProposalFile; readonly which: 'give' | 'decline'; readonly onClose: () => void }) {
  const give = which === 'give';
  const text = give ? words.giveDialog : words.declineDialog;
  const params = { project: file.id };
  return (
    <AskDialog
      title={text.title(nameOf(file), file.latest?.n ?? 1)}
      go={text.go}
      going={text.going}
      stay={text.stay}
      reason={{ label: text.label, missing: text.missing, initial: give ? words.giveDialog.initial : '', limit: give ? 1000 : 500 }}
      onClose={onClose}
      send={(key, written) =>
        give ? call('giveLocal', { params, body: { opinion: written }, key }) : call('declineLocal', { params, body: { reason: written }, key })
      }
      onDone={async () => {
        onClose();
        await refreshProposals();
      }}
    >
      <p>{text.body}</p>
    </AskDialog>
  );
}
