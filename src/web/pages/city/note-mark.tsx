import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { call } from '#web/api/call.ts';
import { refreshCity } from '#web/api/city-queries.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { NetworkLoss, RefusalError } from '#web/api/refusal-error.ts';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { cityCheck as words } from '#web/messages/city.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { isAt, type NotePlace, placeKey, useNotes } from './notes-context.ts';

/** Beside an answer: how many notes stand there; pressing it opens the box below. */
export function NoteMark({ place }: { readonly place: NotePlace }) {
  const { notes, canNote, writing, write } = useNotes();
  const count = notes.filter((note) => isAt(place, note)).length;
  const open = writing !== undefined && isAt(place, writing);
  if (!canNote) {
    return count === 0 ? null : (
      <span className="note-mark">
        <Icon name="talk" />
        <span className="unseen">{words.notes}</span>
        {count}
      </span>
    );
  }
  return (
    <button type="button" className="note-mark" aria-expanded={open} onClick={() => write(open ? undefined : place)}>
      <Icon name="talk" />
      <span className="unseen">{words.noteAt(place.label)} </span>
      {count > 0 && (
        <b>
          {count}
          <span className="unseen">{words.notesMore}</span>
        </b>
      )}
    </button>
  );
}

/** Between two tries of a note that did not get through, in milliseconds. */
const retryEvery = 15_000;

/** The box in which a note is written, at its place; nothing anywhere else. */
export function NoteBox({ place }: { readonly place: NotePlace }) {
  const { plan, writing, write, textAt, type } = useNotes();
  if (writing === undefined || !isAt(place, writing)) return null;
  const close = (): void => {
    type(place, '');
    write(undefined);
  };
  return (
    <NoteForm
      label={words.noteAt(place.label)}
      key={placeKey(place)}
      initial={textAt(place)}
      onText={(text) => type(place, text)}
      onCancel={() => close()}
      send={async (text, once) => {
        await call('addCheckNote', { params: { plan }, body: { document: place.document, block: place.block, path: place.path, text }, key: once });
        await refreshCity();
        close();
      }}
    />
  );
}

/**
 * A note being written or changed. What was typed stays when the request fails; the same words go out under one key. Where no server was
 * reached they go out by themselves once there is one, unless somebody goes on writing.
 */
export function NoteForm({
  label,
  initial = '',
  onText,
  onCancel,
  send,
}: {
  readonly label: string;
  readonly initial?: string;
  /** Hears what is typed, so that it outlives the box. */
  readonly onText?: (text: string) => void;
  readonly onCancel: () => void;
  readonly send: (text: string, key: string) => Promise<unknown>;
}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(initial);
  const [key, setKey] = useState(freshKey);
  const [missing, setMissing] = useState(false);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const saving = useMutation({
    mutationFn: () => send(text.trim(), key),
    onError: (error) => {
      if (error instanceof RefusalError) setKey(freshKey());
    },
  });
  const { mutate, reset } = saving;
  const waits = saving.error instanceof NetworkLoss;
  useEffect(() => {
    if (!waits) return undefined;
    const again = (): void => mutate();
    addEventListener('online', again);
    const timer = setInterval(() => navigator.onLine && again(), retryEvery);
    return () => {
      removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [waits, mutate]);
  const save = (): void => {
    if (saving.isPending) return;
    if (text.trim() === '') return setMissing(true);
    saving.mutate();
  };
  return (
    <div ref={box} className="note-form">
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={2000}
        value={text}
        aria-invalid={missing}
        onChange={(event) => {
          setText(event.target.value);
          onText?.(event.target.value);
          setKey(freshKey());
          setMissing(false);
          if (saving.error) reset();
        }}
      />
      <div role="alert">
        {missing && <ProblemLine>{words.noteMissing}</ProblemLine>}
        {saving.error && <ProblemLine>{waits ? words.noteWaits : errorSentence(saving.error)}</ProblemLine>}
      </div>
      <div className="note-form-foot">
        <button type="button" className="button button-small" aria-disabled={saving.isPending} onClick={save}>
          {saving.isPending ? words.noteSaving : words.noteSave}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {words.noteCancel}
        </button>
        <span className="hint">{words.noteOwn}</span>
      </div>
    </div>
  );
}
