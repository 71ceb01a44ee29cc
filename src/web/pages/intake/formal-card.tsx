import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { refreshIntake, type IntakeFile } from '#web/api/intake-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { Clause } from '#web/components/clause.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import type { IconName } from '#web/components/icon.tsx';
import { formal as words } from '#web/messages/intake.ts';
import { errorSentence } from '#web/messages/refusals.ts';

type Item = IntakeFile['items'][number];
type Looked = { readonly item: string; readonly result: 'met' | 'broken' | 'open'; readonly note: string };

const looks: Readonly<Record<Item['result'], readonly [IconName, Tone]>> = {
  met: ['done', 'ok'],
  excused: ['diamond', 'warn'],
  broken: ['bad', 'error'],
  open: ['none', 'faint'],
};

/** 形式审查: what the file answers by itself with its evidence, and what a person ticks, never ticked before. */
export function FormalCard({ file, edition }: { readonly file: IntakeFile; readonly edition: Edition | undefined }) {
  const [noting, setNoting] = useState<Item>();
  const ticks = file.may.includes('intake.look') && file.state === 'checking';
  // A tick stands as soon as it is set, however fast the next ones come; each is sent in its turn.
  const [sent, setSent] = useState<ReadonlyMap<string, Looked['result']>>(new Map());
  const ticking = ['formal', file.plan.id];
  const look = useMutation({
    mutationKey: ticking,
    scope: { id: ticking.join(' ') },
    mutationFn: ({ item, result, note }: Looked) => call('lookAtItem', { params: { plan: file.plan.id, item }, body: { result, note } }),
    onMutate: ({ item, result }) => setSent((before) => new Map(before).set(item, result)),
    onError: (_error, { item }) => setSent((before) => new Map([...before].filter(([key]) => key !== item))),
    // With the last of several in a row.
    onSettled: async () => {
      if (queryClient.isMutating({ mutationKey: ticking }) > 1) return;
      await refreshIntake();
      if (queryClient.isMutating({ mutationKey: ticking }) <= 1) setSent(new Map());
    },
  });
  const items = file.items.map((item) => ({ ...item, result: sent.get(item.item) ?? item.result }));
  const auto = items.filter((item) => item.auto);
  const human = items.filter((item) => !item.auto);
  const done = (of: readonly Item[]): number => of.filter((item) => item.result !== 'open').length;
  return (
    <section className="card" aria-labelledby="formal">
      <div className="card-head">
        <h2 id="formal">{words.title}</h2>
        <span className="more">{words.summary(auto.length, done(auto), human.length, done(human))}</span>
      </div>
      <div role="alert">{look.error && <ProblemLine>{errorSentence(look.error)}</ProblemLine>}</div>
      <ul className="formal-list">
        {items.map((item) => (
          <li key={item.item} className={item.auto ? '' : 'formal-human'}>
            <span className="formal-mark">
              {item.auto ? <ItemMark item={item} /> : <Tick item={item} may={ticks} onTick={(result) => look.mutate({ item: item.item, result, note: '' })} />}
            </span>
            <ItemText item={item} />
            <span className="formal-act">
              <Clause edition={edition} clause={item.clause} />
              {!item.auto && ticks && (
                <button type="button" className="button button-plain" onClick={() => setNoting(item)} aria-label={words.noteTitle(item.title)}>
                  {words.problem}
                </button>
              )}
              {!item.auto && ticks && item.result === 'broken' && (
                <button
                  type="button"
                  className="button button-plain"
                  onClick={() => look.mutate({ item: item.item, result: 'open', note: '' })}
                  aria-label={words.undoOf(item.title)}
                >
                  {words.undo}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {noting && (
        <AskDialog
          title={words.noteTitle(noting.title)}
          go={words.noteGo}
          going={words.noteGo}
          stay={words.stay}
          reason={{ label: words.note, missing: words.noteMissing, initial: noting.note ?? '' }}
          onClose={() => setNoting(undefined)}
          send={(key, note) => call('lookAtItem', { params: { plan: file.plan.id, item: noting.item }, body: { result: 'broken', note }, key })}
          onDone={async () => {
            setNoting(undefined);
            await refreshIntake();
          }}
        >
          <p>{noting.evidence}</p>
        </AskDialog>
      )}
    </section>
  );
}

function ItemMark({ item }: { readonly item: Item }) {
  const [icon, tone] = looks[item.result];
  return (
    <StateMark icon={icon} tone={tone}>
      {item.result === 'met' ? (item.auto ? words.auto : words.human) : words.result[item.result]}
    </StateMark>
  );
}

function Tick({ item, may, onTick }: { readonly item: Item; readonly may: boolean; readonly onTick: (result: 'met' | 'open') => void }) {
  if (item.result === 'broken' || !may) return <ItemMark item={item} />;
  return (
    <label className="formal-tick">
      <input type="checkbox" checked={item.result === 'met'} onChange={(event) => onTick(event.target.checked ? 'met' : 'open')} />
      <span>{words.human}</span>
      <span className="unseen">{item.title}</span>
    </label>
  );
}

/** Long evidence folds: one line is enough until somebody doubts it. */
function ItemText({ item }: { readonly item: Item }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="formal-text">
      <span className={item.auto || item.result === 'met' ? '' : 'strong'}>{item.title}</span>
      {item.evidence !== '' && <span className="small faint">{item.evidence}</span>}
      {item.note !== null && item.note !== '' && <span className="small formal-note">{item.note}</span>}
      {item.by !== null && item.at !== null && <span className="small faint">{words.by(item.by, item.at)}</span>}
      {item.lines.length > 0 && (
        <button type="button" className="formal-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.fold : `${words.evidence}（${item.lines.length}）`}
        </button>
      )}
      {open && (
        <ul className="formal-lines">
          {item.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
