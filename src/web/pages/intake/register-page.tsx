import './intake.css';
import '#web/fields/fields.css';
import '#web/pages/proposal/stack-table.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { paperReceiptUrl, refusalNoteUrl, registerPdfUrl, registerQuery } from '#web/api/intake-queries.ts';
import type { Reply } from '#web/api/call.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { clockTime } from '#web/messages/formats.ts';
import { intakeTitles } from '#web/messages/intake-titles.ts';
import { causeWord, copiesText, lists, receipts as receiptWords, register as words, shorten } from '#web/messages/intake.ts';

type Register = Reply<'dayRegister'>;

/** 收件登记: what came in on a day, and what was not taken. */
export function RegisterPage() {
  const [day, setDay] = useState<string>();
  const { data, error } = useQuery(registerQuery(day));
  return (
    <>
      <PageHead title={intakeTitles.register} actions={data && <PdfLink href={registerPdfUrl(data.day)}>{words.pdf}</PdfLink>} />
      <div className="stack">
        <label className="register-day">
          {words.day}
          <input
            type="date"
            className="control"
            value={day ?? data?.day ?? ''}
            onChange={(event) => setDay(event.target.value === '' ? undefined : event.target.value)}
          />
        </label>
        {data ? <Day register={data} /> : <Loading error={error} />}
      </div>
    </>
  );
}

function Day({ register }: { readonly register: Register }) {
  const { receipts, refusals, totals } = register;
  return (
    <>
      <section className="card" aria-labelledby="day-receipts">
        <div className="card-head">
          <h2 id="day-receipts">{words.totals(receipts.length, copiesText(totals))}</h2>
        </div>
        {receipts.length === 0 ? (
          <div className="card-body empty">
            <p className="strong">{words.none}</p>
            <p className="soft">{words.noneBody}</p>
          </div>
        ) : (
          <TableFrame label={intakeTitles.register}>
            <table className="table stack-table">
              <TableHead
                columns={[
                  words.columns.zone,
                  words.columns.at,
                  words.columns.number,
                  words.columns.version,
                  words.columns.counts,
                  words.columns.by,
                  words.columns.clerk,
                ]}
                act={words.columns.receipt}
              />
              <tbody>
                {receipts.map((one) => (
                  <tr key={`${one.number} ${one.n}`}>
                    <td>
                      <b>{one.zone}</b>
                      <span className="stack-second">{one.plan}</span>
                    </td>
                    <td>{clockTime(one.stampedAt)}</td>
                    <td>{words.number(one.number, one.n)}</td>
                    <td>{lists.version(one.version)}</td>
                    <td>{copiesText(one.counts)}</td>
                    <td>{receiptWords.by(one.handedInBy, one.courier, one.tracking)}</td>
                    <td>{one.clerk}</td>
                    <td className="stack-act">
                      <PdfLink href={paperReceiptUrl(one.planId, one.n)}>{words.receipt}</PdfLink>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </section>
      {refusals.length > 0 && (
        <section className="card" aria-labelledby="day-refusals">
          <div className="card-head">
            <h2 id="day-refusals">{words.refused}</h2>
          </div>
          <TableFrame label={words.refused}>
            <table className="table stack-table">
              <TableHead
                columns={[
                  words.refusedColumns.code,
                  words.refusedColumns.at,
                  words.refusedColumns.cause,
                  words.refusedColumns.by,
                  words.refusedColumns.remark,
                  words.refusedColumns.clerk,
                ]}
                act={words.refusedColumns.note}
              />
              <tbody>
                {refusals.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <b>{one.zone ?? ''}</b>
                      <span className="stack-second wrap-anywhere">{one.plan ?? shorten(one.code)}</span>
                    </td>
                    <td>{clockTime(one.at)}</td>
                    <td>{causeWord[one.cause]}</td>
                    <td>{one.handedInBy}</td>
                    <td>{one.remark || emptyCell}</td>
                    <td>{one.clerk}</td>
                    <td className="stack-act">
                      <PdfLink href={refusalNoteUrl(one.id)}>{words.note}</PdfLink>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </section>
      )}
    </>
  );
}
