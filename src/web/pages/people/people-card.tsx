import { Button } from 'antd';
import { useState } from 'react';
import type { OrganisationFile, PersonOfOrganisation } from '#web/api/account-queries.ts';
import { TableFrame } from '#web/components/table-frame.tsx';
import { people as words } from '#web/messages/people.ts';
import { useMe } from '#web/shell/session.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { PersonMark, rightsText } from './marks.tsx';
import { PersonDialog } from './person-dialog.tsx';

const handling = ['person.rights', 'person.suspend', 'person.unlock', 'person.resetPassword', 'person.handOver'];

/** The people of an organisation, and what this person may do for them. */
export function PeopleCard({ organisation, title, primary }: { readonly organisation: OrganisationFile; readonly title: string; readonly primary: boolean }) {
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const [handled, setHandled] = useState<string>();
  const mayHandle = organisation.may.some((act) => handling.includes(act));
  const shown = organisation.people.find((person) => person.id === handled);
  return (
    <section className="card" aria-labelledby="people">
      <div className="card-head">
        <h2 id="people">{title}</h2>
        {organisation.may.includes('person.add') && (
          <span className="more">
            <Button type={primary ? 'primary' : 'default'} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </span>
        )}
      </div>
      {organisation.people.length === 0 ? (
        <div className="card-body empty">
          <p className="strong">{words.none}</p>
          <p className="soft">{words.noneBody}</p>
        </div>
      ) : (
        <TableFrame label={title}>
          <table className="table phone-rows" aria-labelledby="people">
            <thead>
              <tr>
                <th scope="col">{words.columns.person}</th>
                <th scope="col">{words.columns.rights}</th>
                <th scope="col">{words.columns.state}</th>
                {mayHandle && <th scope="col">{words.columns.act}</th>}
              </tr>
            </thead>
            <tbody>
              {organisation.people.map((person) => (
                <PersonLine key={person.id} person={person} isMe={person.username === me?.username} {...(mayHandle ? { onHandle: setHandled } : {})} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {adding && <AddPersonDialog organisation={organisation} onClose={() => setAdding(false)} />}
      {shown && <PersonDialog organisation={organisation} person={shown} isMe={shown.username === me?.username} onClose={() => setHandled(undefined)} />}
    </section>
  );
}

function PersonLine({ person, isMe, onHandle }: { readonly person: PersonOfOrganisation; readonly isMe: boolean; readonly onHandle?: (id: string) => void }) {
  return (
    <tr>
      <td>
        <b>{person.name}</b>
        {isMe && <span className="soft">{words.me}</span>}
        <span className="faint people-second">{person.username}</span>
      </td>
      <td>{rightsText(person)}</td>
      <td>
        <PersonMark person={person} />
      </td>
      {onHandle && (
        <td>
          <Button aria-label={words.handleOf(person.name)} onClick={() => onHandle(person.id)}>
            {words.handle}
          </Button>
        </td>
      )}
    </tr>
  );
}
