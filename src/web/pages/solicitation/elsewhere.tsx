import type { AnswerRow } from '#web/api/solicitation-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { solicitationWords } from '#web/messages/solicitation.ts';

const words = solicitationWords.elsewhere;

/** Where else the same company stands this year: told to every zone concerned and to the company, in the same words. */
export function Elsewhere({ answer, own = false }: { readonly answer: Pick<AnswerRow, 'company' | 'elsewhere'>; readonly own?: boolean }) {
  if (answer.elsewhere.length === 0) return null;
  return (
    <div className="elsewhere">
      <Icon name="diamond" />
      <div>
        <p>{own ? words.own : words.title(answer.company)}</p>
        <ul>
          {answer.elsewhere.map((one, index) => (
            <li key={`${one.zone} ${index}`}>
              {one.kind === 'answer' ? words.answer(one.zone, one.title, words.state(one.state)) : words.project(one.zone, one.title, one.number)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
