import type { Candidate } from '#web/api/city-queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { PlanMark, StateMark, type Tone } from '#web/components/state-mark.tsx';
import { checkWord } from '#web/messages/city.ts';

const looks: Readonly<Record<keyof typeof checkWord, readonly [IconName, Tone]>> = {
  none: ['send', 'go'],
  open: ['half', 'go'],
  passed: ['done', 'ok'],
  returned: ['back', 'warn'],
  notChosen: ['cross', 'plain'],
  recommended: ['star', 'ok'],
};

/** How far the city is with a plan; what the province does to it afterwards, as everywhere. */
export function CheckMark({ plan: { check, state, recommended } }: { readonly plan: Pick<Candidate, 'check' | 'state' | 'recommended'> }) {
  if (state === 'mending' || state === 'admitted' || state === 'supported') return <PlanMark state={state} />;
  if (state === 'ended' && check !== 'notChosen') return <PlanMark state={state} />;
  if (state === 'drafting' && check !== 'returned') return <PlanMark state={state} />;
  const word = recommended ? 'recommended' : (check ?? 'none');
  const [icon, tone] = looks[word];
  return (
    <StateMark icon={icon} tone={tone}>
      {checkWord[word]}
    </StateMark>
  );
}
