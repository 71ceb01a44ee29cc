import './city.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Candidate, type Candidates, candidatesQuery } from '#web/api/city-queries.ts';
import { editionQuery } from '#web/api/queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { city as words } from '#web/messages/city.ts';
import { emptyCell } from '#web/messages/components.ts';
import { countText } from '#web/messages/formats.ts';
import { mending } from '#web/messages/mending.ts';
import { workbench } from '#web/messages/workbench.ts';
import { useMe } from '#web/shell/session.ts';
import { CheckMark } from './check-mark.tsx';
import { QuotaBanner } from './quota-banner.tsx';

/** 审查推荐: the city's zones side by side, and the one that it may recommend. */
export function CandidatesPage() {
  return <CandidatesDesk title={words.title} />;
}

/** Where a bureau's people land: the same, under the workbench's name. */
export function CityWorkbench() {
  return <CandidatesDesk title={workbench.title} />;
}

function CandidatesDesk({ title }: { readonly title: string }) {
  const me = useMe();
  const { data: of, error } = useQuery(candidatesQuery);
  const { data: edition } = useQuery(editionQuery(of?.call.edition));
  if (!of || !edition) return <Loading error={error} />;
  return (
    <>
      <PageHead title={title} meta={me?.organisation} actions={<DeadlineBox items={[{ title: words.untilRecommend, until: of.recommendBy }]} />} />
      <div className="stack">
        <QuotaBanner of={of} edition={edition} />
        <section className="card" aria-labelledby="candidates">
          <div className="card-head">
            <h2 id="candidates">{words.compare}</h2>
          </div>
          {of.candidates.every((one) => one.plan === null) ? (
            <div className="card-body empty">
              <p className="strong">{words.noneTitle}</p>
              <p className="soft">{words.noneBody}</p>
            </div>
          ) : (
            <>
              <Comparison of={of} />
              <Stacked of={of} />
            </>
          )}
        </section>
      </div>
    </>
  );
}

/** What is compared, line by line: its name, and how it reads of one zone. */
const lines: readonly { readonly label: string; readonly figure?: true; readonly of: (plan: Candidate) => ReactNode }[] = [
  { label: words.rows.cluster, of: (plan) => plan.cluster || workbench.unnamed },
  { label: words.rows.field, of: (plan) => plan.field || emptyCell },
  { label: words.rows.projects, figure: true, of: (plan) => countText(plan.projects) },
  { label: words.rows.asked, figure: true, of: (plan) => words.money(plan.asked) },
  { label: words.rows.newTotal, figure: true, of: (plan) => words.money(plan.newTotal) },
  { label: words.rows.enterprises, figure: true, of: (plan) => (plan.enterprises === null ? emptyCell : countText(plan.enterprises)) },
  { label: words.rows.sixOnes, figure: true, of: (plan) => words.sixOnes(plan.sixOnes.yes, plan.sixOnes.of) },
  { label: words.rows.exceptions, figure: true, of: (plan) => countText(plan.exceptions) },
  { label: words.rows.problems, figure: true, of: (plan) => countText(plan.problems) },
  { label: words.rows.filed, of: (plan) => words.filed(plan.filedAt, plan.version) },
  { label: words.rows.state, of: (plan) => <CheckMark plan={plan} /> },
  { label: words.rows.act, of: (plan) => <OpenLink plan={plan} /> },
];

/** A column a zone, so that figures of one kind stand in one line. */
function Comparison({ of }: { readonly of: Candidates }) {
  return (
    <div className="city-compare">
      <TableFrame label={words.compare}>
        <table className="table" aria-labelledby="candidates">
          <thead>
            <tr>
              <th scope="col">{words.comparedLine}</th>
              {of.candidates.map(({ zone }) => (
                <th key={zone} scope="col">
                  {zone}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                {of.candidates.map(({ zone, plan }) => (
                  <td key={zone} className={line.figure && plan ? 'city-figure' : undefined}>
                    {plan === null ? index === 0 ? <span className="faint">{words.notSubmitted}</span> : emptyCell : line.of(plan)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** The same zone by zone, for a phone. */
function Stacked({ of }: { readonly of: Candidates }) {
  return (
    <ul className="city-stacked">
      {of.candidates.map(({ zone, plan }) => (
        <li key={zone}>
          <h3>{zone}</h3>
          {plan === null ? (
            <p className="faint">{words.notSubmitted}</p>
          ) : (
            <dl className="pairs">
              {lines.map((line) => (
                <div key={line.label} className="city-pair">
                  <dt>{line.label}</dt>
                  <dd>{line.of(plan)}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function OpenLink({ plan }: { readonly plan: Candidate }) {
  if (plan.state === 'mending')
    return (
      <Link className="button" to="/plans/$plan/mending" params={{ plan: plan.id }}>
        {mending.toPage}
        <span className="unseen"> {plan.cluster}</span>
      </Link>
    );
  return (
    <Link className="button" to="/plans/$plan/city" params={{ plan: plan.id }}>
      {plan.state === 'atCity' ? words.open : words.look}
      <span className="unseen"> {plan.cluster}</span>
    </Link>
  );
}
