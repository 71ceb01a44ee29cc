import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import { formatMoney } from '#domain/values/money.ts';
import { TableFrame } from '#web/components/table-frame.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { projectsPage as words } from '#web/messages/projects.ts';
import { totalsOf, type ProjectLine } from './project-lines.ts';
import type { PlanProject, Standing } from './standing.ts';
import type { ActedOn, ProjectActs } from './use-project-acts.ts';

export interface ProjectRow {
  readonly line: ProjectLine;
  readonly project: PlanProject;
  readonly standing: Standing;
}

/** 1,234.00, or a dash. */
export function wan(amount: number | undefined): string {
  return amount === undefined ? emptyCell : formatMoney(amount, 'wanYuan', { grouped: true, decimals: 2 });
}

/** One line a project, sums at the foot; on a phone a stack of rows. */
export function ProjectTable({
  plan,
  rows,
  tidying,
  mayTake,
  acts,
}: {
  readonly plan: string;
  readonly rows: readonly ProjectRow[];
  readonly tidying: boolean;
  readonly mayTake: boolean;
  readonly acts: ProjectActs;
}) {
  if (rows.length === 0) return <p className="card-body soft">{words.nothingFound}</p>;
  const total = totalsOf(rows.map((row) => row.line));
  return (
    <TableFrame label={words.title}>
      <table className="table project-table">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.columns.position}
            </th>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.place}</th>
            <th scope="col">{words.columns.segment}</th>
            <th scope="col">{words.columns.groups}</th>
            {(['province', 'zone', 'newTotal'] as const).map((key) => (
              <th key={key} scope="col" className="number">
                {words.columns[key]}
                <br />
                {words.unit}
              </th>
            ))}
            <th scope="col">{words.columns.state}</th>
            <th scope="col">
              <span className="unseen">{words.columns.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line.id} plan={plan} row={row} tidying={tidying} mayTake={mayTake} onTake={acts.take} onRemove={acts.remove} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {words.totalOf(rows.length)}
            </th>
            <td className="number" data-label={words.columns.province}>
              {wan(total.province)}
            </td>
            <td className="number" data-label={words.columns.zone}>
              {wan(total.zone)}
            </td>
            <td className="number" data-label={words.columns.newTotal}>
              {wan(total.newTotal)}
            </td>
            <td colSpan={2} className="desk-cell">
              <span className="unseen">{emptyCell}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

interface RowProps {
  readonly plan: string;
  readonly row: ProjectRow;
  readonly tidying: boolean;
  readonly mayTake: boolean;
  readonly onTake: (project: ActedOn) => void;
  readonly onRemove: (project: ActedOn) => void;
}

/** Drawn again only when what it shows changed: typing in the search draws sixty rows by leaving most as they are. */
const Row = memo(
  function Row({ plan, row: { line, project, standing }, tidying, mayTake, onTake, onRemove }: RowProps) {
    const name = line.name || words.unnamed;
    const actedOn: ActedOn = { id: line.id, name, company: project.owner?.name };
    return (
      <tr className={standing.tone === 'error' ? 'project-bad' : undefined}>
        <td className="number project-position">{line.position}</td>
        <td className="project-name-cell">
          <Link to="/plans/$plan/projects/$project" params={{ plan, project: line.id }} className="strong">
            {name}
          </Link>
          <span className="project-applicant">{line.applicant || words.noApplicant}</span>
        </td>
        <td className="desk-cell">
          {line.place === 'outside' ? <span className="tag">{words.outsideTag}</span> : line.place === 'inside' ? words.inside : emptyCell}
        </td>
        <td className="desk-cell">{line.segment || emptyCell}</td>
        <td className="desk-cell">{line.groups.length > 0 ? line.groups.join('、') : emptyCell}</td>
        <td className="number project-province">
          {wan(line.province)}
          <span className="phone-only faint"> {words.unit}</span>
        </td>
        <td className="number desk-cell">
          {line.place === 'outside' && (line.zone ?? 0) === 0 ? <span className="faint">{words.notAsked}</span> : wan(line.zone)}
        </td>
        <td className="number desk-cell">{wan(line.newTotal)}</td>
        <td className="project-state">
          <StateMark icon={standing.icon} tone={standing.tone}>
            {standing.text}
          </StateMark>
        </td>
        <td className="project-verb">
          {tidying ? (
            <button
              type="button"
              className="text-button"
              aria-label={words.verbOf(words.verb.remove, name)}
              onClick={(event: MouseEvent) => event.detail <= 1 && onRemove(actedOn)}
            >
              {words.verb.remove}
            </button>
          ) : standing.verb === 'take' && mayTake ? (
            <button
              type="button"
              className="text-button"
              aria-label={words.verbOf(words.verb.take, name)}
              onClick={(event: MouseEvent) => event.detail <= 1 && onTake(actedOn)}
            >
              {words.verb.take}
            </button>
          ) : (
            <Link
              to="/plans/$plan/projects/$project"
              params={{ plan, project: line.id }}
              search={standing.verb === 'mend' && line.broken[0] ? { at: line.broken[0].path } : {}}
              aria-label={words.verbOf(words.verb[standing.verb], name)}
            >
              {words.verb[standing.verb === 'take' ? 'look' : standing.verb]}
            </Link>
          )}
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.plan === after.plan &&
    before.tidying === after.tidying &&
    before.mayTake === after.mayTake &&
    before.row.line === after.row.line &&
    before.row.project === after.row.project,
);
