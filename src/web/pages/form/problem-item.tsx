import { useId } from 'react';
import { isObject } from '#domain/forms/answers.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { lengthOf } from '#domain/values/text.ts';
import { ProblemText } from '#web/components/problem-text.tsx';
import { problemText } from '#web/messages/form.ts';
import { GiveProblem } from '#web/together/marks.tsx';
import { notesOf } from './document-store.ts';
import { useForm, useValue } from './form-context.ts';

/** A problem with what the person can answer to it at the place: a reason, or a tick. */
export function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { edition, store } = useForm();
  const block = problem.note?.block.startsWith(`${store.pointer}/`) ? problem.note.block.slice(store.pointer.length + 1) : undefined;
  return (
    <div className="problem-item">
      <ProblemText problem={problem} edition={edition} />
      {!isSettled(problem) && <GiveProblem pointer={problem.path} message={problem.message} />}
      {block !== undefined && problem.note && problem.severity === 'principle' && <Justification problem={problem} block={block} note={problem.note.key} />}
      {block !== undefined && problem.note && problem.severity === 'confirm' && <Confirmation problem={problem} block={block} note={problem.note.key} />}
    </div>
  );
}

function useNote(block: string, key: string): { readonly justification: string; readonly confirmed: string } {
  const { store } = useForm();
  useValue(block, 'notes');
  const note = notesOf(store.answers(block))[key];
  const text = (name: string): string => (isObject(note) && typeof note[name] === 'string' ? note[name] : '');
  return { justification: text('justification'), confirmed: text('confirmed') };
}

function Justification({ problem, block, note }: { readonly problem: Problem; readonly block: string; readonly note: string }) {
  const { store, review, edition } = useForm();
  const { justification } = useNote(block, note);
  const id = useId();
  const least = edition.parameters.minJustification;
  const now = lengthOf(justification.trim());
  return (
    <div className="justification">
      <label className="form-label" htmlFor={id}>
        {problemText.justification}
      </label>
      <textarea
        id={id}
        className="control"
        rows={3}
        value={justification}
        readOnly={!store.notes(block)}
        aria-describedby={`${id}-length`}
        onChange={(event) => store.note(block, note, { justification: event.target.value })}
        onBlur={() => review.leave(problem.path)}
      />
      <p className={now < least ? 'justification-length justification-short' : 'justification-length'} id={`${id}-length`}>
        {now < least ? problemText.length(least, now) : problemText.enough(now)}
      </p>
    </div>
  );
}

function Confirmation({ problem, block, note }: { readonly problem: Problem; readonly block: string; readonly note: string }) {
  const { store, review } = useForm();
  const { confirmed } = useNote(block, note);
  return (
    <label className="option confirmation">
      <input
        type="checkbox"
        checked={confirmed === problem.message}
        disabled={!store.notes(block)}
        onChange={(event) => {
          store.note(block, note, event.target.checked ? { confirmed: problem.message } : {});
          review.leave(problem.path);
        }}
      />
      {problemText.confirm}
    </label>
  );
}
