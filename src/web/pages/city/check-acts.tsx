import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { call } from '#web/api/call.ts';
import { type Candidates, type CityCheck, letterUrl, refreshCity } from '#web/api/city-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { cityCheck as words } from '#web/messages/city.ts';
import { RecommendDialog } from './recommend-dialog.tsx';

type Asking = 'pass' | 'reopen' | 'return' | 'recommend' | 'withdraw' | 'decline';

interface Acting {
  readonly check: CityCheck;
  readonly problems: readonly Problem[];
  readonly of: Candidates;
  readonly edition: Edition;
  readonly paperBy: string;
  /** Until when the zone can submit anew. */
  readonly submitBy: string;
  readonly onDone: (told: string | undefined) => void;
}

/** What this person may do now: one filled button, the rest beside it; on a phone in a bar at the foot. */
export function CheckActs(acting: Acting) {
  const { check, of } = acting;
  const [asking, setAsking] = useState<Asking>();
  const { may, notes, plan } = check;
  const state = check.check?.state ?? 'new';
  const checking = state === 'new' || state === 'open';
  const others = check.quota.holders.some((holder) => holder.plan !== plan.id) && check.quota.holders.length >= check.quota.limit;
  const recommends = may.includes('recommendation.recommend') && !others;
  const standing = check.recommendations.some((one) => one.state === 'active');
  const button = (which: Asking, word: React.ReactNode, primary = false): React.ReactNode => (
    <button key={which} type="button" className={primary ? 'button button-primary' : 'button'} onClick={() => setAsking(which)}>
      {word}
    </button>
  );
  const withdraws = may.includes('recommendation.withdraw') && standing && check.intake?.paper !== true;
  const buttons = [
    standing && (
      <PdfLink key="letter" href={letterUrl(plan.id)}>
        {words.letter}
      </PdfLink>
    ),
    withdraws && button('withdraw', words.withdraw),
    may.includes('plan.return') &&
      button(
        'return',
        <>
          {words.returnShort}
          {notes.length > 0 && <span className="desk-only">{words.returnWith(notes.length)}</span>}
        </>,
      ),
    may.includes('city.reopen') && state === 'passed' && button('reopen', words.reopen),
    may.includes('plan.decline') && others && button('decline', words.decline),
    may.includes('city.pass') && checking && !others && button('pass', words.pass, !recommends),
    recommends && button('recommend', words.recommend, true),
  ].filter((one) => one !== false);
  return (
    <>
      {buttons.length > 0 && <div className="city-acts">{buttons}</div>}
      {asking === 'recommend' && (
        <RecommendDialog
          {...acting}
          of={of}
          onClose={() => setAsking(undefined)}
          onDone={(number) => {
            setAsking(undefined);
            acting.onDone(words.recommended(number));
          }}
        />
      )}
      {asking !== undefined && asking !== 'recommend' && <Ask {...acting} which={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function Ask({ check, of, submitBy, which, onClose, onDone }: Acting & { readonly which: Exclude<Asking, 'recommend'>; readonly onClose: () => void }) {
  const { plan, notes, quota, recommendBy } = check;
  const params = { plan: plan.id };
  const { n } = check.version;
  const done = async (told: string | undefined): Promise<void> => {
    await refreshCity();
    onClose();
    onDone(told);
  };
  const common = { stay: words.stay, onClose, onRefused: refreshCity };
  switch (which) {
    case 'pass':
      return (
        <AskDialog
          {...common}
          title={words.passTitle(plan.zone)}
          go={words.passGo}
          going={words.passing}
          send={(key) => call('passCityCheck', { params, body: { n }, key })}
          onDone={() => done(undefined)}
        >
          <p>{words.passBody(notes.length)}</p>
        </AskDialog>
      );
    case 'reopen':
      return (
        <AskDialog
          {...common}
          title={`${words.reopen}？`}
          go={words.reopen}
          going={words.passing}
          send={(key) => call('reopenCityCheck', { params, body: {}, key })}
          onDone={() => done(undefined)}
        />
      );
    case 'return':
      return (
        <AskDialog
          {...common}
          form
          title={words.returnTitle(plan.zone)}
          go={words.returnGo}
          going={words.returning}
          reason={{ label: words.returnLabel, missing: words.returnMissing, limit: 1000 }}
          send={(key, reason) => call('returnPlan', { params, body: { reason, n }, key })}
          onDone={(reply) => done(words.returned(reply.notes))}
        >
          <p>{words.returnBody(notes.length, submitBy)}</p>
        </AskDialog>
      );
    case 'withdraw':
      return (
        <AskDialog
          {...common}
          form
          title={words.withdrawTitle(plan.zone)}
          go={words.withdrawGo}
          going={words.withdrawing}
          reason={{ label: words.withdrawLabel, missing: words.withdrawMissing, limit: 1000 }}
          send={(key, reason) => call('withdrawRecommendation', { params, body: { reason }, key })}
          onDone={() => done(words.withdrawn)}
        >
          <p>{words.withdrawBody(recommendBy)}</p>
        </AskDialog>
      );
    case 'decline':
      return (
        <AskDialog
          {...common}
          form
          title={words.declineTitle(plan.zone)}
          go={words.declineGo}
          going={words.declining}
          reason={{ label: words.declineLabel, missing: words.declineMissing, limit: 1000 }}
          send={(key, reason) => call('declinePlan', { params, body: { reason, n }, key })}
          onDone={() => done(words.declined)}
        >
          <p>
            {words.declineBody(
              quota.holders.map((holder) => holder.zone),
              of.candidates.find((one) => one.plan?.id === plan.id)?.plan?.projects ?? 0,
            )}
          </p>
        </AskDialog>
      );
  }
}
