import type { Edition } from '#domain/programme/edition.ts';
import { isSettled, type Problem, type Severity } from '#domain/values/problem.ts';
import { stageItem } from '#web/messages/states.ts';
import { Clause } from './clause.tsx';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<Severity, IconName> = { must: 'bad', principle: 'diamond', confirm: 'box', human: 'user', flag: 'flag' };
const tones: Record<Severity, string> = { must: 'error', principle: 'warn', confirm: 'warn', human: 'plain', flag: 'plain' };

/**
 * A problem in its whole sentence with its clause, for under a field or a row. `id` is what the field's aria-describedby names.
 * Not a live region: whoever shows it announces it once.
 */
export function ProblemText({ problem, edition, id }: { readonly problem: Problem; readonly edition: Edition | undefined; readonly id?: string }) {
  const settled = isSettled(problem) && problem.severity !== 'human' && problem.severity !== 'flag';
  return (
    <div className={`problem problem-${settled ? 'plain' : tones[problem.severity]}`} {...(id ? { id } : {})}>
      <Icon name={settled ? 'done' : icons[problem.severity]} />
      <span>
        {problem.message}
        {problem.stage ? stageItem(problem.stage) : ''} <Clause edition={edition} clause={problem.clause} rule={problem.rule} />
      </span>
    </div>
  );
}
