import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile, type CallValues } from '#web/api/call-queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { readTexts, useKept } from '#web/drafts/use-kept.ts';
import { calls as words, parameterWord } from '#web/messages/calls.ts';
import { useMe } from '#web/shell/session.ts';
import { numberNames, storedNumber, typedNumber } from './call-numbers.ts';

const none = { text: '', name: '', value: '' };
const readSupplement = readTexts(none);

/** A supplement: its text, and one number that it changes, where it changes one. */
export function SupplementDialog({ file, edition, onClose }: { readonly file: CallFile; readonly edition: Edition; readonly onClose: () => void }) {
  const { value: typed, set: keep, forget } = useKept(useMe()?.username, `supplement ${file.id}`, none, readSupplement);
  const { text, name, value } = typed;
  const [shown, setShown] = useState(false);
  const number = name === '' ? undefined : storedNumber(name, value);
  const values: CallValues = number === undefined ? {} : { parameters: { [name]: number } };
  return (
    <AskDialog
      title={words.supplementTitle}
      go={words.go}
      going={words.going}
      stay={words.stay}
      reason={{ label: words.reason, missing: words.reasonMissing }}
      values={{ text, values }}
      forget={forget}
      onClose={onClose}
      send={async (key, reason) => {
        setShown(true);
        await call('supplementCall', { params: { call: file.id }, body: { text, values, reason }, key });
      }}
      onDone={async () => {
        await refreshCalls();
        onClose();
      }}
    >
      <p>{words.supplementBody}</p>

      <Labelled label={words.supplementText} fault={shown && text.trim() === '' ? words.supplementTextMissing : ''}>
        {(props) => (
          <textarea {...props} className="control" rows={5} maxLength={4000} value={text} onChange={(event) => keep({ ...typed, text: event.target.value })} />
        )}
      </Labelled>
      <Labelled label={words.parameter}>
        {(props) => (
          <select
            {...props}
            className="control"
            value={name}
            onChange={(event) => {
              const chosen = event.target.value;
              keep({ ...typed, name: chosen, value: typedNumber(chosen, edition.parameters[chosen]) });
            }}
          >
            <option value="">{words.noParameter}</option>
            {numberNames(edition).map((one) => (
              <option key={one} value={one}>
                {parameterWord[one]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {name !== '' && (
        <Labelled label={words.parameterValue} fault={number === undefined ? words.badNumber : ''}>
          {(props) => (
            <input {...props} className="control" inputMode="numeric" value={value} onChange={(event) => keep({ ...typed, value: event.target.value })} />
          )}
        </Labelled>
      )}
    </AskDialog>
  );
}
