import '#web/fields/fields.css';
import '#web/pages/proposal/stack-table.css';
import '#web/pages/call/call.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { editionQuery, queryClient } from '#web/api/queries.ts';
import { registerQuery, type ZoneState } from '#web/api/register-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { register as words } from '#web/messages/register.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { OfficialLists } from './official-lists.tsx';
import { ZoneDialog } from './zone-dialog.tsx';

/** The zone register, and the official lists that claims are compared with. */
export function RegisterPage() {
  const { data, error } = useQuery(registerQuery);
  const { data: edition } = useQuery(editionQuery(data?.edition ?? undefined));
  const [opened, setOpened] = useState<ZoneState | 'new' | undefined>();
  const fill = useMutation({
    mutationFn: () => call('fillRegister', { body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['register'] }),
  });
  if (!data) return <Loading error={error} />;
  const industry = new Map((edition?.codeLists['strategicIndustries'] ?? []).map((item) => [item.code, item.name]));
  return (
    <>
      <PageHead
        title={words.title}
        meta={words.lead}
        actions={
          data.mayEdit && (
            <Button type="primary" onClick={() => setOpened('new')}>
              {words.add}
            </Button>
          )
        }
      />
      <div className="stack">
        <section className="card" aria-label={words.title}>
          {data.zones.length === 0 ? (
            <div className="card-body empty">
              <h2>{words.none}</h2>
              <p className="soft">{words.noneBody}</p>
              {data.mayEdit && <Button onClick={() => fill.mutate()}>{words.fill}</Button>}
              <div role="alert">{fill.error && <ProblemLine>{errorSentence(fill.error)}</ProblemLine>}</div>
            </div>
          ) : (
            <TableFrame label={words.title}>
              <table className="table stack-table">
                <thead>
                  <tr>
                    <th>{words.columns.name}</th>
                    <th>{words.columns.level}</th>
                    <th>{words.columns.industries}</th>
                    <th>{words.columns.sunan}</th>
                    <th>{words.columns.source}</th>
                    {data.mayEdit && <th>{words.columns.act}</th>}
                  </tr>
                </thead>
                <tbody>
                  {data.zones.map((zone) => (
                    <tr key={zone.zone}>
                      <td className="strong register-name">{zone.content.name}</td>
                      <td data-label={words.columns.level}>{zone.content.level}</td>
                      <td data-label={words.columns.industries}>
                        {zone.content.industries.length === 0 ? (
                          <span className="soft">{words.noIndustry}</span>
                        ) : (
                          zone.content.industries.map((code) => industry.get(code) ?? code).join('、')
                        )}
                      </td>
                      <td data-label={words.columns.sunan}>{zone.content.sunan ? words.yes : words.no}</td>
                      <td data-label={words.columns.source} className="small register-source">
                        <Source text={zone.content.source} />
                      </td>
                      {data.mayEdit && (
                        <td>
                          <button type="button" className="button button-small" aria-label={words.changeOf(zone.content.name)} onClick={() => setOpened(zone)}>
                            {words.change}
                          </button>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          )}
        </section>
        <OfficialLists />
      </div>
      {opened !== undefined && edition && (
        <ZoneDialog zone={opened === 'new' ? undefined : opened} edition={edition} levels={data.levels} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

/** Where a line comes from: titles as they are, addresses as links by the name of their site. */
function Source({ text }: { readonly text: string }) {
  return text
    .split(/[；;]\s*/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, address = '', rest = ''] = /^(https?:\/\/[^\s（）()]+)(.*)$/.exec(part) ?? [];
      return (
        <span key={part} className="register-part">
          {URL.canParse(address) ? (
            <a href={address} target="_blank" rel="noreferrer">
              {new URL(address).hostname}
            </a>
          ) : (
            part
          )}
          {rest}
        </span>
      );
    });
}
