import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { collect } from '#web/messages/collect.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Names the enterprises that are asked, a line each. */
export function AskForm({
  plan,
  block,
  field,
  names,
  onAsked,
}: {
  readonly plan: string;
  readonly block: string;
  readonly field: string;
  readonly names: readonly string[];
  readonly onAsked: () => Promise<void>;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const wanted = [...new Set(text.split(/\n/).map((line) => line.trim()))].filter((line) => line !== '');
  const ask = useMutation({
    mutationFn: () => call('askRows', { params: { plan }, body: { block, field, names: wanted } }),
    onSuccess: async () => {
      setText('');
      await onAsked();
    },
  });
  return (
    <section className="card">
      <form
        className="card-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.length > 0) ask.mutate();
        }}
      >
        <div className="form-field">
          <label className="form-label" htmlFor={id}>
            {collect.add}
          </label>
          <textarea id={id} className="control" rows={4} value={text} aria-describedby={`${id}-hint`} onChange={(event) => setText(event.target.value)} />
          <span className="hint" id={`${id}-hint`}>
            {collect.addHint}
          </span>
        </div>
        <div className="row">
          <button type="submit" className="button button-primary" disabled={ask.isPending || wanted.length === 0}>
            {collect.ask}
          </button>
          {names.length > 0 && (
            <button type="button" className="button" onClick={() => setText([...new Set([...wanted, ...names])].join('\n'))}>
              {collect.fromTable(names.length)}
            </button>
          )}
          <span role="status">{ask.data && collect.asked(ask.data.asked)}</span>
        </div>
        {ask.error && <ProblemLine>{errorSentence(ask.error)}</ProblemLine>}
      </form>
    </section>
  );
}
