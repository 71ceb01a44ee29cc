import { Input } from 'antd';
import { useId, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { readDocumentNumber } from '#domain/values/document-number.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { call } from '#web/api/call.ts';
import { type Candidate, type Candidates, type CityCheck, letterDraftUrl, refreshCity } from '#web/api/city-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Clause } from '#web/components/clause.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Icon } from '#web/components/icon.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { ProblemText } from '#web/components/problem-text.tsx';
import { cityCheck as words } from '#web/messages/city.ts';

interface Asked {
  readonly check: CityCheck;
  readonly problems: readonly Problem[];
  readonly of: Candidates;
  readonly edition: Edition;
  /** End of the days for paper. */
  readonly paperBy: string;
  readonly onClose: () => void;
  readonly onDone: (documentNumber: string) => void;
}

/** Recommends, with its consequences in numbers; where something stands against it, says what and how to mend it. */
export function RecommendDialog(asked: Asked) {
  const { check, onClose } = asked;
  const [refused, setRefused] = useState(false);
  const given = check.recommendations.find((one) => one.state === 'active');
  const against = refused && given ? [<p key="given">{words.recommendedBefore(given.by, given.at, given.documentNumber)}</p>] : blockers(asked);
  const title = words.recommendTitle(check.plan.zone);
  if (against.length > 0) {
    return (
      <Dialog
        title={title}
        onClose={onClose}
        footer={
          <button type="button" className="button" data-safe onClick={onClose}>
            {words.stay}
          </button>
        }
      >
        <div className="stack">
          {!(refused && given) && <p>{words.blocked}</p>}
          {against}
        </div>
      </Dialog>
    );
  }
  return <Ready {...asked} title={title} onRefused={() => setRefused(true)} />;
}

/** What stands against recommending, each with its clause. */
function blockers({ check, problems, edition }: Asked): readonly React.ReactNode[] {
  const { check: standing, opinions, quota, plan } = check;
  const line = (key: string, text: string, clause: string, rule: string): React.ReactNode => (
    <div key={key} className="problem problem-error">
      <Icon name="bad" />
      <span>
        {text} <Clause edition={edition} clause={clause} rule={rule} />
      </span>
    </div>
  );
  const unsigned = opinions.filter((opinion) => opinion.by === null).map((opinion) => words.opinionName[opinion.kind]);
  const others = quota.holders.filter((holder) => holder.plan !== plan.id).map((holder) => holder.zone);
  const passed = standing?.state === 'passed';
  return [
    ...(others.length >= quota.limit ? [line('slot', words.blockers.slot(others), 'G3.2', 'R03')] : []),
    ...(passed ? [] : [line('check', words.blockers.check, 'G4.1', 'R08')]),
    ...(unsigned.length > 0 ? [line('opinions', words.blockers.opinions(unsigned), 'G4.1', 'R08')] : []),
    ...(passed && standing.mine && quota.persons > 1 ? [line('person', words.blockers.person, 'G4.1', 'R08')] : []),
    ...problems
      .filter((problem) => !isSettled(problem) && problem.rule !== 'R03' && !(problem.rule === 'R08' && problem.path === ''))
      .map((problem) => <ProblemText key={`${problem.rule} ${problem.path}`} problem={problem} edition={edition} />),
  ];
}

function Ready({ check, of, paperBy, title, onClose, onDone, onRefused }: Asked & { readonly title: string; readonly onRefused: () => void }) {
  const id = useId();
  const [number, setNumber] = useState('');
  const [missing, setMissing] = useState(false);
  const { plan, version, quota, recommendBy, check: standing } = check;
  const own = of.candidates.find((one) => one.plan?.id === plan.id)?.plan;
  const others = of.candidates.filter((one) => one.plan?.id !== plan.id && isWaiting(one.plan)).map((one) => one.zone);
  const written = readDocumentNumber(number);
  const last = quota.holders.length + 1 >= quota.limit;
  return (
    <AskDialog
      title={title}
      go={words.recommendGo}
      going={words.recommending}
      stay={words.stay}
      form
      values={written ?? ''}
      ready={() => {
        setMissing(written === undefined);
        return written !== undefined;
      }}
      onClose={onClose}
      send={(key) => call('recommend', { params: { plan: plan.id }, body: { documentNumber: written ?? '', n: version.n }, key })}
      onDone={async (reply) => {
        await refreshCity();
        onDone(reply.documentNumber);
      }}
      onRefused={async () => {
        onRefused();
        await refreshCity();
      }}
    >
      <ul className="city-consequences">
        {own && <li>{words.consequence.filing(own.projects, own.asked, version.n)}</li>}
        <li>{words.consequence.slot(quota.limit, last ? others : [])}</li>
        <li>{words.consequence.paper(paperBy)}</li>
        <li>{words.consequence.back(recommendBy)}</li>
        {standing?.concludedBy != null && standing.concludedAt !== null && <li>{words.passedBy(standing.concludedBy, standing.concludedAt)}</li>}
      </ul>
      <div className="field">
        <label htmlFor={id}>{words.recommendNumber}</label>
        <Input
          id={id}
          maxLength={60}
          value={number}
          aria-invalid={missing}
          {...(missing ? { status: 'error' } : {})}
          aria-describedby={missing ? `${id}-problem ${id}-hint` : `${id}-hint`}
          onChange={(event) => {
            setNumber(event.target.value);
            setMissing(false);
          }}
        />
        <div role="alert">
          {missing && <ProblemLine id={`${id}-problem`}>{number.trim() === '' ? words.recommendNumberMissing : words.recommendNumberWrong}</ProblemLine>}
        </div>
        <p id={`${id}-hint`} className="hint">
          {words.recommendNumberHint}
        </p>
      </div>
      <PdfLink href={letterDraftUrl(plan.id, written ?? number)} plain>
        {words.recommendPreview}
      </PdfLink>
    </AskDialog>
  );
}

function isWaiting(plan: Candidate | null): boolean {
  return plan === null || (!plan.recommended && plan.state !== 'ended');
}
