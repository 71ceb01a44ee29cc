import type { IntakeFile } from '#web/api/intake-queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import { intakeStateWord } from '#web/messages/intake.ts';

const looks: Readonly<Record<IntakeFile['state'], readonly [IconName, Tone]>> = {
  awaitingPaper: ['none', 'faint'],
  checking: ['half', 'go'],
  mending: ['back', 'warn'],
  admitted: ['done', 'ok'],
  refused: ['cross', 'error'],
};

export function IntakeMark({ state }: { readonly state: IntakeFile['state'] }) {
  const [icon, tone] = looks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {intakeStateWord[state]}
    </StateMark>
  );
}
