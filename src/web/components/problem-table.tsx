import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { problems as words } from '#web/messages/problems.ts';
import type { Entry } from '#web/progress/entries.ts';
import { Clause } from './clause.tsx';
import { PlaceLink } from './place-link.tsx';
import { SeverityMark } from './state-mark.tsx';

/** Problems line by line: how heavy, what and how to mend, where (with a link), by which clause. Stacks on a phone. */
export function ProblemTable({
  entries,
  edition,
  plan,
  label,
  who,
}: {
  readonly entries: readonly Entry[];
  readonly edition: Edition;
  readonly plan: PlanFile;
  readonly label: string;
  /** Whose turn it is, by pointer; without it the column is left out. */
  readonly who?: (pointer: string) => string;
}) {
  return (
    <table className="table problem-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.columns.severity}</th>
          <th scope="col">{words.columns.problem}</th>
          <th scope="col">{words.columns.place}</th>
          <th scope="col">{words.columns.clause}</th>
          {who && <th scope="col">{words.columns.who}</th>}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.key}>
            <td>
              <SeverityMark severity={entry.severity} settled={entry.settled} />
            </td>
            <td>
              {entry.message}
              {entry.justification && <span className="problem-reason">{words.justification(entry.justification)}</span>}
            </td>
            <td>
              <PlaceLink plan={plan} pointer={entry.path}>
                {entry.place}
              </PlaceLink>
            </td>
            <td>
              <Clause edition={edition} clause={entry.clause} rule={entry.rule} />
            </td>
            {who && <td className="soft">{who(entry.path)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
