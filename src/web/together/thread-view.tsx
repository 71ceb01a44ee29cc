import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { refreshThreads, type Thread } from '#web/api/together-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { comments as words } from '#web/messages/together.ts';
import { useKeptText } from './kept-text.ts';
import { placeName } from './place-name.ts';
import type { Shared } from './together-context.ts';

type Act = { readonly kind: 'resolveThread' | 'reopenThread' } | { readonly kind: 'answerComment'; readonly text: string };

/** A thread: where, what was said by whom, and what can be done now. */
export function ThreadView({ shared, thread, onGo }: { readonly shared: Shared; readonly thread: Thread; readonly onGo: () => void }) {
  const { plan, document } = shared;
  const place = placeName(shared, thread.block, thread.path);
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useKeptText(thread.id);
  const [key, setKey] = useState(freshKey);
  const id = useId();
  const act = useMutation({
    mutationFn: (what: Act) => {
      const params = { plan, document, thread: thread.id };
      if (what.kind === 'answerComment') return call('answerComment', { params, body: { text: what.text }, key });
      return call(what.kind, { params, body: {}, key });
    },
    onSuccess: (_done, what) => {
      setKey(freshKey());
      if (what.kind === 'answerComment') {
        setText('');
        setAnswering(false);
      }
      // Not waited for: the next step can be taken at once.
      void refreshThreads(shared);
    },
  });
  const isOpen = thread.state === 'open';
  return (
    <li className="thread">
      <p className="thread-head">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            onGo();
            shared.goTo(`${shared.store.pointer}/${thread.block}${thread.path}`);
          }}
        >
          {place}
        </button>
        <span className={isOpen ? 'state state-warn' : 'state state-ok'}>
          <Icon name={isOpen ? 'half' : 'done'} />
          {words.state[thread.state]}
        </span>
        {thread.internal && <span className="tag">{words.internalTag}</span>}
      </p>
      <ol className="thread-entries">
        {thread.entries.map((entry, index) => (
          <li key={index} className={`thread-${entry.kind}`}>
            <p className="tiny">
              <b>{entry.name}</b> <span className="faint">{`${entry.organisation}　${minuteTime(entry.at)}　${words.kind[entry.kind]}`}</span>
            </p>
            {entry.body !== '' && <p className="thread-body">{entry.body}</p>}
          </li>
        ))}
      </ol>
      {answering && (
        <div className="comment-box">
          <label className="form-label" htmlFor={id}>
            {words.answerTo(place)}
          </label>
          <textarea
            id={id}
            className="control"
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setKey(freshKey());
            }}
          />
        </div>
      )}
      {act.error && (
        <div role="alert">
          <ProblemLine>{`${act.variables.kind === 'answerComment' ? words.kept : ''}${errorSentence(act.error)}`}</ProblemLine>
        </div>
      )}
      <div className="thread-acts">
        {answering ? (
          <>
            <button
              type="button"
              className="button button-small"
              aria-disabled={act.isPending || text.trim() === ''}
              onClick={() => !act.isPending && text.trim() !== '' && act.mutate({ kind: 'answerComment', text: text.trim() })}
            >
              {words.sendAnswer}
            </button>
            <button type="button" className="text-button" onClick={() => setAnswering(false)}>
              {words.cancel}
            </button>
          </>
        ) : (
          <button type="button" className="text-button" onClick={() => setAnswering(true)}>
            {words.answer}
          </button>
        )}
        <button
          type="button"
          className="text-button"
          aria-disabled={act.isPending}
          onClick={() => !act.isPending && act.mutate({ kind: isOpen ? 'resolveThread' : 'reopenThread' })}
        >
          {isOpen ? words.resolve : words.reopen}
        </button>
      </div>
    </li>
  );
}
