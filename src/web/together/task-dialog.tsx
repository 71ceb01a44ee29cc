import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { queryClient } from '#web/api/queries.ts';
import { colleaguesQuery } from '#web/api/together-queries.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { Loading } from '#web/components/loading.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { presence, tasks as words } from '#web/messages/together.ts';
import { placeName } from './place-name.ts';
import type { Aside, Shared } from './together-context.ts';

/** Gives a place of the document to somebody, with what is to be done there. */
export function TaskDialog({ shared, at, onClose }: { readonly shared: Shared; readonly at: Aside & { readonly kind: 'task' }; readonly onClose: () => void }) {
  const { plan, document } = shared;
  const { block, path } = at;
  const { data: people, error } = useQuery(colleaguesQuery(shared));
  const others = people?.filter((person) => !person.me) ?? [];
  const id = useId();
  const [title, setTitle] = useState(at.title);
  const [chosen, setChosen] = useState<string>();
  const [day, setDay] = useState('');
  const [missing, setMissing] = useState(false);
  const [key, setKey] = useState(freshKey);
  const to = chosen ?? others[0]?.id ?? people?.[0]?.id;
  const give = useMutation({
    mutationFn: (person: string) =>
      call('giveTask', { params: { plan, document }, body: { block, path, title: title.trim(), to: person, due: day === '' ? null : endOf(day) }, key }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['tasks'] });
      onClose();
    },
  });
  const changed = (): void => {
    setKey(freshKey());
    setMissing(false);
  };
  const go = (): void => {
    if (give.isPending || to === undefined) return;
    setMissing(title.trim() === '');
    if (title.trim() !== '') give.mutate(to);
  };
  return (
    <Dialog
      title={words.dialog(placeName(shared, block, path))}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.stay}
          </button>
          <button type="button" className="button button-primary" aria-disabled={give.isPending} onClick={go}>
            {give.isPending ? words.going : words.go}
          </button>
        </>
      }
    >
      {!people ? (
        <Loading error={error} />
      ) : (
        <div className="stack">
          {others.length === 0 && <p className="soft">{words.noOne}</p>}
          <div className="form-field">
            <label className="form-label" htmlFor={`${id}-who`}>
              {words.who}
            </label>
            <select
              id={`${id}-who`}
              className="choice"
              data-safe
              value={to}
              onChange={(event) => {
                setChosen(event.target.value);
                changed();
              }}
            >
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
                setTitle(event.target.value);
                changed();
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
            <input
              id={`${id}-until`}
              className="control"
              type="date"
              value={day}
              onChange={(event) => {
                setDay(event.target.value);
                changed();
              }}
            />
          </div>
          <div role="alert">
            {missing && <ProblemLine>{words.missing}</ProblemLine>}
            {give.error && <ProblemLine>{errorSentence(give.error)}</ProblemLine>}
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** The end of that day in Beijing. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59+08:00`).toISOString();
}
