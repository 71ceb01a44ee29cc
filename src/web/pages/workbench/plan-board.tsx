import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { checkQuery, editionQuery, planQuery, type PlanFile, type PlanRow } from '#web/api/queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { hasScreen } from '#web/components/place-link.tsx';
import { ProblemTable } from '#web/components/problem-table.tsx';
import { PlanSupplements } from '#web/components/plan-supplements.tsx';
import { PlanMark } from '#web/components/state-mark.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { mending } from '#web/messages/mending.ts';
import { problems as words } from '#web/messages/problems.ts';
import { workbench } from '#web/messages/workbench.ts';
import { countOpen, entriesOf } from '#web/progress/entries.ts';
import { whoOf } from '#web/progress/who.ts';
import { MyTasks } from '#web/together/my-tasks.tsx';
import { NextStep } from './next-step.tsx';
import { OwedCard } from './owed-card.tsx';
import { ProjectsCard } from './projects-card.tsx';
import { Readiness } from './readiness.tsx';

/** Lines of the problem list before it refers to the check page. */
const shownProblems = 10;

/** The zone's desk: how far the plan is, what is wrong, how long is left. */
export function PlanBoard({ row }: { readonly row: PlanRow }) {
  const { data: plan, error } = useQuery(planQuery(row.id));
  const { data: problems, error: checkError, dataUpdatedAt } = useQuery(checkQuery(row.id));
  const { data: edition, error: editionError } = useQuery(editionQuery(plan?.edition));
  return (
    <>
      <PageHead
        crumbs={[workbench.title]}
        title={row.cluster || workbench.unnamed}
        meta={
          <>
            <span>{row.zone}</span>
            <PlanMark state={row.state} />
            <span>{row.number}</span>
            <span className="faint">
              {row.filedAt && row.latestVersion !== null
                ? `${workbench.version(row.latestVersion)} ${workbench.filed(minuteTime(row.filedAt))}`
                : workbench.neverFiled}
            </span>
          </>
        }
        actions={plan && <Deadlines plan={plan} />}
      />
      {plan && problems && edition ? (
        <Board plan={plan} problems={problems} edition={edition} at={dataUpdatedAt} />
      ) : (
        <Loading error={error ?? checkError ?? editionError} />
      )}
    </>
  );
}

function Deadlines({ plan }: { readonly plan: PlanFile }) {
  return (
    <DeadlineBox
      items={
        plan.mending
          ? [{ title: mending.until, until: plan.mending.deadline }]
          : [
              { title: workbench.untilSubmit, until: plan.submitBy },
              ...(plan.recommendBy === plan.submitBy ? [] : [{ title: workbench.untilRecommend, until: plan.recommendBy }]),
              { title: workbench.untilPaper, until: plan.paperBy },
            ]
      }
    />
  );
}

function Board({
  plan,
  problems,
  edition,
  at,
}: {
  readonly plan: PlanFile;
  readonly problems: readonly Problem[];
  readonly edition: Edition;
  readonly at: number;
}) {
  const entries = entriesOf(edition, problems);
  const open = entries.filter((entry) => !entry.settled && entry.severity !== 'human');
  const counts = countOpen(problems);
  return (
    <>
      <div className="supplement">
        <PlanSupplements plan={plan.id} mayAcknowledge={plan.may.includes('plan.acknowledge')} />
      </div>
      {plan.returned !== null && (
        <div className="supplement">
          <Notice tone="warn" icon="back">
            {workbench.returned(plan.returned)}
          </Notice>
        </div>
      )}
      <NextStep plan={plan} edition={edition} counts={counts} first={open.find((entry) => hasScreen(plan, entry.path))} />
      <div className="columns">
        <div className="stack">
          <Readiness plan={plan} problems={problems} edition={edition} at={at} />
          <section className="card" aria-labelledby="problems">
            <div className="card-head">
              <h2 id="problems">{words.title}</h2>
              <span className="more">{words.counts({ ...counts, human: 0 })}</span>
            </div>
            {open.length === 0 ? (
              <p className="card-body soft">{words.none}</p>
            ) : (
              <ProblemTable entries={open.slice(0, shownProblems)} edition={edition} plan={plan} label={words.title} who={(pointer) => whoOf(plan, pointer)} />
            )}
            {(open.length > shownProblems || counts.human > 0) && (
              <p className="card-foot small soft">
                {counts.human > 0 && words.humanLater(counts.human)}
                <Link to="/plans/$plan/check" params={{ plan: plan.id }}>
                  {open.length > shownProblems ? words.all : words.look}
                </Link>
              </p>
            )}
          </section>
        </div>
        <aside className="stack">
          <ProjectsCard plan={plan} problems={problems} edition={edition} />
          <OwedCard plan={plan} />
          <MyTasks />
        </aside>
      </div>
    </>
  );
}
