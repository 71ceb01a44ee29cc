import './intake.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { intakeQuery, refreshIntake, type IntakeFile } from '#web/api/intake-queries.ts';
import { editionQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { secondTime } from '#web/messages/formats.ts';
import { intakeTitles } from '#web/messages/intake-titles.ts';
import { lists, officer as words, resultWord } from '#web/messages/intake.ts';
import { CompareCard, ToCompare } from './compare-card.tsx';
import { CountsCard } from './counts-card.tsx';
import { FormalCard } from './formal-card.tsx';
import { IntakeMark } from './intake-mark.tsx';
import { ReceiptList } from './receipt-cards.tsx';

type Result = IntakeFile['results'][number];
const none = { plan: 0, form: 0, letter: 0 };

/** 受理审签: an officer reads what the clerk found, and agrees or sends it back. */
export function OfficerPage() {
  const { plan = '' } = useParams({ strict: false });
  const { data: file, error } = useQuery(intakeQuery(plan));
  const { data: edition } = useQuery(editionQuery(file?.plan.edition));
  const [asking, setAsking] = useState<'agreed' | 'sentBack'>();
  if (!file) return <Loading error={error} />;
  const waiting = file.results.find((one) => one.decision === null);
  const decides = waiting !== undefined && !waiting.own && file.may.includes('intake.decide');
  const buttons = decides && (
    <>
      <Button onClick={() => setAsking('sentBack')}>{words.sendBack}</Button>
      <Button type="primary" onClick={() => setAsking('agreed')}>
        {words.agreeGo[waiting.kind]}
      </Button>
    </>
  );
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="list" to="/intake/results">
            {intakeTitles.results}
          </Link>,
          file.plan.number,
        ]}
        title={file.plan.zone}
        meta={
          <>
            <span>{file.plan.cluster}</span>
            <IntakeMark state={file.state} />
            <span>{lists.version(file.version.n)}</span>
            <span>{secondTime(file.version.filedAt)}</span>
          </>
        }
        actions={
          <>
            <ToCompare />
            {buttons && <span className="desk-only row">{buttons}</span>}
          </>
        }
      />
      {buttons && <div className="bottom-bar">{buttons}</div>}
      <div className="stack">
        {waiting && (
          <Notice tone={waiting.kind === 'admit' ? 'ok' : 'warn'}>
            <p className="strong">
              {words.proposal(resultWord[waiting.kind])} {waiting.project ?? ''}
            </p>
            <p className="kept-lines">{waiting.reason}</p>
            <p className="soft small">{words.by(waiting.proposer, waiting.proposedAt)}</p>
          </Notice>
        )}
        <div className="officer-columns">
          <FormalCard file={file} edition={edition} />
          <div className="stack">
            <CountsCard file={file} edition={edition} counts={none} />
            <ReceiptList file={file} />
            <History results={file.results.filter((one) => one.decision !== null)} />
          </div>
        </div>
        <CompareCard plan={plan} n={file.version.n} />
      </div>
      {asking && waiting && <Decide file={file} result={waiting} decision={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function Decide({
  file,
  result,
  decision,
  onClose,
}: {
  readonly file: IntakeFile;
  readonly result: Result;
  readonly decision: 'agreed' | 'sentBack';
  readonly onClose: () => void;
}) {
  const agrees = decision === 'agreed';
  return (
    <AskDialog
      title={agrees ? words.agreeTitle(resultWord[result.kind], file.plan.zone) : words.backTitle}
      go={agrees ? words.agreeGo[result.kind] : words.backGo}
      going={agrees ? words.agreeGo[result.kind] : words.backGo}
      stay={words.stay}
      reason={{ label: agrees ? words.agreeWords : words.backWords, missing: words.backMissing, optional: agrees }}
      onClose={onClose}
      send={(key, reason) => call('decideIntake', { params: { plan: file.plan.id, result: result.id }, body: { decision, reason }, key })}
      onDone={async () => {
        onClose();
        await refreshIntake();
      }}
    >
      <p>{agrees ? words.agreeBody[result.kind] : words.backBody}</p>
    </AskDialog>
  );
}

function History({ results }: { readonly results: readonly Result[] }) {
  if (results.length === 0) return null;
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{words.history}</h2>
      </div>
      <ul className="intake-lines">
        {results.map((one) => (
          <li key={one.id}>
            <span>
              <b>
                {resultWord[one.kind]} {one.project ?? ''}
              </b>
              <span className="small faint intake-second">{words.by(one.proposer, one.proposedAt)}</span>
              {one.reason !== '' && <span className="small intake-second kept-lines">{one.reason}</span>}
              <span className="small faint intake-second">
                {words.decided(one.decision === 'agreed' ? words.agreed : words.sentBack, one.decider ?? '', one.decidedAt ?? one.proposedAt)}{' '}
                {one.decisionReason ?? ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
