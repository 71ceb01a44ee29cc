import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listQuery, listsQuery, type ListRow } from '#web/api/register-queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Loading } from '#web/components/loading.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { dateText } from '#web/messages/formats.ts';
import { listWord, register as words } from '#web/messages/register.ts';
import { ImportForm } from './import-form.tsx';

const page = 50;

/** Lists that were imported, the one that answers marked; each can be read. */
export function OfficialLists() {
  const { data, error } = useQuery(listsQuery);
  const [opened, setOpened] = useState<string | undefined>();
  if (!data) return <Loading error={error} />;
  return (
    <section className="card" aria-labelledby="lists">
      <div className="card-head">
        <h2 id="lists">{words.listsTitle}</h2>
        <span className="small soft">{words.listsLead}</span>
      </div>
      {data.lists.length === 0 && <p className="card-body soft">{words.noLists}</p>}
      {data.lists.length > 0 && (
        <TableFrame label={words.listsTitle}>
          <table className="table stack-table">
            <thead>
              <tr>
                <th>{words.listColumns.kind}</th>
                <th>{words.listColumns.asOf}</th>
                <th>{words.listColumns.rows}</th>
                <th>{words.listColumns.source}</th>
                <th>{words.listColumns.at}</th>
                <th>{words.listColumns.act}</th>
              </tr>
            </thead>
            <tbody>
              {data.lists.map((list) => (
                <tr key={list.id}>
                  <td>
                    {listWord[list.kind]} {isNewest(data.lists, list) && <span className="tag tag-go">{words.answers}</span>}
                  </td>
                  <td data-label={words.listColumns.asOf}>{list.asOf}</td>
                  <td data-label={words.listColumns.rows}>{words.rows(list.rowCount)}</td>
                  <td data-label={words.listColumns.source}>{list.source}</td>
                  <td data-label={words.listColumns.at}>
                    {dateText(list.at)} {list.person}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="button button-small"
                      aria-expanded={opened === list.id}
                      onClick={() => setOpened(opened === list.id ? undefined : list.id)}
                    >
                      {words.look}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {opened !== undefined && <ListView key={opened} list={opened} />}
      {data.mayImport && <ImportForm />}
    </section>
  );
}

/** The first of its kind: the server lists the newest first. */
function isNewest(lists: readonly ListRow[], list: ListRow): boolean {
  return lists.find((one) => one.kind === list.kind)?.id === list.id;
}

function ListView({ list }: { readonly list: string }) {
  const [text, setText] = useState('');
  const [from, setFrom] = useState(0);
  const { data, error } = useQuery(listQuery(list, text, from));
  return (
    <div className="card-body">
      <Labelled label={words.search}>
        {(props) => (
          <input
            {...props}
            type="search"
            className="control"
            maxLength={100}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setFrom(0);
            }}
          />
        )}
      </Labelled>
      {!data && <Loading error={error} />}
      {data && (
        <>
          <p className="small soft" role="status">
            {words.total(data.total)}
          </p>
          <ul className="small">
            {data.rows.map((row) => (
              <li key={row.n}>{[row.number, row.name, row.code, row.area].filter((part) => part !== null).join('　')}</li>
            ))}
          </ul>
          <div className="row">
            {from > 0 && (
              <button type="button" className="button button-small" onClick={() => setFrom(from - page)}>
                {words.before}
              </button>
            )}
            {from + page < data.total && (
              <button type="button" className="button button-small" onClick={() => setFrom(from + page)}>
                {words.next}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
