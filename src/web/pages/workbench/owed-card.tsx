import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type Reply } from '#web/api/call.ts';
import { owedQuery } from '#web/api/owed-query.ts';
import { queryClient, type PlanFile } from '#web/api/queries.ts';
import { dayText, minuteTime } from '#web/messages/formats.ts';
import { owed as words } from '#web/messages/owed.ts';
import { errorSentence } from '#web/messages/refusals.ts';

type Owed = Reply<'owed'>[number];

/** Lines shown before the rest is asked for. */
const few = 6;

/** Who outside the zone owes the plan something, since when; reminds one, or all. */
export function OwedCard({ plan }: { readonly plan: PlanFile }) {
  const { data: rows } = useQuery(owedQuery(plan.id));
  const [all, setAll] = useState(false);
  const remind = useMutation({
    mutationFn: (projects: 'all' | string[]) => call('remind', { params: { plan: plan.id }, body: { projects } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: owedQuery(plan.id).queryKey }),
  });
  if (rows === undefined || rows.length === 0) return null;
  const mayRemind = plan.may.includes('plan.remind');
  return (
    <section className="card" aria-labelledby="owed">
      <div className="card-head">
        <h2 id="owed">{words.title}</h2>
        {mayRemind && (
          <button type="button" className="button button-plain more" disabled={remind.isPending} onClick={() => remind.mutate('all')}>
            {words.remindAll}
          </button>
        )}
      </div>
      <ul className="owed">
        {rows.slice(0, all ? undefined : few).map((one) => (
          <li key={`${one.what} ${one.projectId}`}>
            <div>
              <Link className="strong" to="/plans/$plan/projects/$project" params={{ plan: plan.id, project: one.projectId }}>
                {words.name(one.organisation, positionOf(plan, one))}
              </Link>
              <p>{words.what[one.what](one.returnedAt !== null)}</p>
              <p className="small faint">{sinceText(one)}</p>
            </div>
            {mayRemind && (
              <button
                type="button"
                className="button button-plain"
                disabled={remind.isPending}
                aria-label={words.remindOne(one.organisation)}
                onClick={() => remind.mutate([one.projectId])}
              >
                {words.remind}
              </button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > few && !all && (
        <p className="card-foot">
          <button type="button" className="button button-plain" onClick={() => setAll(true)}>
            {words.more(rows.length - few)}
          </button>
        </p>
      )}
      <p className="card-foot small" role="status" hidden={!remind.isSuccess && !remind.isError}>
        {remind.isSuccess && words.reminded(remind.data.reminded, remind.data.left)}
        {remind.isError && errorSentence(remind.error)}
      </p>
    </section>
  );
}

function positionOf(plan: PlanFile, { projectId }: Owed): number {
  return plan.projects.findIndex((project) => project.id === projectId) + 1;
}

function sinceText({ what, since, savedAt, nudgedAt }: Owed): string {
  const last = what === 'local' ? words.asked(dayText(since)) : savedAt === null ? words.untouched(dayText(since)) : words.saved(minuteTime(savedAt));
  return nudgedAt === null ? last : `${last}，${words.nudged(minuteTime(nudgedAt))}`;
}
