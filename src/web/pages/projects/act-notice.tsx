import { ProblemLine } from '#web/components/problem-line.tsx';
import { projectsPage as words } from '#web/messages/projects.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import type { ProjectActs } from './use-project-acts.ts';

/** What was just done, with its undoing; always there, so that it is read out when it fills. */
export function ActNotice({ acts }: { readonly acts: ProjectActs }) {
  const { done, error } = acts;
  return (
    <div className={done || error ? 'act-notice' : 'act-notice act-notice-empty'}>
      <span role="status">
        {done?.kind === 'took' && words.took(done.project.name)}
        {done?.kind === 'restored' && words.restored(done.project.name)}
        {done?.kind === 'removed' && (
          <>
            {words.removed(done.project.name)}{' '}
            <button type="button" className="button button-small" onClick={acts.undo}>
              {words.undo}
            </button>
          </>
        )}
      </span>
      <div role="alert">{error && <ProblemLine>{errorSentence(error)}</ProblemLine>}</div>
    </div>
  );
}
