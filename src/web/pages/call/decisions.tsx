import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile } from '#web/api/call-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { calls as words, changeText, decisionWord, extensionText } from '#web/messages/calls.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Everything decided since the call was published, with its reason; what waits for a second person can be signed here. */
export function Decisions({ file }: { readonly file: CallFile }) {
  const second = useMutation({
    mutationFn: (decision: string) => call('secondDecision', { params: { call: file.id, decision }, body: {} }),
    onSuccess: refreshCalls,
  });
  return (
    <section className="card" aria-labelledby="decisions">
      <div className="card-head">
        <h2 id="decisions">{words.decisions}</h2>
      </div>
      {file.decisions.length === 0 && <p className="card-body soft">{words.noDecisions}</p>}
      <ul className="call-lines">
        {file.decisions.map((one) => (
          <li key={one.id}>
            <div className="call-line-head">
              <b>{decisionWord[one.kind]}</b>
              {one.kind === 'extend' && <span>{one.zone ?? words.forAll}</span>}
              <span className="small soft">{words.by(one.personName, one.secondName)}</span>
              {one.inForceAt === null ? (
                <StateMark icon="clock" tone="warn">
                  {words.waitsSecond}
                </StateMark>
              ) : (
                <StateMark icon="done" tone="ok">
                  {words.inForce(one.inForceAt)}
                </StateMark>
              )}
              {one.inForceAt === null &&
                file.may.includes('call.second') &&
                (one.own ? (
                  <span className="small soft">{words.secondOwn}</span>
                ) : (
                  <Button aria-disabled={second.isPending} onClick={() => !second.isPending && second.mutate(one.id)}>
                    {words.second}
                  </Button>
                ))}
            </div>
            {one.kind === 'extend' && <p>{extensionText(one)}</p>}
            {one.text !== null && <p className="call-text">{one.text}</p>}
            {one.changes.map((change) => (
              <p key={changeText(change)}>{changeText(change)}</p>
            ))}
            <p className="small soft">
              {words.reason}：{one.reason}
            </p>
          </li>
        ))}
      </ul>
      <div role="alert">{second.error && <ProblemLine>{errorSentence(second.error)}</ProblemLine>}</div>
    </section>
  );
}
