import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { call as ask } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { plansQuery, queryClient, type Call, type Person } from '#web/api/queries.ts';
import { DeadlineBox } from '#web/components/deadline-box.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { deadlineText } from '#web/messages/formats.ts';
import { home } from '#web/messages/home.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { workbench } from '#web/messages/workbench.ts';

/** A zone that has not begun: what will stand here, and the one thing to do. */
export function NoPlan({ me, call }: { readonly me: Person; readonly call: Call | undefined }) {
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: (key: string) => ask('createPlan', { body: {}, key }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: plansQuery.queryKey });
      await navigate({ to: '/plans/$plan/form', params: { plan: id } });
    },
  });
  return (
    <>
      <PageHead
        crumbs={[workbench.title]}
        title={call?.title ?? home.noCallTitle}
        meta={me.organisation}
        actions={
          call && (
            <DeadlineBox
              items={[
                { title: workbench.untilSubmit, until: call.submitBy },
                { title: workbench.untilPaper, until: call.paperBy },
              ]}
            />
          )
        }
      />
      <section className="card">
        <div className="card-body empty">
          <h2>{call ? workbench.noPlanTitle : home.noCallTitle}</h2>
          <p className="soft">{call ? workbench.noPlanBody(me.organisation, deadlineText(call.submitBy)) : home.noCall}</p>
          {call && me.rights.write && (
            <Button type="primary" aria-disabled={start.isPending} onClick={() => !start.isPending && start.mutate(freshKey())}>
              {start.isPending ? workbench.starting : workbench.start}
            </Button>
          )}
          {call && !me.rights.write && <p className="soft">{workbench.readOnlyZone}</p>}
          <div role="alert">{start.error && <ProblemLine>{errorSentence(start.error)}</ProblemLine>}</div>
        </div>
      </section>
    </>
  );
}
