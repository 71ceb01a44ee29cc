import { useState, type ChangeEvent, type CompositionEvent } from 'react';
import type { Json } from '#domain/values/json.ts';
import type { ControlProps } from './control.ts';

interface TypedInputProps extends ControlProps {
  readonly parse: (text: string) => Json;
  readonly display: (value: Json) => string;
  /** Figures stand at the right, before their unit. */
  readonly numeric?: boolean;
  readonly unit?: string;
  /** More than one line. */
  readonly lines?: number;
  /** One line of text that may be longer than its box: the box grows, the text stays one line. */
  readonly grows?: boolean;
  readonly inputMode?: 'decimal' | 'numeric' | 'tel' | 'email';
}

/**
 * A text as people type it, read into a value at each change and shown in its own form once left.
 * While it has the focus the typed text stands untouched: commas and zeros do not move under the cursor.
 */
export function TypedInput({
  id,
  value,
  onChange,
  onLeave,
  parse,
  display,
  numeric,
  unit,
  lines,
  grows,
  inputMode,
  readOnly,
  invalid,
  describedBy,
}: TypedInputProps) {
  const [typed, setTyped] = useState<string>();
  const common = {
    id,
    value: typed ?? display(value),
    readOnly,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
      if (!isComposing(event.nativeEvent)) onChange(parse(event.target.value));
    },
    // Letters of an unfinished character are not an answer yet.
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(parse(event.currentTarget.value)),
    onBlur: () => {
      setTyped(undefined);
      onLeave();
    },
  };
  if (lines && lines > 1) return <textarea className="control" rows={lines} {...common} />;
  if (grows) return <textarea className="control control-grows" rows={1} {...common} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />;
  if (!unit) return <input className={numeric ? 'control control-figure' : 'control'} {...(inputMode ? { inputMode } : {})} {...common} />;
  return (
    <span className={readOnly ? 'control control-unit control-fixed' : 'control control-unit'} data-invalid={invalid || undefined}>
      <input className="control-figure" {...(inputMode ? { inputMode } : {})} {...common} />
      <span className="unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}

function isComposing(event: Event): boolean {
  return 'isComposing' in event && event.isComposing === true;
}
