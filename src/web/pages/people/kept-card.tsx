import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { organisationsQuery, type OrganisationRow } from '#web/api/account-queries.ts';
import type { Person } from '#web/api/queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Loading } from '#web/components/loading.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { dateText } from '#web/messages/formats.ts';
import { kindWord, organisations as words } from '#web/messages/people.ts';
import { AddOrganisationDialog } from './add-organisation-dialog.tsx';
import { OrganisationMark } from './marks.tsx';

/** As many as the server lists at once. */
const listedAtMost = 200;

/** The organisations that this one activated, what waits to be decided first. */
export function KeptCard({ me }: { readonly me: Person }) {
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const { data: rows, error } = useQuery({ ...organisationsQuery(search.trim()), placeholderData: keepPreviousData });
  const navigate = useNavigate();
  const all = me.adminRole === 'security';
  return (
    <section className="card" aria-labelledby="kept">
      <div className="card-head">
        <h2 id="kept">{all ? words.all : words.kept}</h2>
        {me.rights.manage && (
          <span className="more">
            <Button onClick={() => setAdding(true)}>{words.add}</Button>
          </span>
        )}
      </div>
      <div className="card-body kept-search">
        <Labelled label={words.search} hint={words.searchHint}>
          {(props) => <Input {...props} type="search" allowClear maxLength={100} value={search} onChange={(event) => setSearch(event.target.value)} />}
        </Labelled>
      </div>
      {!rows && (
        <div className="card-body">
          <Loading error={error} />
        </div>
      )}
      {rows?.length === 0 && (
        <div className="card-body empty">
          <p className="strong">{search === '' ? words.none : words.notFound}</p>
          {search === '' && <p className="soft">{words.noneBody}</p>}
        </div>
      )}
      {rows && rows.length > 0 && <KeptTable rows={rows} label={all ? words.all : words.kept} />}
      {rows?.length === listedAtMost && <p className="card-body soft">{words.many(listedAtMost)}</p>}
      {adding && (
        <AddOrganisationDialog
          me={me}
          onClose={() => setAdding(false)}
          onDone={(organisation) => void navigate({ to: '/people/$organisation', params: { organisation } })}
        />
      )}
    </section>
  );
}

function KeptTable({ rows, label }: { readonly rows: readonly OrganisationRow[]; readonly label: string }) {
  return (
    <TableFrame label={label}>
      <table className="table phone-rows" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col" className="number">
              {words.columns.people}
            </th>
            <th scope="col">{words.columns.since}</th>
            <th scope="col">{words.columns.state}</th>
            <th scope="col">{words.columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <b>{row.name}</b>
                <span className="faint people-second">
                  {[kindWord[row.kind], row.uscc, row.former.length > 0 ? words.former(row.former) : null].filter((part) => part !== null).join('　')}
                </span>
              </td>
              <td className="number" data-label={words.columns.people}>
                {row.people}
              </td>
              <td data-label={words.columns.since}>{dateText(row.since)}</td>
              <td>
                <OrganisationMark state={row.state} />
              </td>
              <td>
                <Link to="/people/$organisation" params={{ organisation: row.id }} aria-label={words.openOf(row.name)}>
                  {words.open}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
