import '#web/components/phone-rows.css';
import './people.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { organisationQuery, type OrganisationFile } from '#web/api/account-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { dateText } from '#web/messages/formats.ts';
import { kindWord, organisations as words, people } from '#web/messages/people.ts';
import { ContactLine } from './contact-line.tsx';
import { OrganisationMark } from './marks.tsx';
import { OrganisationActs } from './organisation-acts.tsx';
import { PeopleCard } from './people-card.tsx';

/** One organisation that this one activated: its state, people and names, and what can be done with it. */
export function OrganisationPage() {
  const { organisation: id } = useParams({ from: '/signed-in/people/$organisation' });
  const { data: organisation, error } = useQuery(organisationQuery(id));
  const [done, setDone] = useState('');
  if (!organisation) return <Loading error={error} />;
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="people" to="/people">
            {people.title}
          </Link>,
          organisation.name,
        ]}
        title={organisation.name}
        meta={
          <>
            <span>{kindWord[organisation.kind]}</span>
            {organisation.uscc !== null && <span className="mono">{organisation.uscc}</span>}
            <OrganisationMark state={organisation.state} />
            {organisation.keeper !== null && <span>{words.keeper(organisation.keeper)}</span>}
            {organisation.mergedInto !== null && <span>{words.mergedInto(organisation.mergedInto)}</span>}
          </>
        }
        actions={<OrganisationActs key={organisation.state} organisation={organisation} onDone={setDone} />}
      />
      <div className="stack">
        {done !== '' && (
          <Notice key={done} tone="ok" live focused>
            {done}
          </Notice>
        )}
        {organisation.contact !== null && (
          <section className="card" aria-labelledby="contact">
            <div className="card-head">
              <h2 id="contact">{words.contact}</h2>
              <span className="more">{words.contactBody}</span>
            </div>
            <ContactLine organisation={organisation.id} contact={organisation.contact} />
          </section>
        )}
        <PeopleCard organisation={organisation} title={people.ofOrganisation} primary={organisation.state !== 'requested'} />
        <Names organisation={organisation} />
      </div>
    </>
  );
}

function Names({ organisation }: { readonly organisation: OrganisationFile }) {
  const { nameColumns: columns } = words;
  return (
    <section className="card" aria-labelledby="names">
      <div className="card-head">
        <h2 id="names">{words.names}</h2>
      </div>
      <TableFrame label={words.names}>
        <table className="table phone-rows" aria-labelledby="names">
          <TableHead columns={[columns.name, columns.level, columns.since, columns.reason]} />
          <tbody>
            {organisation.names.map((name) => (
              <tr key={name.since}>
                <td>{name.name}</td>
                <td data-label={columns.level}>{name.level ?? emptyCell}</td>
                <td data-label={columns.since}>{dateText(name.since)}</td>
                <td data-label={columns.reason}>{name.reason ?? emptyCell}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
