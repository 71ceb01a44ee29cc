import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { PlaceLink } from '#web/components/place-link.tsx';
import { BlockIcon } from '#web/components/state-mark.tsx';
import { workbench } from '#web/messages/workbench.ts';
import { projectStates } from '#web/progress/document-states.ts';

/** The projects by number, each with its state. */
export function ProjectsCard({ plan, problems, edition }: { readonly plan: PlanFile; readonly problems: readonly Problem[]; readonly edition: Edition }) {
  const projects = projectStates(edition, plan, problems);
  const least = edition.parameters.minProjects;
  return (
    <section className="card" aria-labelledby="projects">
      <div className="card-head">
        <h2 id="projects">{workbench.projectsHead(projects.length)}</h2>
        <span className="more">{workbench.projectsNeed(least)}</span>
      </div>
      {projects.length === 0 ? (
        <div className="card-body empty">
          <p className="strong">{workbench.noProjects}</p>
          <p className="small soft">{workbench.noProjectsBody(least)}</p>
        </div>
      ) : (
        <ol className="projects">
          {projects.map((project, index) => (
            <li key={project.id}>
              <span className="faint">{index + 1}</span>
              <PlaceLink className="project-name" plan={plan} pointer={`/projects/${index}`}>
                {project.name || workbench.unnamedProject}
              </PlaceLink>
              <BlockIcon state={project.state} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
