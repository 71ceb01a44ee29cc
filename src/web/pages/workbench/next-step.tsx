import { Link } from '@tanstack/react-router';
import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { Notice } from '#web/components/notice.tsx';
import { PlaceLink } from '#web/components/place-link.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { problems as words } from '#web/messages/problems.ts';
import { workbench } from '#web/messages/workbench.ts';
import { MendingNotice } from '#web/pages/mending/mending-notice.tsx';
import { isClear, type Counts, type Entry } from '#web/progress/entries.ts';
import { cityOf } from '#web/progress/city.ts';

/** The one notice of the board: what to do now, with its button. */
export function NextStep({
  plan,
  edition,
  counts,
  first,
}: {
  readonly plan: PlanFile;
  readonly edition: Edition;
  readonly counts: Counts;
  readonly first: Entry | undefined;
}) {
  const city = cityOf(edition, plan.city);
  if (plan.mending)
    return (
      <div className="next-step">
        <MendingNotice plan={plan} />
      </div>
    );
  if (plan.state !== 'drafting' && plan.latest) return <Filed plan={plan} latest={plan.latest} city={city} />;
  if (Date.parse(plan.submitBy) <= serverNow()) return <Frame tone="error" lead={workbench.tooLateTitle} rest={workbench.tooLateBody} />;
  const toCheck = (
    <Link className="button button-primary" to="/plans/$plan/check" params={{ plan: plan.id }}>
      {workbench.toCheck}
    </Link>
  );
  if (isClear(counts)) return <Frame tone="ok" lead={workbench.readyTitle} rest={workbench.readyBody(city)} action={toCheck} />;
  const { lead, rest } = words.blocking(counts, city);
  const start = first && (
    <PlaceLink className="button button-primary" plan={plan} pointer={first.path}>
      {workbench.startFirst}
    </PlaceLink>
  );
  return <Frame tone={counts.must > 0 ? 'error' : 'warn'} lead={lead} rest={rest} action={start ?? toCheck} />;
}

/** What was filed: where it lies now, and what that asks of the zone. */
function Filed({ plan, latest: { n, filedAt }, city }: { readonly plan: PlanFile; readonly latest: NonNullable<PlanFile['latest']>; readonly city: string }) {
  const params = { plan: plan.id };
  const toVersions = (
    <Link className="button" to="/plans/$plan/versions" params={params}>
      {workbench.toVersions}
    </Link>
  );
  switch (plan.state) {
    case 'atCity':
      return (
        <Frame
          tone="ok"
          lead={workbench.filedTitle(n, minuteTime(filedAt))}
          rest={plan.checkBegun ? workbench.checkedBody(city) : workbench.filedBody(city)}
          action={toVersions}
        />
      );
    case 'atProvince':
      return (
        <Frame
          tone="ok"
          lead={workbench.recommendedTitle(n)}
          rest={workbench.recommendedBody(plan.paperBy)}
          action={
            <Link className="button button-primary" to="/plans/$plan/papers" params={params}>
              {workbench.toPapers}
            </Link>
          }
        />
      );
    case 'ended':
      return <Frame tone="warn" lead={workbench.endedTitle} rest={workbench.endedBody} action={toVersions} />;
    default:
      return <Frame tone="ok" lead={workbench.admittedTitle} rest={workbench.admittedBody} action={toVersions} />;
  }
}

function Frame({
  tone,
  lead,
  rest,
  action,
}: {
  readonly tone: 'ok' | 'error' | 'warn';
  readonly lead: string;
  readonly rest: string;
  readonly action?: React.ReactNode;
}) {
  return (
    <div className="next-step">
      <Notice tone={tone} action={<span className="desk-only">{action}</span>}>
        <p className="next-step-text">
          <b>{lead}</b>
          {rest}
        </p>
      </Notice>
      {action && <div className="bottom-bar">{action}</div>}
    </div>
  );
}
