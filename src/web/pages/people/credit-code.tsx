import { Checkbox, Input } from 'antd';
import { checkCreditCode } from '#domain/values/identifiers.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { organisations as words } from '#web/messages/people.ts';

/** Unified social credit code. A failing check digit is told and asked about: some legal old codes fail. */
export function CreditCode({
  value,
  confirmed,
  fault,
  hint,
  onChange,
}: {
  readonly value: string;
  readonly confirmed: boolean;
  readonly fault: string;
  readonly hint?: string;
  readonly onChange: (value: string, confirmed: boolean) => void;
}) {
  const doubtful = checkCreditCode(value) === 'unchecked';
  return (
    <>
      <Labelled label={words.uscc} fault={fault} {...(hint === undefined ? {} : { hint })}>
        {(props) => (
          <Input
            {...props}
            className="mono"
            autoComplete="off"
            spellCheck={false}
            maxLength={24}
            value={value}
            onChange={(event) => onChange(event.target.value.replaceAll(/[\s-]/g, '').toUpperCase(), false)}
          />
        )}
      </Labelled>
      {doubtful && (
        <div role="status">
          {fault === '' && (
            <p>
              <StateMark icon="diamond" tone="warn">
                {words.usccDoubt}
              </StateMark>
            </p>
          )}
          <Checkbox checked={confirmed} onChange={(event) => onChange(value, event.target.checked)}>
            {words.usccConfirm}
          </Checkbox>
        </div>
      )}
    </>
  );
}

/** What is wrong with it as it stands; nothing where it may be sent. */
export function creditCodeFault(value: string, confirmed: boolean, wanted: boolean): string {
  if (value === '') return wanted ? words.usccBad : '';
  const verdict = checkCreditCode(value);
  if (verdict === 'malformed') return words.usccBad;
  return verdict === 'unchecked' && !confirmed ? words.usccAsk : '';
}
