import { useEffect, useRef } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { Clause } from '#web/components/clause.tsx';
import { SeverityMark } from '#web/components/state-mark.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { proposalPage } from '#web/messages/proposal.ts';
import { useForm } from '#web/pages/form/form-context.ts';
import { countOpen, entriesOf } from '#web/progress/entries.ts';
import { fieldName } from './field-links.tsx';

const words = proposalPage.blocked;

/** What stands between the proposal and its zone, as the server judged it; each line leads to its place. Takes the focus. */
export function BlockedList({ problems, edition }: { readonly problems: readonly Problem[]; readonly edition: Edition }) {
  const { store, review, jumps } = useForm();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), [problems]);
  const counts = countOpen(problems);
  const go = (path: string): void => {
    review.reveal(path);
    requestAnimationFrame(() => jumps.to(path));
  };
  return (
    <section ref={frame} className="card blocked" tabIndex={-1} aria-label={words.list}>
      <div className="card-head">
        <h2>{words.title}</h2>
        <span className="more">{words.rest(counts.must, counts.principle + counts.confirm)}</span>
      </div>
      <table className="table problem-table" aria-label={words.list}>
        <TableHead columns={[words.columns.severity, words.columns.problem, words.columns.place, words.columns.clause]} />
        <tbody>
          {entriesOf(edition, problems).map((entry) => {
            const place = fieldName(edition, entry.path.slice(store.pointer.length)) || entry.place;
            return (
              <tr key={entry.key}>
                <td>
                  <SeverityMark severity={entry.severity} />
                </td>
                <td>{entry.message}</td>
                <td>
                  <button type="button" className="text-button" aria-label={words.goOf(place)} onClick={() => go(entry.path)}>
                    {place}
                  </button>
                </td>
                <td>
                  <Clause edition={edition} clause={entry.clause} rule={entry.rule} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
