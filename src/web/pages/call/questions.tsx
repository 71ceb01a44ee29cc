import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile } from '#web/api/call-queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { dayText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** What was asked about the call; those that wait stand first. */
export function Questions({ file }: { readonly file: CallFile }) {
  const first = file.questions.find((one) => one.answer === null);
  return (
    <section className="card" aria-labelledby="questions">
      <div className="card-head">
        <h2 id="questions">{words.questions}</h2>
      </div>
      {file.questions.length === 0 && <p className="card-body soft">{words.noQuestions}</p>}
      <ul className="call-lines">
        {file.questions.map((one) => (
          <Question key={one.id} file={file} question={one} primary={one.id === first?.id} />
        ))}
      </ul>
    </section>
  );
}

function Question({
  file,
  question,
  primary,
}: {
  readonly file: CallFile;
  readonly question: CallFile['questions'][number];
  /** It is the first that waits. */
  readonly primary: boolean;
}) {
  const [text, setText] = useState(question.answer ?? '');
  const answer = useMutation({
    mutationFn: () => call('answerQuestion', { params: { call: file.id, question: question.id }, body: { answer: text } }),
    onSuccess: refreshCalls,
  });
  return (
    <li>
      <div className="call-line-head">
        <b className="call-text">{question.question}</b>
        {question.answer !== null && (
          <StateMark icon="done" tone="ok">
            {words.answered}
          </StateMark>
        )}
      </div>
      <p className="small soft">{words.asker(question.organisation, question.asker, dayText(question.askedAt))}</p>
      {file.may.includes('call.answer') ? (
        <>
          <Labelled label={words.answerLabel} fault={answer.error ? errorSentence(answer.error) : ''}>
            {(props) => <Input.TextArea {...props} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
          </Labelled>
          <Button
            type={primary ? 'primary' : 'default'}
            aria-disabled={answer.isPending || text.trim() === ''}
            onClick={() => !answer.isPending && text.trim() !== '' && answer.mutate()}
          >
            {words.answer}
          </Button>
        </>
      ) : (
        <p className="call-text">{question.answer}</p>
      )}
    </li>
  );
}
