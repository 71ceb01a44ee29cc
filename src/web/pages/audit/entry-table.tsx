import { Link } from '@tanstack/react-router';
import type { AuditRow } from '#web/api/audit-queries.ts';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { actorWord, audit as words, entrySentence } from '#web/messages/audit.ts';
import { secondTime } from '#web/messages/formats.ts';

/** Entries of the log, each in a sentence. */
export function EntryTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <TableFrame label={words.found}>
      <table className="table phone-rows" aria-labelledby="entries">
        <thead>
          <tr>
            <th scope="col">{words.columns.at}</th>
            <th scope="col">{words.columns.who}</th>
            <th scope="col">{words.columns.what}</th>
            <th scope="col" className="number">
              {words.columns.seq}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="audit-time">{secondTime(row.at)}</td>
              <td>
                {row.name ?? actorWord(row.actor)}
                {row.organisation !== null && <span className="faint audit-second">{row.organisation}</span>}
              </td>
              <td className="audit-what">
                <Link to="/audit/entries/$entry" params={{ entry: String(row.id) }} aria-label={`${words.openOf(row.id)}：${entrySentence(row)}`}>
                  {entrySentence(row)}
                </Link>
                {'refused' in row.detail && (
                  <span className="audit-second">
                    <StateMark icon="bad" tone="warn">
                      {words.refused}
                    </StateMark>
                  </span>
                )}
              </td>
              <td className="number" data-label={words.columns.seq}>
                {row.seq ?? <span className="faint">{words.unchained}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
