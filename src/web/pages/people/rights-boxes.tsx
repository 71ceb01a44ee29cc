import { Checkbox } from 'antd';
import { people as words } from '#web/messages/people.ts';

export interface GivenRights {
  readonly write: boolean;
  readonly submit: boolean;
  readonly manage: boolean;
}

const rights = ['write', 'submit', 'manage'] as const;

/** What a person may do beyond reading, one by one. */
export function RightsBoxes({ value, onChange }: { readonly value: GivenRights; readonly onChange: (value: GivenRights) => void }) {
  return (
    <fieldset className="boxes">
      <legend>{words.rightsTitle}</legend>
      {rights.map((right) => (
        <Checkbox key={right} checked={value[right]} onChange={(event) => onChange({ ...value, [right]: event.target.checked })}>
          {words.rights[right]}
        </Checkbox>
      ))}
      <p className="hint">{words.rightsHint}</p>
    </fieldset>
  );
}
