import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '#web/api/call.ts';
import { supplementsQuery } from '#web/api/call-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { changeText, supplementNotice as words } from '#web/messages/calls.ts';
import { dayText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { Notice } from './notice.tsx';
import { ProblemLine } from './problem-line.tsx';

/** The oldest supplement that the zone has not acknowledged: what it says, what it changes, what it means for this plan. Shows nothing where there is none. */
export function PlanSupplements({ plan, mayAcknowledge }: { readonly plan: string; readonly mayAcknowledge: boolean }) {
  const { data } = useQuery(supplementsQuery(plan));
  const acknowledge = useMutation({
    mutationFn: (supplement: string) => call('acknowledgeSupplement', { params: { plan, supplement }, body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['plan', plan, 'supplements'] }),
  });
  const next = data?.find((one) => one.readAt === null);
  if (!next) return null;
  return (
    <Notice
      tone="warn"
      icon="flag"
      action={
        mayAcknowledge && (
          <Button aria-disabled={acknowledge.isPending} onClick={() => !acknowledge.isPending && acknowledge.mutate(next.id)}>
            {acknowledge.isPending ? words.acknowledging : words.acknowledge}
          </Button>
        )
      }
    >
      <b>{words.title(dayText(next.inForceAt))}</b>
      <p>{next.text}</p>
      <ul>
        {next.changes.map((change) => (
          <li key={changeText(change)}>{changeText(change)}</li>
        ))}
      </ul>
      <p>{next.problems.length === 0 ? words.noEffect : words.effects(next.problems.length)}</p>
      <ul>
        {next.problems.slice(0, 5).map((problem) => (
          <li key={`${problem.rule} ${problem.path} ${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
      {!mayAcknowledge && <p className="small soft">{words.ask}</p>}
      <div role="alert">{acknowledge.error && <ProblemLine>{errorSentence(acknowledge.error)}</ProblemLine>}</div>
    </Notice>
  );
}
