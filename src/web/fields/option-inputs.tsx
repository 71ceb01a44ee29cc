import type { Json } from '#domain/values/json.ts';
import { yesNo } from '#web/messages/form.ts';
import { leftGroup, type ControlProps } from './control.ts';

interface Option {
  readonly value: Json;
  readonly label: string;
}

const yesAndNo: readonly Option[] = [
  { value: true, label: yesNo.yes },
  { value: false, label: yesNo.no },
];

export function YesNoInput(props: ControlProps) {
  return <RadioGroup {...props} options={yesAndNo} />;
}

export function ChoiceInput({ options, ...props }: ControlProps & { readonly options: readonly string[] }) {
  return <RadioGroup {...props} options={options.map((value) => ({ value, label: value }))} />;
}

function RadioGroup({ id, value, onChange, onLeave, options, readOnly, invalid, describedBy }: ControlProps & { readonly options: readonly Option[] }) {
  return (
    <div
      className="options"
      id={id}
      role="radiogroup"
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    >
      {options.map((option) => (
        <label key={option.label} className="option">
          <input
            type="radio"
            name={id}
            checked={value === option.value}
            disabled={readOnly}
            onBlur={(event) => leftGroup(event) && onLeave()}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

/** A subset of the options, kept in their printed order. */
export function ChoicesInput({ id, value, onChange, onLeave, options, readOnly, describedBy }: ControlProps & { readonly options: readonly string[] }) {
  const chosen: readonly Json[] = Array.isArray(value) ? value : [];
  return (
    <div className="options" id={id} role="group" tabIndex={-1} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option} className="option">
          <input
            type="checkbox"
            onBlur={(event) => leftGroup(event) && onLeave()}
            checked={chosen.includes(option)}
            disabled={readOnly}
            onChange={(event) => onChange(options.filter((one) => (one === option ? event.target.checked : chosen.includes(one))))}
          />
          {option}
        </label>
      ))}
    </div>
  );
}

export function DateInput({ id, value, onChange, onLeave, readOnly, invalid, describedBy }: ControlProps) {
  return (
    <input
      type="date"
      className="control"
      id={id}
      value={typeof value === 'string' ? value : ''}
      readOnly={readOnly}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      onBlur={onLeave}
    />
  );
}
