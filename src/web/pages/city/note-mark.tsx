import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { call } from '#web/api/call.ts';
import { refreshCity } from '#web/api/city-queries.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
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
    <button
      type="button"
      className="note-mark"
      aria-label={`${words.noteAt(place.label)}${count > 0 ? `（${words.noteCount(count)}）` : ''}`}
      aria-expanded={open}
      onClick={() => write(open ? undefined : place)}
    >
      <Icon name="talk" />
      {count > 0 && <b>{count}</b>}
    </button>
  );
}

/** The box in which a note is written, at its place; nothing anywhere else. */
export function NoteBox({ place }: { readonly place: NotePlace }) {
  const { plan, writing, write, typed } = useNotes();
  if (writing === undefined || !isAt(place, writing)) return null;
  const key = placeKey(place);
  const close = (): void => {
    typed.delete(key);
    write(undefined);
  };
  return (
    <NoteForm
      label={words.noteAt(place.label)}
      initial={typed.get(key) ?? ''}
      onText={(text) => typed.set(key, text)}
      onCancel={() => close()}
      send={async (text, once) => {
        await call('addCheckNote', { params: { plan }, body: { document: place.document, block: place.block, path: place.path, text }, key: once });
        await refreshCity();
        close();
      }}
    />
  );
}

/** A note being written or changed. What was typed stays when the request fails; the same words go out under one key. */
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
        }}
      />
      <div role="alert">
        {missing && <ProblemLine>{words.noteMissing}</ProblemLine>}
        {saving.error && <ProblemLine>{errorSentence(saving.error)}</ProblemLine>}
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
