import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { callQuery, editionQuery } from '#web/api/queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { zoneSide } from '#web/messages/proposal.ts';
import { ownSolicitation } from '#web/messages/solicitation.ts';
import { useIndustryNames } from './terms-view.tsx';

/** Industries that the solicitation is for: codes of the level that fields have, picked one by one. */
export function IndustryChoice({
  chosen,
  readOnly,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (codes: readonly string[]) => void;
}) {
  const id = useId();
  const { data: call } = useQuery(callQuery);
  const { data: edition } = useQuery(editionQuery(call?.edition));
  const names = useIndustryNames();
  const codes = edition?.codeLists['strategicIndustries'] ?? [];
  const level = edition?.parameters.fieldLevel ?? 2;
  return (
    <div className="field">
      <label htmlFor={id}>{ownSolicitation.terms.industries}</label>
      {chosen.length > 0 && (
        <ul className="chosen-fields" aria-label={ownSolicitation.terms.industries}>
          {chosen.map((code) => (
            <li key={code}>
              <span className="tag">
                {names.get(code) ?? code}
                {!readOnly && (
                  <button
                    type="button"
                    className="chosen-remove"
                    aria-label={zoneSide.dialog.removeOf(names.get(code) ?? code)}
                    onClick={() => onChange(chosen.filter((one) => one !== code))}
                  >
                    <Icon name="cross" size={12} />
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <select
        id={id}
        className="choice industry-choice"
        value=""
        disabled={readOnly}
        onChange={(event) => event.target.value !== '' && onChange([...chosen, event.target.value])}
      >
        <option value="">{zoneSide.local.choose}</option>
        {codes
          .filter((item) => item.level === 1)
          .map((parent) => (
            <optgroup key={parent.code} label={parent.name}>
              {codes
                .filter((item) => item.level === level && item.parent === parent.code && !chosen.includes(item.code))
                .map((item) => (
                  <option key={item.code} value={item.code}>
                    {item.name}
                  </option>
                ))}
            </optgroup>
          ))}
      </select>
    </div>
  );
}
