import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { projectEntries, type ProjectEntry } from '#domain/narrative/project-entries.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { entriesText as words } from '#web/messages/outline.ts';
import { answersOf } from '#web/progress/use-progress.ts';

/** The projects one by one, drawn from their proposals: to be read here, to be changed there. */
export function ProjectEntries({ file, edition }: { readonly file: PlanFile; readonly edition: Edition }) {
  const groups = useMemo(() => projectEntries(edition, { projects: file.projects.map((project) => answersOf(project.blocks)) }), [edition, file.projects]);
  return (
    <div className="entries">
      <div className="row">
        <h3>{words.title}</h3>
        <span className="tag">{words.carried}</span>
      </div>
      {groups.length === 0 ? (
        <p>
          {words.none}{' '}
          <Link to="/plans/$plan/form" params={{ plan: file.id }} search={{ at: '/projects' }}>
            {words.toProjects}
          </Link>
        </p>
      ) : (
        <p className="small soft">{words.note}</p>
      )}
      {groups.map((group) => (
        <section key={group.title} className="entry-group">
          <h4>{group.title}</h4>
          {group.entries.map((entry) => (
            <Entry key={entry.index} entry={entry} file={file} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, file }: { readonly entry: ProjectEntry; readonly file: PlanFile }) {
  const project = file.projects[entry.index]?.id ?? '';
  return (
    <article className="entry">
      <div className="entry-head">
        <h5>{entry.title}</h5>
        <Link
          className="small nowrap"
          to="/plans/$plan/projects/$project"
          params={{ plan: file.id, project }}
          search={{ at: `/projects/${entry.index}` }}
          aria-label={words.openOf(entry.title)}
        >
          {words.open}
        </Link>
      </div>
      <dl className="entry-items">
        {entry.items.map((item) => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>{item.text === '' ? <span className="faint">{words.empty}</span> : item.text}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
