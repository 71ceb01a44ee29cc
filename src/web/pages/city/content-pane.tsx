import { useMemo, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { isWithin } from '#domain/values/pointer.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { cityCheck as words } from '#web/messages/city.ts';
import { placeOf } from '#web/progress/place.ts';
import { nameOf } from '#web/pages/proposal/proposal-file.ts';
import { commitmentGroups, type Compared, type ContentGroup, formGroups, only, outlineGroups, projectGroups } from './content-model.ts';
import { FileLink, Group } from './content-rows.tsx';

type Part = keyof typeof words.documents;
const parts = Object.keys(words.documents) as Part[];
type Filter = 'changes' | 'exceptions';

interface Shown {
  readonly edition: Edition;
  readonly file: PlanFile;
  readonly compared: Compared;
}

/** What was filed, document by document; or only what changed, or is excused, in all of them. */
export function ContentPane({ edition, file, compared, open, seenBefore }: Shown & { readonly open: number; readonly seenBefore: boolean }) {
  const [part, setPart] = useState<Part>('form');
  const [filter, setFilter] = useState<Filter>();
  const { changes, exceptions } = compared;
  const press = (next: Filter): void => setFilter(filter === next ? undefined : next);
  return (
    <>
      <div className="city-pane-head">
        <b>{words.panes.content}</b>
        {seenBefore && (
          <button type="button" className="text-button" aria-pressed={filter === 'changes'} onClick={() => press('changes')}>
            {words.onlyChanges(changes.length)}
          </button>
        )}
        <button type="button" className="text-button" aria-pressed={filter === 'exceptions'} onClick={() => press('exceptions')}>
          {words.onlyExceptions(exceptions.length)}
        </button>
        <span className="city-pane-end soft">{open === 0 ? words.clear(exceptions.length) : words.problems(open)}</span>
      </div>
      {filter === undefined ? (
        <>
          <div className="city-parts" role="group" aria-label={words.documentChoice}>
            {parts.map((one) => (
              <button key={one} type="button" className="city-part" aria-pressed={part === one} onClick={() => setPart(one)}>
                {words.documents[one]}
              </button>
            ))}
          </div>
          <Whole part={part} edition={edition} file={file} compared={compared} />
        </>
      ) : (
        <Filtered filter={filter} edition={edition} file={file} compared={compared} />
      )}
    </>
  );
}

function Whole({ part, edition, file, compared }: Shown & { readonly part: Part }) {
  const groups = useMemo(() => {
    if (part === 'form') return formGroups(edition, file, compared);
    if (part === 'outline') return outlineGroups(edition, file, compared);
    return part === 'commitment' ? commitmentGroups(edition, file, compared) : [];
  }, [part, edition, file, compared]);
  if (part === 'projects') return <Projects edition={edition} file={file} compared={compared} />;
  if (part === 'files') return <Files edition={edition} file={file} />;
  return <Groups groups={groups} edition={edition} file={file} />;
}

function Groups({ groups, edition, file }: { readonly groups: readonly ContentGroup[]; readonly edition: Edition; readonly file: PlanFile }) {
  return groups.map((group) => <Group key={group.pointer} group={group} edition={edition} file={file} />);
}

/** One line a project; its proposal is drawn once it is opened. */
function Projects({ edition, file, compared }: Shown) {
  return file.projects.map((project, index) => {
    const changes = compared.changes.filter((line) => isWithin(line.pointer, `/projects/${index}`)).length;
    const exceptions = compared.exceptions.filter((problem) => isWithin(problem.path, `/projects/${index}`)).length;
    return (
      <Project key={project.id} title={words.project(index + 1, nameOf(project))} changes={changes} exceptions={exceptions}>
        {() => <Groups groups={projectGroups(edition, file, index, compared)} edition={edition} file={file} />}
      </Project>
    );
  });
}

function Project({
  title,
  changes,
  exceptions,
  children,
}: {
  readonly title: string;
  readonly changes: number;
  readonly exceptions: number;
  readonly children: () => React.ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <section className="city-project">
      <button type="button" className="city-project-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{title}</b>
        {changes > 0 && <span className="city-tag">{words.changes(changes)}</span>}
        {exceptions > 0 && <span className="city-tag city-tag-warn">{words.exceptions(exceptions)}</span>}
      </button>
      {open && children()}
    </section>
  );
}

function Files({ edition, file }: { readonly edition: Edition; readonly file: PlanFile }) {
  if (file.attachments.length === 0) return <p className="city-empty soft">{words.noFiles}</p>;
  return (
    <ul className="city-files">
      {file.attachments.map((attached) => {
        const place = placeOf(edition, attached.path);
        return (
          <li key={`${attached.path} ${attached.id ?? attached.name}`}>
            <FileLink name={attached.name} {...(attached.id === undefined ? {} : { id: attached.id })} />
            <span className="small soft">
              {place.block}　{place.field}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Filtered({ filter, edition, file, compared }: Shown & { readonly filter: Filter }) {
  const documents = useMemo(() => {
    const plan = [...formGroups(edition, file, compared), ...outlineGroups(edition, file, compared), ...commitmentGroups(edition, file, compared)];
    const projects = file.projects.map((project, index) => ({
      title: words.project(index + 1, nameOf(project)),
      groups: only(projectGroups(edition, file, index, compared), filter),
    }));
    return { plan: only(plan, filter), projects: projects.filter(({ groups }) => groups.length > 0) };
  }, [filter, edition, file, compared]);
  // A project that came or went as a whole has no rows of its own.
  const whole = filter === 'changes' ? compared.changes.filter((line) => /^\/projects(\/\d+)?$/.test(line.pointer)) : [];
  if (documents.plan.length + documents.projects.length + whole.length === 0) {
    return <p className="city-empty soft">{filter === 'changes' ? words.noChanges : words.noExceptions}</p>;
  }
  return (
    <>
      <Groups groups={documents.plan} edition={edition} file={file} />
      {documents.projects.map(({ title, groups }) => (
        <section key={title} aria-label={title}>
          <h2 className="city-project-title">{title}</h2>
          <Groups groups={groups} edition={edition} file={file} />
        </section>
      ))}
      {whole.map((line) => (
        <p key={`${line.pointer} ${line.kind}`} className="city-whole">
          {placeOf(edition, line.pointer).block}　{'text' in line && (line.kind === 'added' ? <ins>{line.text}</ins> : <del>{line.text}</del>)}
        </p>
      ))}
    </>
  );
}
