import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { colleaguesQuery } from '#web/api/together-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Loading } from '#web/components/loading.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { readTexts, useKept } from '#web/drafts/use-kept.ts';
import { presence, tasks as words } from '#web/messages/together.ts';
import { useMe } from '#web/shell/session.ts';
import { placeName } from './place-name.ts';
import type { Aside, Shared } from './together-context.ts';

const readTask = readTexts({ title: '', day: '' });

/** Gives a place of the document to somebody, with what is to be done there. */
export function TaskDialog({ shared, at, onClose }: { readonly shared: Shared; readonly at: Aside & { readonly kind: 'task' }; readonly onClose: () => void }) {
  const { plan, document } = shared;
  const { block, path } = at;
  const { data: people, error } = useQuery(colleaguesQuery(shared));
  const others = people?.filter((person) => !person.me) ?? [];
  const id = useId();
  const name = `task ${plan} ${document} ${block} ${path}`;
  const { value: typed, set: keep, forget } = useKept(useMe()?.username, name, { title: at.title, day: '' }, readTask);
  const { title, day } = typed;
  const [chosen, setChosen] = useState<string>();
  const [missing, setMissing] = useState(false);
  const to = chosen ?? others[0]?.id ?? people?.[0]?.id ?? '';
  return (
    <AskDialog
      title={words.dialog(placeName(shared, block, path))}
      go={words.go}
      going={words.going}
      stay={words.stay}
      form
      values={{ ...typed, to }}
      forget={forget}
      ready={() => {
        setMissing(title.trim() === '');
        return title.trim() !== '' && to !== '';
      }}
      send={(key) => call('giveTask', { params: { plan, document }, body: { block, path, title: title.trim(), to, due: day === '' ? null : endOf(day) }, key })}
      onClose={onClose}
      onDone={async () => {
        await queryClient.invalidateQueries({ queryKey: ['tasks'] });
        onClose();
      }}
    >
      {!people ? (
        <Loading error={error} />
      ) : (
        <>
          {others.length === 0 && <p className="soft">{words.noOne}</p>}
          <div className="form-field">
            <label className="form-label" htmlFor={`${id}-who`}>
              {words.who}
            </label>
            <select id={`${id}-who`} className="control" value={to} onChange={(event) => setChosen(event.target.value)}>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.me ? `${person.name}${words.me}` : presence.of(person.name, person.organisation)}
                </option>
              ))}
            </select>
          </div>
          <div className="form-field">
            <label className="form-label" htmlFor={`${id}-what`}>
              {words.what}
            </label>
            <textarea
              id={`${id}-what`}
              className="control"
              rows={3}
              maxLength={200}
              value={title}
              aria-describedby={`${id}-hint`}
              onChange={(event) => {
                keep({ ...typed, title: event.target.value });
                setMissing(false);
              }}
            />
            <p className="hint" id={`${id}-hint`}>
              {words.whatHint}
            </p>
          </div>
          <div className="form-field">
            <label className="form-label" htmlFor={`${id}-until`}>
              {words.until}
            </label>
            <input id={`${id}-until`} className="control" type="date" value={day} onChange={(event) => keep({ ...typed, day: event.target.value })} />
          </div>
          <div role="alert">{missing && <ProblemLine>{words.missing}</ProblemLine>}</div>
        </>
      )}
    </AskDialog>
  );
}

/** The end of that day in Beijing. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59+08:00`).toISOString();
}
