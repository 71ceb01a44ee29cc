import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type MouseEvent } from 'react';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { isWithin } from '#domain/values/pointer.ts';
import { formatMoney } from '#domain/values/money.ts';
import { call } from '#web/api/call.ts';
import { planQuery, queryClient } from '#web/api/queries.ts';
import { BlockMark, StateMark } from '#web/components/state-mark.tsx';
import { freshKey } from '#web/api/fresh-key.ts';
import { projectText } from '#web/messages/form.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { missingTest } from '#domain/filing/progress.ts';
import { useForm, useProblems } from './form-context.ts';
import type { FormFile } from './form-file.ts';
import { ProblemItem } from './problem-item.tsx';

/** The plan's projects, each with what is still wrong in it; adding one, and taking one out, which can be undone. */
export function ProjectsList({ file }: { readonly file: FormFile }) {
  const { review, edition } = useForm();
  const mayChange = file.may.includes('project.add');
  const all = useSyncExternalStore(review.subscribe, review.all);
  const isMissing = useMemo(() => missingTest(edition), [edition]);
  const [removed, setRemoved] = useState<{ readonly id: string; readonly name: string }>();
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: planQuery(file.id).queryKey });
  const add = useMutation({ mutationFn: () => call('addProject', { params: { plan: file.id }, body: {}, key: freshKey() }), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: async (project: { readonly id: string; readonly name: string }) => {
      await call('removeProject', { params: { plan: file.id, project: project.id }, key: freshKey() });
      return project;
    },
    onSuccess: (project) => {
      setRemoved(project);
      return refresh();
    },
  });
  const restore = useMutation({
    mutationFn: (project: string) => call('restoreProject', { params: { plan: file.id, project }, body: {}, key: freshKey() }),
    onSuccess: () => {
      setRemoved(undefined);
      return refresh();
    },
  });
  useEffect(() => {
    if (!removed) return undefined;
    const timer = setTimeout(() => setRemoved(undefined), 10_000);
    return () => clearTimeout(timer);
  }, [removed]);

  // The second click of a double click does nothing: the list has moved under it.
  const busy = useRef(false);
  const once = async (event: MouseEvent, act: () => Promise<unknown>): Promise<void> => {
    if (busy.current || event.detail > 1) return;
    busy.current = true;
    await act().catch(() => undefined);
    busy.current = false;
  };

  const failed = add.error ?? remove.error ?? restore.error;
  const whole = useProblems('/projects');
  const unit = edition.units.wanYuan;
  return (
    <div className="projects" data-pointer="/projects">
      {file.projects.length === 0 ? (
        <p className="projects-empty faint">{projectText.empty}</p>
      ) : (
        <table className="table projects-table">
          <caption className="unseen">{projectText.list}</caption>
          <thead>
            <tr>
              <th scope="col">{projectText.head.number}</th>
              <th scope="col">{projectText.head.name}</th>
              <th scope="col" className="number desk-only">
                {projectText.provinceHead(unit)}
              </th>
              <th scope="col">{projectText.head.state}</th>
              <th scope="col">{projectText.head.act}</th>
            </tr>
          </thead>
          <tbody>
            {file.projects.map((project, index) => {
              const summary = project.blocks['summary']?.answers ?? {};
              const province = project.blocks['money']?.answers['province'];
              const name = typeof summary['name'] === 'string' && summary['name'] !== '' ? summary['name'] : projectText.unnamed;
              return (
                <tr key={project.id} data-pointer={`/projects/${index}`}>
                  <td className="nowrap faint">{index + 1}</td>
                  <td>
                    <Link to="/plans/$plan/projects/$project" params={{ plan: file.id, project: project.id }}>
                      {name}
                    </Link>
                    <br />
                    <span className="faint">
                      {typeof summary['applicant'] === 'string' && summary['applicant'] !== '' ? summary['applicant'] : projectText.noApplicant}
                    </span>
                    <span className="faint"> {project.number}</span>
                  </td>
                  <td className="number desk-only">
                    {typeof province === 'number' ? formatMoney(province, 'wanYuan', { grouped: true, decimals: 2 }) : projectText.none}
                  </td>
                  <td>
                    <ProjectState problems={all.filter((problem) => isWithin(problem.path, `/projects/${index}`))} isMissing={isMissing} />
                  </td>
                  <td className="nowrap">
                    {mayChange && (
                      <button
                        type="button"
                        className="text-button"
                        aria-label={projectText.removeOf(name)}
                        disabled={remove.isPending}
                        onClick={(event) => void once(event, () => remove.mutateAsync({ id: project.id, name }))}
                      >
                        {projectText.remove}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className="projects-foot">
        {mayChange && (
          <button type="button" className="button button-small" disabled={add.isPending} onClick={(event) => void once(event, () => add.mutateAsync())}>
            {projectText.add}
          </button>
        )}
        <span className="faint">{projectText.count(file.projects.length, edition.parameters.minProjects)}</span>
        <span role="status">
          {removed && (
            <>
              {projectText.removed(removed.name)}{' '}
              <button type="button" className="text-button" onClick={(event) => void once(event, () => restore.mutateAsync(removed.id))}>
                {projectText.undo}
              </button>
            </>
          )}
        </span>
      </div>
      {failed && (
        <p className="problem problem-error" role="alert">
          {errorSentence(failed)}
        </p>
      )}
      {whole.map((problem) => (
        <ProblemItem key={`${problem.rule} ${problem.message}`} problem={problem} />
      ))}
    </div>
  );
}

function ProjectState({ problems, isMissing }: { readonly problems: readonly Problem[]; readonly isMissing: (problem: Problem) => boolean }) {
  const open = problems.filter((problem) => !isSettled(problem));
  const wrong = open.filter((problem) => !isMissing(problem));
  if (wrong.some((problem) => problem.severity === 'must')) return <BlockMark state="problems" count={wrong.length} />;
  if (wrong.some((problem) => problem.severity === 'principle')) return <BlockMark state="justify" />;
  const missing = open.length - wrong.length;
  if (missing > 0)
    return (
      <StateMark icon="half" tone="go">
        {projectText.missing(missing)}
      </StateMark>
    );
  return <BlockMark state={wrong.length > 0 ? 'confirm' : 'done'} />;
}
