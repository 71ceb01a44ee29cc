import { Input } from 'antd';
import { useId } from 'react';
import { reasonText } from '#web/messages/components.ts';
import { ProblemLine } from './problem-line.tsx';

/** How a reason is asked for. */
export interface ReasonWords {
  readonly label: string;
  /** What is said where it is needed and not there. */
  readonly missing: string;
  readonly initial?: string;
  /** Characters at most; 500 where absent. */
  readonly limit?: number;
  readonly optional?: boolean;
  readonly rows?: number;
  /** What is said below, by how many characters are written. */
  readonly hint?: (written: number) => string;
}

/** A reason that somebody else will read, with how much of it is written. */
export function ReasonField({
  words: { label, missing, limit = 500, rows = 4, hint },
  value,
  unfilled,
  onChange,
}: {
  readonly words: ReasonWords;
  readonly value: string;
  readonly unfilled: boolean;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={rows}
        maxLength={limit}
        value={value}
        aria-invalid={unfilled}
        {...(unfilled ? { status: 'error' } : {})}
        aria-describedby={unfilled ? `${id}-fault` : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div role="alert">{unfilled && <ProblemLine id={`${id}-fault`}>{missing}</ProblemLine>}</div>
      {!unfilled && (
        <p id={`${id}-hint`} className="hint">
          {hint ? hint(value.trim().length) : reasonText.written(value.trim().length, limit)}
        </p>
      )}
    </div>
  );
}
