import { Input, Radio } from 'antd';
import { useState } from 'react';
import type { OrganisationFile } from '#web/api/account-queries.ts';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { people as words } from '#web/messages/people.ts';
import { OneTimeDialog } from './one-time.tsx';
import { RightsBoxes, type GivenRights } from './rights-boxes.tsx';

const roles = ['system', 'security', 'audit'] as const;
const none: GivenRights = { write: false, submit: false, manage: false };

/** Gives somebody a place; the one-time password is shown in its stead once it is made. */
export function AddPersonDialog({ organisation, onClose }: { readonly organisation: OrganisationFile; readonly onClose: () => void }) {
  const isAdmin = organisation.kind === 'admin';
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  // The first one is to look after the others.
  const [rights, setRights] = useState<GivenRights>({ write: true, submit: false, manage: organisation.people.length === 0 });
  const [adminRole, setAdminRole] = useState<(typeof roles)[number]>('system');
  const [faults, setFaults] = useState({ username: '', name: '' });
  const [given, setGiven] = useState<{ username: string; password: string }>();
  const body = { username: username.trim(), name: name.trim(), rights: isAdmin ? none : rights, adminRole: isAdmin ? adminRole : null };
  if (given) return <OneTimeDialog name={name} given={given} onClose={onClose} />;
  return (
    <AskDialog
      title={words.addTitle(organisation.name)}
      go={words.addGo}
      stay={words.stay}
      form
      values={body}
      send={(key) => call('addPerson', { params: { organisation: organisation.id }, body, key })}
      onClose={onClose}
      onDone={async (reply) => {
        await queryClient.invalidateQueries();
        setGiven(reply);
      }}
      ready={() => {
        const found = {
          username: /^[A-Za-z0-9][A-Za-z0-9._]{2,39}$/.test(username.trim()) ? '' : words.usernameBad,
          name: name.trim().length >= 2 ? '' : words.nameBad,
        };
        setFaults(found);
        return found.username === '' && found.name === '';
      }}
    >
      <Labelled label={words.name} fault={faults.name}>
        {(props) => <Input {...props} autoComplete="off" maxLength={40} value={name} onChange={(event) => typed(setName, event.target.value)} />}
      </Labelled>
      <Labelled label={words.username} hint={words.usernameHint} fault={faults.username}>
        {(props) => (
          <Input
            {...props}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={40}
            value={username}
            onChange={(event) => typed(setUsername, event.target.value)}
          />
        )}
      </Labelled>
      {isAdmin ? (
        <fieldset className="boxes">
          <legend>{words.roleTitle}</legend>
          {roles.map((role) => (
            <Radio key={role} checked={adminRole === role} onChange={() => setAdminRole(role)}>
              {words.adminRoles[role]}
            </Radio>
          ))}
          <p className="hint">{words.roleHint}</p>
        </fieldset>
      ) : (
        <RightsBoxes value={rights} onChange={setRights} />
      )}
    </AskDialog>
  );

  function typed(set: (text: string) => void, text: string): void {
    set(text);
    setFaults({ username: '', name: '' });
  }
}
