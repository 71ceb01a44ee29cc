import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ownSessionsQuery } from '#web/api/account-queries.ts';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { account as words, deviceText } from '#web/messages/account.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Every place where one is signed in, with the way to end each at once. */
export function SessionList() {
  const { data: sessions, error } = useQuery(ownSessionsQuery);
  const revoke = useMutation({
    mutationFn: (session: string) => call('revokeSession', { params: { session } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  if (!sessions) return <Loading error={error} />;
  return (
    <section className="card" aria-labelledby="sessions">
      <div className="card-head">
        <h2 id="sessions">{words.sessions}</h2>
        <span className="more">{words.sessionsBody}</span>
      </div>
      <TableFrame label={words.sessions}>
        <table className="table phone-rows" aria-labelledby="sessions">
          <TableHead columns={[words.columns.device, words.columns.address, words.columns.since, words.columns.seen, words.columns.act]} />
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <td>{deviceText(session.device)}</td>
                <td className="mono">{session.address}</td>
                <td data-label={words.columns.since}>{minuteTime(session.since)}</td>
                <td data-label={words.columns.seen}>{minuteTime(session.seenAt)}</td>
                <td>
                  {session.current ? (
                    <StateMark icon="done" tone="ok">
                      {words.here}
                    </StateMark>
                  ) : (
                    <Button
                      aria-label={words.revokeOf(deviceText(session.device), minuteTime(session.since))}
                      aria-disabled={revoke.isPending}
                      onClick={() => revoke.mutate(session.id)}
                    >
                      {words.revoke}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className={sessions.length > 1 || revoke.isSuccess || revoke.error ? 'card-body' : ''}>
        <div role="status">{revoke.isSuccess && words.revoked}</div>
        <div role="alert">{revoke.error && <ProblemLine>{errorSentence(revoke.error)}</ProblemLine>}</div>
        {sessions.length > 1 && (
          <Button aria-disabled={revoke.isPending} onClick={() => revoke.mutate('others')}>
            {words.revokeOthers}
          </Button>
        )}
      </div>
    </section>
  );
}
