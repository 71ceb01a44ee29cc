import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { refreshThreads } from '#web/api/together-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { comments as words } from '#web/messages/together.ts';
import type { Shared } from './together-context.ts';
import { useKeptText } from './kept-text.ts';

/** Where a comment is written. What was typed stays until it has arrived, also when the drawer is closed in between. */
export function CommentBox({ shared, block, path }: { readonly shared: Shared; readonly block: string; readonly path: string }) {
  const { plan, document } = shared;
  const id = useId();
  const [text, setText] = useKeptText(`${plan} ${document} ${block}${path}`);
  const [internal, setInternal] = useState(false);
  const [missing, setMissing] = useState(false);
  const [key, setKey] = useState(freshKey);
  const add = useMutation({
    mutationFn: () => call('addComment', { params: { plan, document }, body: { block, path, text: text.trim(), internal }, key }),
    onSuccess: () => {
      setText('');
      setKey(freshKey());
      void refreshThreads(shared);
    },
  });
  const change = (): void => {
    setKey(freshKey());
    setMissing(false);
    add.reset();
  };
  const send = (): void => {
    if (add.isPending) return;
    setMissing(text.trim() === '');
    if (text.trim() !== '') add.mutate();
  };
  return (
    <div className="comment-box">
      <label className="form-label" htmlFor={id}>
        {words.write}
      </label>
      <textarea
        id={id}
        className="control"
        rows={3}
        maxLength={2000}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setText(event.target.value);
          change();
        }}
      />
      <p className="hint" id={`${id}-hint`}>
        {words.writeHint([...text].length)}
      </p>
      <label className="option">
        <input
          type="checkbox"
          checked={internal}
          onChange={(event) => {
            setInternal(event.target.checked);
            change();
          }}
        />
        {words.internal}
      </label>
      <div role="alert">
        {missing && <ProblemLine>{words.empty}</ProblemLine>}
        {add.error && <ProblemLine>{`${words.kept}${errorSentence(add.error)}`}</ProblemLine>}
      </div>
      <button type="button" className="button button-primary" aria-disabled={add.isPending} onClick={send}>
        {add.isPending ? words.sending : words.send}
      </button>
    </div>
  );
}
