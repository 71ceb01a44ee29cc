import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import type { CallPage } from '#web/api/call-queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Notice } from '#web/components/notice.tsx';
import { dateText } from '#web/messages/formats.ts';
import { home } from '#web/messages/home.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { useMe } from '#web/shell/session.ts';

/** Questions and answers, for everybody to read; whoever is signed in may ask. */
export function Questions({ questions }: { readonly questions: CallPage['questions'] }) {
  const me = useMe();
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="home-part">
        {home.questions}
      </h2>
      {questions.length === 0 && <p className="soft">{home.noQuestions}</p>}
      <dl className="home-lines">
        {questions.map((one) => (
          <div key={one.id}>
            <dt className="home-text">{one.question}</dt>
            <dd className="home-text">
              {one.answer} <span className="small soft">{home.answeredOn(dateText(one.answeredAt))}</span>
            </dd>
          </div>
        ))}
      </dl>
      {me ? (
        me.kind !== 'province' && <Ask />
      ) : (
        <p className="small soft">
          {home.signInToAsk}
          <Link to="/" hash="sign-in" search={{}}>
            {home.toSignIn}
          </Link>
        </p>
      )}
    </section>
  );
}

function Ask() {
  const [text, setText] = useState('');
  const [shown, setShown] = useState(false);
  const ask = useMutation({ mutationFn: () => call('askQuestion', { body: { question: text } }), onSuccess: () => setText('') });
  const fault = ask.error ? errorSentence(ask.error) : shown && text.trim() === '' && !ask.isSuccess ? home.askMissing : '';
  return (
    <form
      className="home-ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setShown(true);
        if (!ask.isPending && text.trim() !== '') ask.mutate();
      }}
    >
      <Labelled label={home.ask} hint={home.askHint} fault={fault}>
        {(props) => (
          <textarea
            {...props}
            className="control"
            rows={3}
            maxLength={1000}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setShown(false);
              ask.reset();
            }}
          />
        )}
      </Labelled>
      <button type="submit" className="button" aria-disabled={ask.isPending}>
        {home.askGo}
      </button>
      {ask.isSuccess && (
        <Notice tone="ok" live>
          {home.asked}
        </Notice>
      )}
    </form>
  );
}
