import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney } from '#domain/values/money.ts';
import { call } from '#web/api/call.ts';
import { plansQuery } from '#web/api/queries.ts';
import { refreshProposals } from '#web/api/proposal-queries.ts';
import { refreshSolicitation, type AnswerRow } from '#web/api/solicitation-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { ownSolicitation as words, solicitationWords } from '#web/messages/solicitation.ts';
import { AnswerMark } from './answer-mark.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { InvitationLink } from './invite-card.tsx';

type Told = { readonly text: string; readonly project?: { readonly plan: string; readonly id: string } };

/** What came in: each answer with its company, what it asks, where else that company stands, and the two decisions. */
export function AnswersCard({ answers }: { readonly answers: readonly AnswerRow[] }) {
  const [asking, setAsking] = useState<{ readonly which: 'accept' | 'decline'; readonly answer: AnswerRow }>();
  const [told, setTold] = useState<Told>();
  const { data: plans } = useQuery(plansQuery);
  const plan = plans?.find((row) => row.state !== 'ended')?.id;
  const open = answers.filter((answer) => answer.state === 'offered').length;
  return (
    <section className="card" aria-labelledby="answers">
      <div className="card-head">
        <h2 id="answers">{words.answers}</h2>
        {answers.length > 0 && <span className="more">{words.counts(answers.length, open)}</span>}
      </div>
      {told && (
        <div className="card-body">
          <Notice
            tone="ok"
            live
            focused
            action={
              told.project && (
                <Link className="button" to="/plans/$plan/projects/$project" params={{ plan: told.project.plan, project: told.project.id }}>
                  {words.openProject}
                </Link>
              )
            }
          >
            {told.text}
          </Notice>
        </div>
      )}
      {answers.length === 0 ? (
        <p className="card-body soft">{words.noAnswers}</p>
      ) : (
        <ul className="answers">
          {answers.toSorted(byUrgency).map((answer) => (
            <AnswerItem key={answer.id} answer={answer} plan={plan} onAsk={(which) => setAsking({ which, answer })} />
          ))}
        </ul>
      )}
      {asking?.which === 'accept' && <AcceptDialog answer={asking.answer} onClose={() => setAsking(undefined)} onDone={(done) => setTold(done)} />}
      {asking?.which === 'decline' && <DeclineDialog answer={asking.answer} onClose={() => setAsking(undefined)} onDone={(done) => setTold(done)} />}
    </section>
  );
}

/** What waits for a decision first; then as it came. */
function byUrgency(a: AnswerRow, b: AnswerRow): number {
  return Number(b.state === 'offered') - Number(a.state === 'offered');
}

function AnswerItem({
  answer,
  plan,
  onAsk,
}: {
  readonly answer: AnswerRow;
  readonly plan: string | undefined;
  readonly onAsk: (which: 'accept' | 'decline') => void;
}) {
  const { state, company, title, asked, inside, reason, token, may } = answer;
  const at = answer.decidedAt ?? answer.offeredAt ?? answer.invitedAt;
  return (
    <li>
      <div className="answer-text">
        <p>
          <b>{state === 'invited' ? company : title}</b>
        </p>
        <p className="small soft">
          {state === 'invited' ? words.invitedTitle : company}
          {inside !== null && `　${inside ? solicitationWords.inside : solicitationWords.outside}`}
          {asked !== null && `　${solicitationWords.asked(formatMoney(asked, 'wanYuan', { grouped: true, decimals: 2 }))}`}
          {`　${at ? minuteTime(at) : emptyCell}`}
        </p>
        {answer.summary !== '' && <p className="small kept-lines note-line">{answer.summary}</p>}
        {reason && <p className="small kept-lines">{solicitationWords.reason(reason)}</p>}
        <Elsewhere answer={answer} />
        {token && <InvitationLink token={token} company={company} />}
      </div>
      <AnswerMark state={state} />
      <div className="row answer-acts">
        {answer.project && plan && (
          <Link to="/plans/$plan/projects/$project" params={{ plan, project: answer.project.id }} aria-label={words.actOf(words.look, company)}>
            {words.look}
          </Link>
        )}
        {may.includes('answer.decline') && (
          <button type="button" className="button" aria-label={words.actOf(words.decline, company)} onClick={() => onAsk('decline')}>
            {words.decline}
          </button>
        )}
        {may.includes('answer.accept') && (
          <button type="button" className="button" aria-label={words.actOf(words.accept, company)} onClick={() => onAsk('accept')}>
            {words.accept}
          </button>
        )}
      </div>
    </li>
  );
}

interface DialogProps {
  readonly answer: AnswerRow;
  readonly onClose: () => void;
  readonly onDone: (told: Told) => void;
}

function AcceptDialog({ answer, onClose, onDone }: DialogProps) {
  const text = words.acceptDialog;
  return (
    <AskDialog
      title={text.title(answer.company)}
      go={text.go}
      going={text.going}
      stay={text.stay}
      onClose={onClose}
      send={(key) => call('acceptAnswer', { params: { answer: answer.id }, body: {}, key })}
      onDone={async ({ plan, project, number }) => {
        await Promise.all([refreshSolicitation(), refreshProposals()]);
        onClose();
        onDone({ text: words.acceptedDone(answer.company, number), project: { plan, id: project } });
      }}
    >
      <p>{text.body(answer.title, answer.company)}</p>
      {answer.elsewhere.length > 0 && <p>{text.conflict}</p>}
      <Elsewhere answer={answer} />
    </AskDialog>
  );
}

function DeclineDialog({ answer, onClose, onDone }: DialogProps) {
  const text = words.declineDialog;
  return (
    <AskDialog
      title={text.title(answer.company)}
      go={text.go}
      going={text.going}
      stay={text.stay}
      reason={{ label: text.reason, missing: text.missing }}
      onClose={onClose}
      send={(key, reason) => call('declineAnswer', { params: { answer: answer.id }, body: { reason }, key })}
      onDone={async () => {
        await refreshSolicitation();
        onClose();
        onDone({ text: words.declinedDone(answer.company) });
      }}
    >
      <p>{text.body}</p>
    </AskDialog>
  );
}
