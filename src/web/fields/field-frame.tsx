import type { ReactNode } from 'react';
import type { ScalarField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { fieldText } from '#web/messages/form.ts';
import { isGroup, labelOf, unitOf } from './field-input.tsx';

export function hintId(id: string): string {
  return `${id}-hint`;
}

/** Label above, input, and below it the hint, or the problems in its place. */
export function FieldFrame({
  field,
  id,
  words,
  problems,
  className = '',
  children,
}: {
  readonly field: ScalarField;
  readonly id: string;
  readonly words: Words;
  /** Nothing while the field has no problem to show. */
  readonly problems: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const unit = unitOf(field, words);
  const label = (
    <>
      {labelOf(field)}
      {field.optional && <span className="faint">{fieldText.optional}</span>}
      {unit && <span className="unseen">{fieldText.unit(unit)}</span>}
    </>
  );
  return (
    <div className={`form-field ${className}`}>
      {isGroup(field) ? (
        <span className="form-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="form-label" htmlFor={id}>
          {label}
        </label>
      )}
      {children}
      {problems ?? (field.hint && <FieldHint id={id}>{field.hint}</FieldHint>)}
    </div>
  );
}

export function FieldHint({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <span className="hint" id={hintId(id)}>
      {children}
    </span>
  );
}
