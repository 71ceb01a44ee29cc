import { Input } from 'antd';
import { useState } from 'react';
import { keptKinds } from '#domain/access/keeping.ts';
import { call } from '#web/api/call.ts';
import { queryClient, type Person } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { kindWord, organisations as words, people } from '#web/messages/people.ts';
import { CreditCode, creditCodeFault } from './credit-code.tsx';

/** Kinds that lie in a prefecture which the keeper does not lie in itself. */
const placed: ReadonlySet<Person['kind']> = new Set<Person['kind']>(['zone', 'city', 'local']);

/** Makes an organisation that this one keeps, active at once. */
export function AddOrganisationDialog({ me, onClose, onDone }: { readonly me: Person; readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const kinds = keptKinds[me.kind];
  const [kind, setKind] = useState(kinds[0] ?? 'company');
  const [name, setName] = useState('');
  const [uscc, setUscc] = useState({ value: '', confirmed: false });
  const [cityCode, setCityCode] = useState('');
  const [faults, setFaults] = useState({ name: '', uscc: '', cityCode: '' });
  const wantsCity = placed.has(kind);
  const body = { kind, name: name.trim(), uscc: uscc.value === '' ? null : uscc.value, confirmed: uscc.confirmed, cityCode: wantsCity ? cityCode : null };
  const changed = () => setFaults({ name: '', uscc: '', cityCode: '' });
  return (
    <AskDialog
      title={words.addTitle}
      go={words.addGo}
      stay={people.stay}
      form
      values={body}
      send={(key) => call('addOrganisation', { body, key })}
      onClose={onClose}
      onDone={async ({ id }) => {
        await queryClient.invalidateQueries();
        onDone(id);
      }}
      ready={() => {
        const found = {
          name: name.trim().length >= 2 ? '' : words.nameBad,
          uscc: creditCodeFault(uscc.value, uscc.confirmed, kind === 'company'),
          cityCode: wantsCity && !/^\d{6}$/.test(cityCode) ? words.cityCodeBad : '',
        };
        setFaults(found);
        return Object.values(found).every((fault) => fault === '');
      }}
    >
      <Labelled label={words.kind}>
        {(props) => (
          <select
            {...props}
            className="choice"
            value={kind}
            onChange={(event) => {
              setKind(kinds.find((one) => one === event.target.value) ?? kind);
              changed();
            }}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {kindWord[one]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={words.name} fault={faults.name}>
        {(props) => (
          <Input
            {...props}
            maxLength={100}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              changed();
            }}
          />
        )}
      </Labelled>
      <CreditCode
        {...uscc}
        fault={faults.uscc}
        {...(kind === 'company' ? {} : { hint: words.usccHint })}
        onChange={(value, confirmed) => {
          setUscc({ value, confirmed });
          changed();
        }}
      />
      {wantsCity && (
        <Labelled label={words.cityCode} hint={words.cityCodeHint} fault={faults.cityCode}>
          {(props) => (
            <Input
              {...props}
              inputMode="numeric"
              maxLength={6}
              value={cityCode}
              onChange={(event) => {
                setCityCode(event.target.value.trim());
                changed();
              }}
            />
          )}
        </Labelled>
      )}
    </AskDialog>
  );
}
