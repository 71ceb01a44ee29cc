import { Link } from '@tanstack/react-router';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { PlaceLink } from '#web/components/place-link.tsx';
import { Icon } from '#web/components/icon.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { workbench } from '#web/messages/workbench.ts';
import { lookedAt, tally } from '#web/progress/project-look.ts';

/** The projects by number, each with its state. */
export function ProjectsCard({ plan, problems, edition }: { readonly plan: PlanFile; readonly problems: readonly Problem[]; readonly edition: Edition }) {
  const projects = lookedAt(edition, plan, problems);
  const least = edition.parameters.minProjects;
  return (
    <section className="card" aria-labelledby="projects">
      <div className="card-head">
        <h2 id="projects">{workbench.projectsHead(projects.length)}</h2>
        <span className="more">
          {`${workbench.projectsNeed(least)}　`}
          <Link to="/plans/$plan/projects" params={{ plan: plan.id }}>
            {workbench.projectList}
          </Link>
        </span>
      </div>
      {projects.length === 0 ? (
        <div className="card-body empty">
          <p className="strong">{workbench.noProjects}</p>
          <p className="small soft">{workbench.noProjectsBody(least)}</p>
        </div>
      ) : (
        <div className="card-body">
          <ol className="project-chips">
            {projects.map((project, index) => (
              <li key={project.id}>
                <PlaceLink className={`project-chip${project.look.tone === 'error' ? ' project-chip-bad' : ''}`} plan={plan} pointer={`/projects/${index}`}>
                  <span aria-hidden="true">{index + 1}</span>
                  <span className="unseen">{workbench.projectIs(index + 1, project.name, project.look.word)}</span>
                  <span className={`state state-${project.look.tone}`}>
                    <Icon name={project.look.icon} size={14} />
                  </span>
                </PlaceLink>
              </li>
            ))}
          </ol>
          <ul className="project-tally">
            {tally(projects.map((project) => project.look)).map(([look, n]) => (
              <li key={look.word}>
                <StateMark icon={look.icon} tone={look.tone}>{`${look.word} ${n}`}</StateMark>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
