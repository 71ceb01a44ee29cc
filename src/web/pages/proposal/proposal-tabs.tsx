import { Link } from '@tanstack/react-router';
import type { ProposalFile } from '#web/api/proposal-queries.ts';
import { proposalPage } from '#web/messages/proposal.ts';

const words = proposalPage.tabs;

/** The pages of one proposal. `side`: under its own address for applicant and partner, under the plan's for the zone. */
export function ProposalTabs({ file, side }: { readonly file: ProposalFile; readonly side: 'owner' | 'zone' }) {
  const to = side === 'owner' ? '/proposals/$project' : '/plans/$plan/projects/$project';
  const params = { project: file.id, plan: file.plan };
  const options = { exact: true, includeSearch: false };
  return (
    <nav className="proposal-tabs" aria-label={words.label}>
      <Link to={to} params={params} activeOptions={options}>
        {words.form}
      </Link>
      {side === 'owner' && (file.may.includes('proposal.invite') || file.partners.length > 0) && (
        <Link to="/proposals/$project/partners" params={params} activeOptions={options}>
          {words.partners}
        </Link>
      )}
      {file.may.includes('proposal.versions') && (
        <Link to={side === 'owner' ? '/proposals/$project/versions' : '/plans/$plan/projects/$project/versions'} params={params} activeOptions={options}>
          {file.latest ? words.versionsOf(file.latest.n) : words.versions}
        </Link>
      )}
    </nav>
  );
}
