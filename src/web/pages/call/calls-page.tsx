import '#web/fields/fields.css';
import '#web/pages/proposal/stack-table.css';
import './call.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { callsQuery } from '#web/api/call-queries.ts';
import type { Reply } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { deadlineText } from '#web/messages/formats.ts';
import { CallMark } from './call-mark.tsx';
import { Signers } from './signers.tsx';

/** Every call of the province, and who signs them. */
export function CallsPage() {
  const { data, error } = useQuery(callsQuery);
  const [opening, setOpening] = useState(false);
  if (!data) return <Loading error={error} />;
  return (
    <>
      <PageHead
        title={words.title}
        meta={words.lead}
        actions={
          data.mayOpen && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {words.open}
            </Button>
          )
        }
      />
      <div className="stack">
        <section className="card" aria-label={words.title}>
          {data.calls.length === 0 ? (
            <div className="card-body empty">
              <h2>{words.none}</h2>
              <p className="soft">{words.noneBody}</p>
            </div>
          ) : (
            <TableFrame label={words.title}>
              <table className="table stack-table">
                <thead>
                  <tr>
                    <th>{words.columns.title}</th>
                    <th>{words.columns.submitBy}</th>
                    <th>{words.columns.plans}</th>
                    <th>{words.columns.state}</th>
                    <th>{words.columns.look}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.calls.map((one) => (
                    <tr key={one.id}>
                      <td>
                        <Link to="/calls/$call" params={{ call: one.id }} className="strong">
                          {one.title}
                        </Link>
                      </td>
                      <td data-label={words.columns.submitBy}>{deadlineText(one.submitBy)}</td>
                      <td data-label={words.columns.plans}>{words.plans(one.plans, one.live)}</td>
                      <td>
                        <CallMark state={one.state} />
                      </td>
                      <td>
                        <Link to="/calls/$call" params={{ call: one.id }} className="button button-small">
                          {words.look}
                        </Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          )}
        </section>
        <Signers data={data} />
      </div>
      {opening && <OpenDialog editions={data.editions} onClose={() => setOpening(false)} />}
    </>
  );
}

function OpenDialog({ editions, onClose }: { readonly editions: Reply<'calls'>['editions']; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [edition, setEdition] = useState(editions[0]?.id ?? '');
  const [made, setMade] = useState('');
  return (
    <AskDialog
      title={words.open}
      go={words.openGo}
      stay={words.stay}
      form
      values={edition}
      onClose={onClose}
      send={(key) => call('openCall', { body: { edition }, key })}
      onDone={async ({ id }) => {
        setMade(id);
        await navigate({ to: '/calls/$call', params: { call: id } });
        await queryClient.invalidateQueries();
        onClose();
      }}
    >
      <Labelled label={words.openFrom}>
        {(props) => (
          <select {...props} className="control" value={edition} disabled={made !== ''} onChange={(event) => setEdition(event.target.value)}>
            {editions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </AskDialog>
  );
}
