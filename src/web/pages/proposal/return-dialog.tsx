import { useId, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { zoneSide } from '#web/messages/proposal.ts';
import { fieldName } from './field-links.tsx';
import { applicantOf, nameOf } from './proposal-file.ts';
import type { ProposalActs } from './use-proposal-acts.ts';

const words = zoneSide.dialog;

/** Gives the proposal back with a reason and the fields that it is about; both may come from a way to mend the money. */
export function ReturnDialog({ file, edition, acts }: { readonly file: ProposalFile; readonly edition: Edition; readonly acts: ProposalActs }) {
  const [fields, setFields] = useState(acts.suggestion.fields);
  return (
    <AskDialog
      title={words.title(nameOf(file))}
      go={words.go}
      going={words.going}
      stay={words.stay}
      reason={{ label: words.reason, missing: words.reasonMissing, initial: acts.suggestion.reason }}
      values={fields}
      onClose={acts.stop}
      send={(key, reason) => call('returnProposal', { params: { project: file.id }, body: { reason, fields: [...fields] }, key })}
      onDone={async () => {
        acts.returned();
        await refreshProposals();
      }}
    >
      <p>{words.body(applicantOf(file))}</p>

      <FieldChoice edition={edition} fields={fields} onChange={setFields} />
    </AskDialog>
  );
}

/** Fields of the proposal, picked one by one from a list by block. */
function FieldChoice({
  edition,
  fields,
  onChange,
}: {
  readonly edition: Edition;
  readonly fields: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.fields}</label>
      {fields.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        <ul className="chosen-fields" aria-label={words.fields}>
          {fields.map((field) => (
            <li key={field}>
              <span className="tag">
                {fieldName(edition, field)}
                <button
                  type="button"
                  className="chosen-remove"
                  aria-label={words.removeOf(fieldName(edition, field))}
                  onClick={() => onChange(fields.filter((one) => one !== field))}
                >
                  <Icon name="cross" size={12} />
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <select id={id} className="choice" value="" onChange={(event) => event.target.value !== '' && onChange([...fields, event.target.value])}>
        <option value="">{words.choose}</option>
        {edition.forms.proposal.blocks.map((block) => (
          <optgroup key={block.key} label={block.title}>
            {block.fields
              .filter((field) => field.kind !== 'computed' && !fields.includes(`/${block.key}/${field.key}`))
              .map((field) => (
                <option key={field.key} value={`/${block.key}/${field.key}`}>
                  {field.short ?? field.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
