import type { CallFile } from '#web/api/call-queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import { callState } from '#web/messages/calls.ts';

const looks: Readonly<Record<CallFile['state'], readonly [IconName, Tone]>> = {
  draft: ['half', 'go'],
  published: ['send', 'go'],
  cancelled: ['cross', 'error'],
  finished: ['done', 'ok'],
};

export function CallMark({ state }: { readonly state: CallFile['state'] }) {
  const [icon, tone] = looks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {callState[state]}
    </StateMark>
  );
}
