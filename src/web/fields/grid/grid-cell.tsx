import { useLayoutEffect, useRef, type InputEvent } from 'react';
import type { ScalarField } from '#domain/forms/definition.ts';
import { yesNo } from '#web/messages/form.ts';

/** Milliseconds between a keystroke and the table knowing of it: the key itself only moves the browser's own text. */
const commitEvery = 200;

export interface CellProps {
  readonly column: ScalarField;
  readonly text: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  /** Counts what changed the table other than this cell's typing: undo, paste, fill. */
  readonly revision: number;
  readonly onCommit: (text: string, typing: boolean) => void;
}

/** The cell that has the focus, or would get it. */
export function GridCell(props: CellProps) {
  const { kind } = props.column;
  if (kind === 'yesNo') return <OptionCell {...props} options={[yesNo.yes, yesNo.no]} />;
  if (kind === 'choice') return <OptionCell {...props} options={props.column.options} />;
  return <TextCell {...props} />;
}

/** The browser keeps the text while it is typed; React hears of it every now and then, and when the cell is left. */
function TextCell({ column, text, label, invalid, describedBy, revision, onCommit }: CellProps) {
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);
  const figure = column.kind === 'count' || column.kind === 'money' || column.kind === 'percent';
  const latest = useRef(text);

  useLayoutEffect(() => {
    latest.current = text;
  }, [text]);
  useLayoutEffect(() => {
    if (box.current && box.current.value !== latest.current) box.current.value = latest.current;
    dirty.current = false;
  }, [revision]);
  useLayoutEffect(() => () => clearTimeout(timer.current), []);

  const commit = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (box.current && dirty.current) onCommit(box.current.value, true);
  };
  const common = {
    ref: box,
    'data-column': column.key,
    defaultValue: text,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    autoComplete: 'off',
    spellCheck: false,
    onInput: (event: InputEvent<HTMLElement>) => {
      dirty.current = true;
      // Letters of an unfinished character are not an answer yet.
      if (event.nativeEvent.isComposing) return;
      timer.current ??= setTimeout(commit, commitEvery);
    },
    onBlur: () => {
      commit();
      dirty.current = false;
    },
  };
  if (figure || column.kind === 'date')
    return <input className={figure ? 'grid-input grid-figure' : 'grid-input'} {...(figure ? { inputMode: 'decimal' as const } : {})} {...common} />;
  return <textarea className="grid-input grid-grows" rows={1} {...common} />;
}

function OptionCell({ column, text, label, invalid, describedBy, onCommit, options }: CellProps & { readonly options: readonly string[] }) {
  return (
    <select
      className="grid-input"
      data-column={column.key}
      value={text}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onCommit(event.target.value, false)}
    >
      <option value="" aria-label={yesNo.empty} />
      {!options.includes(text) && text !== '' && <option value={text}>{text}</option>}
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}
