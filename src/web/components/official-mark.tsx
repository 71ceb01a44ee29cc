import './official-mark.css';
import type { OfficialMark as Mark } from '#web/api/register-queries.ts';
import { markText, markWord } from '#web/messages/register.ts';
import type { IconName } from './icon.tsx';
import { StateMark, type Tone } from './state-mark.tsx';

const looks: Readonly<Record<Mark['mark'], readonly [IconName, Tone]>> = {
  confirmed: ['done', 'ok'],
  contradicted: ['flag', 'warn'],
  unknown: ['none', 'faint'],
};

/** What official lists say of an answer, beside it; never printed. */
export function OfficialMark({ mark, row }: { readonly mark: Mark; /** Said before it, where several rows stand together. */ readonly row?: string }) {
  const [icon, tone] = looks[mark.mark];
  return (
    <p className="official-mark">
      {row !== undefined && <span>{row}</span>}
      <StateMark icon={icon} tone={tone}>
        {markWord[mark.mark]}
      </StateMark>
      <span className="soft">{markText(mark)}</span>
    </p>
  );
}
