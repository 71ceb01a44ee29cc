import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { Labelled } from '#web/components/labelled.tsx';
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
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const wanted = [...new Set(text.split(/\n/).map((line) => line.trim()))].filter((line) => line !== '');
  const ask = useMutation({
    mutationFn: () => call('askRows', { params: { plan }, body: { block, field, names: wanted } }),
    onSuccess: async () => {
      setText('');
      await onAsked();
    },
  });
  const change = (value: string): void => {
    setMissing(false);
    setText(value);
  };
  return (
    <section className="card" aria-labelledby="collect-ask">
      <div className="card-head">
        <h2 id="collect-ask">{collect.askTitle}</h2>
        <span className="more">{collect.intro}</span>
      </div>
      <form
        className="card-body"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(wanted.length === 0);
          if (wanted.length > 0 && !ask.isPending) ask.mutate();
        }}
      >
        <Labelled label={collect.add} hint={collect.addHint} fault={missing ? collect.addMissing : ''}>
          {(props) => <textarea {...props} className="control collect-names" rows={4} value={text} onChange={(event) => change(event.target.value)} />}
        </Labelled>
        <div className="row">
          <button type="submit" className="button button-primary" aria-disabled={ask.isPending}>
            {ask.isPending ? collect.asking : collect.ask}
          </button>
          {names.length > 0 && (
            <button type="button" className="button" onClick={() => change([...new Set([...wanted, ...names])].join('\n'))}>
              {collect.fromTable(names.length)}
            </button>
          )}
          <span role="status">{ask.data && text === '' && collect.asked(ask.data.asked)}</span>
        </div>
        <div role="alert">{ask.error && <ProblemLine>{errorSentence(ask.error)}</ProblemLine>}</div>
      </form>
    </section>
  );
}
