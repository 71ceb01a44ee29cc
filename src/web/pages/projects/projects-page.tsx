import './projects.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { checkQuery, editionQuery, planQuery, type PlanFile } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { projectsPage as words } from '#web/messages/projects.ts';
import { countReady, lookedAt } from '#web/progress/project-look.ts';
import { AddProject } from './add-project.tsx';
import { HeadFigures } from './head-figures.tsx';
import { noFilter, ProjectFilters, shownBy } from './project-filters.tsx';
import { projectLines } from './project-lines.ts';
import { ProjectTable } from './project-table.tsx';
import { SolicitationLine } from './solicitation-line.tsx';
import { standingOf } from './standing.ts';
import { useProjectActs } from './use-project-acts.ts';
import { ActNotice } from './act-notice.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

/** The zone's projects: who writes what, what it costs, where each stands, and the one thing to do with it. */
export function ProjectsPage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/projects' });
  const { data: plan, error } = useQuery(planQuery(id));
  const { data: problems, error: checkError } = useQuery({ ...checkQuery(id), staleTime: 10_000 });
  const { data: edition, error: editionError } = useQuery(editionQuery(plan?.edition));
  if (!plan || !problems || !edition) return <Loading error={error ?? checkError ?? editionError} />;
  return <Projects plan={plan} problems={problems} edition={edition} />;
}

function Projects({ plan, problems, edition }: { readonly plan: PlanFile; readonly problems: readonly Problem[]; readonly edition: Edition }) {
  const [filter, setFilter] = useState(noFilter);
  const [tidying, setTidying] = useState(false);
  const acts = useProjectActs(plan.id);
  const rows = useMemo(() => {
    return projectLines(edition, plan, problems).flatMap((line, index) => {
      const project = plan.projects[index];
      return project ? [{ line, project, standing: standingOf(project, line) }] : [];
    });
  }, [edition, plan, problems]);
  const shown = useMemo(() => rows.filter((row) => shownBy(filter, row)), [rows, filter]);
  const mayChange = plan.may.includes('project.add');
  const invite = (
    <Link className="button button-primary" to="/solicitation">
      {words.invite}
    </Link>
  );

  return (
    <>
      <PageHead
        crumbs={[workbenchCrumb, words.title]}
        title={words.title}
        meta={<SolicitationLine />}
        actions={
          <>
            {mayChange && <AddProject plan={plan.id} />}
            {mayChange && <span className="desk-only">{invite}</span>}
          </>
        }
      />
      <div className="stack">
        <HeadFigures edition={edition} rows={rows} ready={countReady(lookedAt(edition, plan, problems))} />
        <ActNotice acts={acts} />
        {rows.length === 0 ? (
          <section className="card">
            <div className="card-body empty">
              <h2>{words.empty.title}</h2>
              <p className="soft">{words.empty.body(edition.parameters.minProjects)}</p>
              <Link className="button" to="/solicitation">
                {words.empty.toSolicitation}
              </Link>
            </div>
          </section>
        ) : (
          <section className="card" aria-label={words.title}>
            <ProjectFilters
              edition={edition}
              filter={filter}
              onChange={setFilter}
              shown={shown.length}
              all={rows.length}
              tidying={tidying}
              onTidy={mayChange ? setTidying : undefined}
            />
            <ProjectTable plan={plan.id} rows={shown} tidying={tidying && mayChange} mayTake={plan.state === 'drafting'} acts={acts} />
          </section>
        )}
      </div>
      {mayChange && <div className="bottom-bar">{invite}</div>}
      {acts.removing && <RemoveDialog acts={acts} project={acts.removing} />}
    </>
  );
}
