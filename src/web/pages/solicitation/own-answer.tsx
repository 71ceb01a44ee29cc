import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney } from '#domain/values/money.ts';
import { call } from '#web/api/call.ts';
import { refreshSolicitation, type AnswerRow } from '#web/api/solicitation-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { openSolicitations, solicitationWords } from '#web/messages/solicitation.ts';
import { AnswerMark } from './answer-mark.tsx';
import { Elsewhere } from './elsewhere.tsx';

const words = openSolicitations.own;

/** A company's own answer: what it offered, what came of it, and the next thing to do. */
export function OwnAnswer({ answer }: { readonly answer: AnswerRow }) {
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <section className="card" aria-label={words.head}>
      <div className="card-head">
        <h2>{words.head}</h2>
        <AnswerMark state={answer.state} />
      </div>
      <div className="card-body stack">
        {answer.state !== 'invited' && (
          <p>
            <b>{answer.title}</b>
            {answer.asked !== null && (
              <span className="soft">　{solicitationWords.asked(formatMoney(answer.asked, 'wanYuan', { grouped: true, decimals: 2 }))}</span>
            )}
          </p>
        )}
        {answer.summary !== '' && <p className="kept-lines soft note-line">{answer.summary}</p>}
        <p role="status">{stateText(answer)}</p>
        {answer.reason && <p className="kept-lines">{solicitationWords.reason(answer.reason)}</p>}
        <Elsewhere answer={answer} own />
        <div className="row">
          {answer.state === 'accepted' && answer.project && (
            <Link className="button button-primary" to="/proposals/$project" params={{ project: answer.project.id }}>
              {words.write}
            </Link>
          )}
          {answer.may.includes('answer.withdraw') && answer.state !== 'invited' && (
            <button type="button" className="button" onClick={() => setWithdrawing(true)}>
              {words.withdraw}
            </button>
          )}
        </div>
      </div>
      {withdrawing && <WithdrawDialog answer={answer} onClose={() => setWithdrawing(false)} />}
    </section>
  );
}

function stateText(answer: AnswerRow): string {
  switch (answer.state) {
    case 'invited':
      return words.invited(answer.zone);
    case 'offered':
      return words.offered(answer.offeredAt ?? '');
    case 'accepted':
      return words.accepted(answer.decidedAt ?? '');
    case 'declined':
      return words.declined(answer.decidedAt ?? '');
    case 'withdrawn':
      return words.withdrawn;
  }
}

function WithdrawDialog({ answer, onClose }: { readonly answer: AnswerRow; readonly onClose: () => void }) {
  const text = openSolicitations.withdrawDialog;
  return (
    <AskDialog
      title={text.title(answer.title)}
      go={text.go}
      going={text.going}
      stay={text.stay}
      reason={{ label: text.reason, missing: text.missing }}
      onClose={onClose}
      send={(key, reason) => call('withdrawAnswer', { params: { answer: answer.id }, body: { reason }, key })}
      onDone={async () => {
        onClose();
        await refreshSolicitation();
      }}
    >
      <p>{text.body}</p>
    </AskDialog>
  );
}
