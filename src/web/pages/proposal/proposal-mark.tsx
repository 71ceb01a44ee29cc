import type { ProposalFile } from '#web/api/proposal-queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import { proposalPage } from '#web/messages/proposal.ts';

type Shown = ProposalFile['state'] | 'returned';

const looks: Readonly<Record<Shown, readonly [IconName, Tone]>> = {
  drafting: ['half', 'go'],
  returned: ['back', 'warn'],
  atZone: ['send', 'go'],
  taken: ['done', 'ok'],
  locked: ['lock', 'plain'],
};

/** Where a proposal is; `returned`: the zone sent it back and it was not submitted since. */
export function ProposalMark({ state, returned }: { readonly state: ProposalFile['state']; readonly returned: boolean }) {
  const shown = state === 'drafting' && returned ? 'returned' : state;
  const [icon, tone] = looks[shown];
  return (
    <StateMark icon={icon} tone={tone}>
      {proposalPage.state[shown]}
    </StateMark>
  );
}
