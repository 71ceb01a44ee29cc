import { Link } from '@tanstack/react-router';
import type { Call, Person, PlanRow } from '#web/api/queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { PlanMark } from '#web/components/state-mark.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { waitingFor, workbench } from '#web/messages/workbench.ts';

/** For everyone but the zone: the plans that this person may see. */
export function PlanList({
  me,
  plans,
  call,
  waiting,
}: {
  readonly me: Person;
  readonly plans: readonly PlanRow[];
  readonly call: Call | undefined;
  /** What else waits for this person, above the plans. */
  readonly waiting?: React.ReactNode;
}) {
  return (
    <>
      <PageHead
        title={workbench.title}
        meta={me.organisation}
        actions={
          call && (
            <DeadlineBox
              items={[
                { title: call.recommendBy === call.submitBy ? workbench.untilFiled : workbench.untilRecommend, until: call.recommendBy },
                { title: workbench.untilPaper, until: call.paperBy },
              ]}
            />
          )
        }
      />
      <div className="stack">
        {waiting}
        <section className="card" aria-labelledby="plans">
          <div className="card-head">
            <h2 id="plans">{workbench.plansTitle}</h2>
          </div>
          {plans.length === 0 ? (
            <div className="card-body empty">
              <p className="strong">{workbench.noPlans}</p>
              <p className="soft">{waitingFor[me.kind]}</p>
              <Link className="button" to="/guide">
                {workbench.toGuide}
              </Link>
            </div>
          ) : (
            <TableFrame label={workbench.plansTitle}>
              <table className="table plan-table" aria-labelledby="plans">
                <TableHead
                  columns={[
                    workbench.plansColumns.plan,
                    workbench.plansColumns.version,
                    workbench.plansColumns.filed,
                    workbench.plansColumns.state,
                    workbench.plansColumns.open,
                  ]}
                />
                <tbody>
                  {plans.map((plan) => (
                    <tr key={plan.id}>
                      <td>
                        <b>{plan.cluster || workbench.unnamed}</b>
                        <span className="plan-zone">
                          {plan.zone}　{plan.number}
                        </span>
                      </td>
                      <td>{plan.latestVersion === null ? emptyCell : workbench.version(plan.latestVersion)}</td>
                      <td>{plan.filedAt ? minuteTime(plan.filedAt) : emptyCell}</td>
                      <td>
                        <PlanMark state={plan.state} />
                      </td>
                      <td>
                        {plan.latestVersion === null ? (
                          emptyCell
                        ) : (
                          <Link to="/plans/$plan/versions" params={{ plan: plan.id }}>
                            {workbench.open}
                            <span className="unseen"> {plan.cluster}</span>
                          </Link>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          )}
        </section>
      </div>
    </>
  );
}
