import type { RecommendationState } from '#web/api/proposal-queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import { recommendationPage } from '#web/messages/recommendation.ts';

const looks: Readonly<Record<RecommendationState, readonly [IconName, Tone]>> = {
  none: ['none', 'faint'],
  asked: ['half', 'go'],
  given: ['star', 'ok'],
  declined: ['cross', 'error'],
  stale: ['sheets', 'warn'],
};

/** Where the recommendation of an outside project stands. */
export function RecommendationMark({ state }: { readonly state: RecommendationState }) {
  const [icon, tone] = looks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {recommendationPage.state[state]}
    </StateMark>
  );
}
