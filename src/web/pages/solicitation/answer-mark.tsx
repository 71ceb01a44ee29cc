import type { IconName } from '#web/components/icon.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import { solicitationWords as words, type AnswerStateName, type SolicitationStateName } from '#web/messages/solicitation.ts';

const looks: Readonly<Record<AnswerStateName, readonly [IconName, Tone]>> = {
  invited: ['send', 'plain'],
  offered: ['half', 'go'],
  accepted: ['done', 'ok'],
  declined: ['cross', 'plain'],
  withdrawn: ['back', 'plain'],
};

/** Where an answer to a solicitation is. */
export function AnswerMark({ state }: { readonly state: AnswerStateName }) {
  const [icon, tone] = looks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {words.answer[state]}
    </StateMark>
  );
}

/** Where a solicitation is; published and past its end takes no more answers. */
export function SolicitationMark({ state, until, now }: { readonly state: SolicitationStateName; readonly until: string | null; readonly now: number }) {
  const over = state === 'published' && until !== null && Date.parse(until) <= now;
  const [icon, tone]: readonly [IconName, Tone] = state === 'draft' ? ['half', 'go'] : state === 'closed' || over ? ['lock', 'plain'] : ['send', 'go'];
  return (
    <StateMark icon={icon} tone={tone}>
      {words.state[over ? 'over' : state]}
    </StateMark>
  );
}
