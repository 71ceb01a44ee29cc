import { useId, type ReactNode } from 'react';
import { ProblemLine } from './problem-line.tsx';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** A control with its label above, and its hint, or what is wrong with it, below. */
export function Labelled({
  label,
  hint,
  fault = '',
  children,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: string;
  readonly children: (props: ControlProps) => ReactNode;
}) {
  const id = useId();
  const below = fault !== '' || hint !== undefined ? { 'aria-describedby': `${id}-below` } : {};
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...below, ...(fault === '' ? {} : { 'aria-invalid': true }) })}
      <div id={`${id}-below`} role={fault === '' ? undefined : 'alert'}>
        {fault === '' ? hint !== undefined && <p className="hint">{hint}</p> : <ProblemLine>{fault}</ProblemLine>}
      </div>
    </div>
  );
}
