import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { intakeQuery, refusalNoteUrl, type DeskAnswer } from '#web/api/intake-queries.ts';
import { Icon, type IconName } from '#web/components/icon.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { answerLine, answerNote, answerTitle, causeWord, foundTitle, desk as words, refuseDialog } from '#web/messages/intake.ts';
import { ToCompare } from './compare-card.tsx';
import { RefuseDialog, type Refused } from './refuse-dialog.tsx';

const looks: Readonly<Record<DeskAnswer['status'], readonly [IconName, 'ok' | 'warn' | 'error']>> = {
  valid: ['done', 'ok'],
  superseded: ['sheets', 'warn'],
  unknown: ['question', 'error'],
  notRecommended: ['question', 'warn'],
};

/** What a code is, said at once and large; paper that cannot be taken is noted from here. */
export function AnswerBanner({ answer }: { readonly answer: DeskAnswer }) {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const late = answer.status === 'valid' && answer.late && (answer.state === 'awaitingPaper' || answer.state === 'mending');
  const { plan } = answer;
  const mends = answer.status === 'valid' && !late && answer.state === 'mending';
  const { data: file } = useQuery({ ...intakeQuery(plan?.id ?? ''), enabled: mends });
  const waits = mends && file?.confirmed === false;
  const [icon, tone] = late ? (['clock', 'error'] as const) : waits ? (['clock', 'warn'] as const) : looks[answer.status];
  const takes = answer.status === 'valid' && !late;
  const isRead = answer.code !== '';
  return (
    <div className={`scan-answer scan-answer-${tone}`}>
      <Icon name={icon} size={36} />
      <div className="scan-answer-text">
        <h2>{late ? words.lateTitle : waits ? words.waitsTitle : (isRead ? answerTitle : foundTitle)[answer.status]}</h2>
        {plan && <p>{answerLine(answer)}</p>}
        <p className="small soft wrap-anywhere">{answerNote(answer)}</p>
        {refused && <p className="strong">{refuseDialog.done(causeWord[refused.cause], refused.at)}</p>}
      </div>
      <span className="row">
        {takes && <ToCompare />}
        {isRead && !takes && !refused && (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {words.refuse}
          </button>
        )}
        {refused && <PdfLink href={refusalNoteUrl(refused.refusal)}>{words.print}</PdfLink>}
      </span>
      {asking && <RefuseDialog code={answer.code} onClose={() => setAsking(false)} onDone={setRefused} />}
    </div>
  );
}
