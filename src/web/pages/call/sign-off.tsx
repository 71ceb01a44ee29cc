import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile } from '#web/api/call-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { dayText, deadlineText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** The levels in their order: who signed this text, who is next, and publishing once all have. */
export function SignOff({ file, edition, dirty }: { readonly file: CallFile; readonly edition: Edition; readonly dirty: boolean }) {
  const [publishing, setPublishing] = useState(false);
  const sign = useMutation({
    mutationFn: (level: string) => call('signCall', { params: { call: file.id }, body: { n: file.draft.n, level } }),
    onSuccess: refreshCalls,
  });
  const signed = new Map(file.signatures.map((signature) => [signature.level, signature]));
  const next = edition.signOff.find((level) => !signed.has(level.key));
  const mayPublish = next === undefined && !dirty && file.may.includes('call.publish');
  return (
    <section className="card" aria-labelledby="sign">
      <div className="card-head">
        <h2 id="sign">{words.signTitle}</h2>
        <span className="small soft">{words.signLead}</span>
      </div>
      <ol className="call-lines">
        {edition.signOff.map((level) => {
          const signature = signed.get(level.key);
          const mine = next?.key === level.key && !dirty && file.may.includes('call.sign') && file.ownLevels.includes(level.key);
          return (
            <li key={level.key} className="call-line-head">
              <b>{level.title}</b>
              {signature ? (
                <StateMark icon="done" tone="ok">
                  {words.signedAt(signature.name, dayText(signature.at))}
                </StateMark>
              ) : (
                <StateMark icon="none" tone="faint">
                  {words.waiting}
                </StateMark>
              )}
              {mine && (
                <Button type="primary" aria-disabled={sign.isPending} onClick={() => !sign.isPending && sign.mutate(level.key)}>
                  {words.sign(level.title)}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {mayPublish && (
        <div className="card-body">
          <Button type="primary" onClick={() => setPublishing(true)}>
            {words.publish}
          </Button>
        </div>
      )}
      <div role="alert">{sign.error && <ProblemLine>{errorSentence(sign.error)}</ProblemLine>}</div>
      {publishing && (
        <AskDialog
          title={words.publishTitle(edition.title)}
          go={words.publishGo}
          stay={words.stay}
          send={(key) => call('publishCall', { params: { call: file.id }, body: { n: file.draft.n }, key })}
          onClose={() => setPublishing(false)}
          onDone={async () => {
            await queryClient.invalidateQueries();
            setPublishing(false);
          }}
        >
          <p>{words.publishBody(deadlineText(edition.instants.submitBy), deadlineText(edition.instants.paperBy), edition.parameters.zoneLevels.join('、'))}</p>
        </AskDialog>
      )}
    </section>
  );
}
