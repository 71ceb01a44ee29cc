import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isSettled } from '#domain/values/problem.ts';
import { proposalCheckQuery, type ProposalFile } from '#web/api/proposal-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { isSaved } from '#web/drafts/autosave.ts';
import { proposalPage as words } from '#web/messages/proposal.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { workbench } from '#web/messages/workbench.ts';
import type { DocumentStore } from '#web/pages/form/document-store.ts';
import { useForm } from '#web/pages/form/form-context.ts';
import { ProjectTitle, SavingState, TimeLeft } from '#web/pages/form/form-head.tsx';
import { useNextProblem } from '#web/pages/form/use-next-problem.ts';
import { TogetherHead } from '#web/together/marks.tsx';
import { openReturn } from './proposal-file.ts';
import { ProposalMark } from './proposal-mark.tsx';
import { ProposalTabs } from './proposal-tabs.tsx';
import type { ProposalActs } from './use-proposal-acts.ts';

/** Whose it is, where it stands, whether it is saved, and the way to the zone. */
export function OwnerHead({ file, acts }: { readonly file: ProposalFile; readonly acts: ProposalActs }) {
  const { store } = useForm();
  const { count, go } = useNextProblem();
  // 报送 is never disabled: where something is open, it leads there.
  const press = useMutation({
    mutationFn: async () => {
      acts.block(undefined);
      await allSaved(store);
      const problems = await queryClient.fetchQuery(proposalCheckQuery(file.id));
      const open = problems.filter((problem) => problem.severity !== 'human' && problem.severity !== 'flag' && !isSettled(problem));
      if (open.length === 0) acts.ask('submit');
      else acts.block(open);
    },
  });
  const submit = file.may.includes('proposal.submit') && (
    <button type="button" className="button button-primary" onClick={() => !press.isPending && press.mutate()}>
      {file.latest ? words.submitAgain : words.submit}
    </button>
  );
  return (
    <div className="form-head proposal-head">
      <div className="form-title">
        <ol className="crumbs">
          <li>
            <Link to="/workbench">{workbench.title}</Link>
          </li>
          <li>{words.title}</li>
          <li>
            <ProposalMark state={file.state} returned={openReturn(file) !== undefined} />
          </li>
        </ol>
        <h1>
          <ProjectTitle />
        </h1>
      </div>
      <ProposalTabs file={file} side="owner" />
      <TogetherHead />
      {store.editable && <TimeLeft until={file.submitBy} mending={file.mending !== null} />}
      <SavingState />
      {store.editable && count > 0 && (
        <button type="button" className="button" onClick={go}>
          {words.next}
        </button>
      )}
      {submit && <span className="desk-only">{submit}</span>}
      {submit && <div className="bottom-bar">{submit}</div>}
      <span role="alert">{press.error && <ProblemLine>{errorSentence(press.error)}</ProblemLine>}</span>
    </div>
  );
}

/** Milliseconds to wait for what was typed last to be saved before the server is asked for its judgement. */
const patience = 3000;

function allSaved(store: DocumentStore): Promise<void> {
  const pending = (): boolean => store.form.blocks.some((block) => !isSaved(store.state(block.key)));
  store.flushAll();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const stop = store.subscribe(() => {
      if (!pending()) end();
    });
    if (!pending()) end();
  });
}
