import { Link } from '@tanstack/react-router';
import { isSettled } from '#domain/values/problem.ts';
import { useSyncExternalStore } from 'react';
import type { ProposalFile } from '#web/api/proposal-queries.ts';
import { proposalPage, zoneSide as words } from '#web/messages/proposal.ts';
import { projectsPage } from '#web/messages/projects.ts';
import { workbench } from '#web/messages/workbench.ts';
import { useForm } from '#web/pages/form/form-context.ts';
import { ProjectTitle } from '#web/pages/form/form-head.tsx';
import { TogetherHead } from '#web/together/marks.tsx';
import { applicantOf, openReturn } from './proposal-file.ts';
import { ProposalMark } from './proposal-mark.tsx';
import { ProposalTabs } from './proposal-tabs.tsx';
import type { ProposalActs } from './use-proposal-acts.ts';

/** How many musts of the proposal are broken, as the browser judges what it shows. */
export function useBroken(): number {
  const { review } = useForm();
  const open = useSyncExternalStore(review.subscribe, review.open);
  return open.filter((problem) => problem.severity === 'must' && !isSettled(problem)).length;
}

/** For the zone: whose project it is, where it stands, and the two things it can do. The one that helps now is the primary one. */
export function ZoneHead({ file, acts }: { readonly file: ProposalFile; readonly acts: ProposalActs }) {
  const broken = useBroken();
  const giveBack = file.may.includes('proposal.return') && (
    <button type="button" className={`button ${broken > 0 ? 'button-primary' : ''}`} onClick={() => acts.ask('return')}>
      {words.giveBack}
    </button>
  );
  const take = file.may.includes('proposal.take') && (
    <button type="button" className={`button ${broken > 0 ? '' : 'button-primary'}`} aria-disabled={acts.pending} onClick={acts.take}>
      {acts.pending ? words.taking : words.take}
    </button>
  );
  const buttons = (giveBack || take) && (
    <>
      {giveBack}
      {take}
    </>
  );
  return (
    <div className="form-head proposal-head">
      <div className="form-title">
        <ol className="crumbs">
          <li>
            <Link to="/workbench">{workbench.title}</Link>
          </li>
          <li>
            <Link to="/plans/$plan/projects" params={{ plan: file.plan }}>
              {projectsPage.title}
            </Link>
          </li>
          <li>{proposalPage.crumb(file.position + 1)}</li>
          <li>
            <ProposalMark state={file.state} returned={openReturn(file) !== undefined} />
          </li>
        </ol>
        <h1>
          <ProjectTitle />
        </h1>
        <p className="small soft">
          {applicantOf(file)}　{file.number}　{file.latest ? proposalPage.filed(file.latest.n, file.latest.filedAt) : proposalPage.neverFiled}
        </p>
      </div>
      <ProposalTabs file={file} side="zone" />
      <TogetherHead />
      {buttons && <span className="desk-only proposal-buttons">{buttons}</span>}
      {buttons && <div className="bottom-bar">{buttons}</div>}
    </div>
  );
}
