import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Edition } from '#domain/programme/edition.ts';
import type { Mending, MendingRound } from '#web/api/mending-queries.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { Notice } from '#web/components/notice.tsx';
import { deadlineText } from '#web/messages/formats.ts';
import { mending as words } from '#web/messages/mending.ts';
import { cityOf } from '#web/progress/city.ts';

interface Said {
  readonly tone: 'ok' | 'warn' | 'error' | 'plain';
  readonly lead: string;
  readonly rest: string;
  readonly act?: 'check' | 'confirm';
}

/** The one notice of the page: whose turn it is, and the one thing to do. */
export function MendingStep({
  plan,
  mending,
  round,
  edition,
  onConfirm,
}: {
  readonly plan: PlanFile;
  readonly mending: Mending;
  readonly round: MendingRound;
  readonly edition: Edition;
  readonly onConfirm: () => void;
}) {
  const late = Date.parse(round.deadline) <= useServerNow(10_000);
  const { tone, lead, rest, act } = saidOf(mending, round, cityOf(edition, plan.city), late);
  const action =
    act === 'check' ? (
      <Link className="button button-primary" to="/plans/$plan/check" params={{ plan: plan.id }}>
        {words.toCheck}
      </Link>
    ) : act === 'confirm' ? (
      <Button type="primary" onClick={onConfirm}>
        {words.confirm(mending.mended?.n ?? 0)}
      </Button>
    ) : undefined;
  return (
    <>
      <Notice tone={tone} live={mending.confirmed !== null} action={<span className="desk-only">{action}</span>}>
        <p>
          <b>{lead}</b>
          {rest}
        </p>
      </Notice>
      {action && <div className="bottom-bar">{action}</div>}
    </>
  );
}

function saidOf({ step, may, mended, confirmed }: Mending, { deadline }: MendingRound, city: string, late: boolean): Said {
  const { step: text } = words;
  const until = deadlineText(deadline);
  switch (step) {
    case 'zone':
      if (!may.includes('plan.edit')) return { tone: 'plain', lead: text.zoneOthers.lead, rest: text.zoneOthers.rest(until) };
      if (late) return { tone: 'error', lead: text.zoneLate.lead, rest: text.zoneLate.rest };
      return { tone: 'warn', lead: text.zone.lead, rest: text.zone.rest(until, city), act: 'check' };
    case 'city':
      if (!may.includes('recommendation.confirm'))
        return { tone: 'plain', lead: text.city.lead(mended?.n ?? 0, mended?.filedAt ?? ''), rest: text.city.rest(city) };
      if (late) return { tone: 'error', lead: text.cityLate.lead, rest: text.cityLate.rest };
      return { tone: 'warn', lead: text.cityOwn.lead(mended?.n ?? 0), rest: text.cityOwn.rest(until), act: 'confirm' };
    case 'paper':
      return confirmed
        ? { tone: 'ok', lead: text.confirmed.lead(confirmed.n, `${city}${confirmed.by}`), rest: text.confirmed.rest(until) }
        : { tone: 'warn', lead: text.paper.lead, rest: text.paper.rest(until) };
    case 'over':
      return { tone: 'ok', lead: text.over.lead, rest: text.over.rest };
  }
}
