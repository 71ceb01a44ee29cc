import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { ProblemTable } from '#web/components/problem-table.tsx';
import { SeverityMark } from '#web/components/state-mark.tsx';
import { check as words } from '#web/messages/check.ts';
import { severityMeaning } from '#web/messages/states.ts';
import { entriesOf, type Entry } from '#web/progress/entries.ts';

/** Problems by severity, then in the plan's order; those already answered for stand at the end. */
export function ProblemGroups({ problems, edition, plan }: { readonly problems: readonly Problem[]; readonly edition: Edition; readonly plan: PlanFile }) {
  const entries = entriesOf(edition, problems);
  const open = Map.groupBy(
    entries.filter((entry) => !entry.settled),
    (entry) => entry.severity,
  );
  const settled = entries.filter((entry) => entry.settled);
  return (
    <>
      {[...open].map(([severity, list]) => (
        <section key={severity} className="card">
          <div className="card-head">
            <h2>
              <SeverityMark severity={severity} /> {words.items(list.reduce((sum, entry) => sum + entry.count, 0))}
            </h2>
            <span className="more">{severityMeaning[severity]}</span>
          </div>
          <ProblemTable entries={list} edition={edition} plan={plan} label={severityMeaning[severity]} />
        </section>
      ))}
      {settled.length > 0 && <Settled entries={settled} edition={edition} plan={plan} />}
    </>
  );
}

function Settled({ entries, edition, plan }: { readonly entries: readonly Entry[]; readonly edition: Edition; readonly plan: PlanFile }) {
  return (
    <section className="card">
      <div className="card-head">
        <h2>{words.settled(entries.length)}</h2>
        <span className="more">{words.settledNote}</span>
      </div>
      <ProblemTable entries={entries} edition={edition} plan={plan} label={words.settled(entries.length)} />
    </section>
  );
}
