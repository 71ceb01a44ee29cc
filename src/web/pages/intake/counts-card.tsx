import { useId } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { Copies, IntakeFile } from '#web/api/intake-queries.ts';
import { Clause } from '#web/components/clause.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { copies as words, copyWord } from '#web/messages/intake.ts';

const papers = ['plan', 'form', 'letter'] as const;
const most = 999;

/** How many copies are due, how many came, and how many lie here now; without `onChange` only what came. */
export function CountsCard({
  file,
  edition,
  counts,
  onChange,
}: {
  readonly file: IntakeFile;
  readonly edition: Edition | undefined;
  readonly counts: Copies;
  readonly onChange?: (counts: Copies) => void;
}) {
  const { needed, received, missing } = file.copies;
  const left = (paper: keyof Copies): number => Math.max(0, missing[paper] - counts[paper]);
  const counted = papers.some((paper) => counts[paper] > 0 || received[paper] > 0);
  return (
    <section className="card" aria-labelledby="counts">
      <div className="card-head">
        <h2 id="counts">{words.title}</h2>
        <span className="more">
          <Clause edition={edition} clause="G4.3" rule="R06" />
        </span>
      </div>
      <table className="table counts-table" aria-labelledby="counts">
        <thead>
          <tr>
            <th scope="col">{words.columns.paper}</th>
            <th scope="col" className="number">
              {words.columns.needed}
            </th>
            <th scope="col" className="number">
              {words.columns.had}
            </th>
            {onChange && <th scope="col">{words.columns.now}</th>}
            <th scope="col">{words.columns.result}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <tr key={paper}>
              <th scope="row">{copyWord[paper]}</th>
              <td className="number">{needed[paper]}</td>
              <td className="number">{received[paper]}</td>
              {onChange && (
                <td>
                  <Stepper label={copyWord[paper]} value={counts[paper]} onChange={(value) => onChange({ ...counts, [paper]: value })} />
                </td>
              )}
              <td>
                {left(paper) === 0 ? (
                  <StateMark icon="done" tone="ok">
                    {words.enough}
                  </StateMark>
                ) : (
                  <StateMark icon={counted ? 'bad' : 'none'} tone={counted ? 'error' : 'faint'}>
                    {words.short(left(paper))}
                  </StateMark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="card-body counts-foot" role="status">
        {counted
          ? papers
              .filter((paper) => left(paper) > 0 && received[paper] + counts[paper] > 0)
              .map((paper) => (
                <ProblemLine key={paper}>{words.sentence(copyWord[paper], received[paper] + counts[paper], needed[paper], file.deadline)}</ProblemLine>
              ))
          : onChange && <p className="hint">{words.uncounted}</p>}
        {onChange && papers.some((paper) => missing[paper] !== counts[paper]) && (
          <button type="button" className="button" onClick={() => onChange(missing)}>
            {words.all}
          </button>
        )}
      </div>
    </section>
  );
}

function Stepper({ label, value, onChange }: { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) {
  const id = useId();
  const set = (next: number): void => onChange(Math.max(0, Math.min(most, Number.isInteger(next) ? next : 0)));
  return (
    <span className="stepper">
      <button type="button" aria-label={words.fewer(label)} onClick={() => set(value - 1)}>
        −
      </button>
      <label htmlFor={id} className="unseen">
        {words.count(label)}
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={String(value)}
        onChange={(event) => set(Number(event.target.value.normalize('NFKC').replaceAll(/\D/g, '')))}
      />
      <button type="button" aria-label={words.more(label)} onClick={() => set(value + 1)}>
        +
      </button>
    </span>
  );
}
