import './mending.css';
import { Link } from '@tanstack/react-router';
import type { PlanFile } from '#web/api/queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { mending as words } from '#web/messages/mending.ts';

/** Said on the zone's own pages while its plan is to be mended, with the way to what must be. */
export function MendingNotice({ plan, children }: { readonly plan: Pick<PlanFile, 'id' | 'mending'>; readonly children?: React.ReactNode }) {
  const { mending } = plan;
  if (!mending) return null;
  return (
    <Notice
      tone="warn"
      icon="back"
      action={
        <Link className="button" to="/plans/$plan/mending" params={{ plan: plan.id }}>
          {words.toPage}
        </Link>
      }
    >
      <p>
        <b>{mending.parts.length > 0 ? words.noticeLead(mending.parts.length) : words.noticePaper}</b>
        {words.noticeRest(mending.deadline)}
      </p>
      {children}
    </Notice>
  );
}
