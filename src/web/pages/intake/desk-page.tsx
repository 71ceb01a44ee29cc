import './intake.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { deskQuery, refreshIntake, type DeskAnswer } from '#web/api/intake-queries.ts';
import type { Reply } from '#web/api/call.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { remainingText } from '#web/messages/formats.ts';
import { intakeTitles } from '#web/messages/intake-titles.ts';
import { desk as words } from '#web/messages/intake.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { AnswerBanner } from './answer-banner.tsx';
import { FileView } from './file-view.tsx';
import { RecentScans } from './recent-scans.tsx';
import { ScanField } from './scan-field.tsx';

interface Shown {
  readonly answers: readonly DeskAnswer[];
  readonly found: Reply<'lookUp'>['found'];
  readonly unread: readonly number[];
  /** What lies on the desk: its file, and the code that was read from it. */
  readonly plan: string | null;
  readonly code: string;
}

const nothing: Shown = { answers: [], found: [], unread: [], plan: null, code: '' };

/** 扫码受理: one field finds the file; the paper is counted, stamped and acknowledged beside its formal check. */
export function DeskPage() {
  const { data: desk } = useQuery(deskQuery);
  const [shown, setShown] = useState<Shown>(nothing);
  const look = useMutation({
    mutationFn: (asked: string | File) => (typeof asked === 'string' ? lookUp(asked) : lookUpScan(asked)),
    onSuccess: async (next) => {
      setShown((before) => keepingCode(before, next));
      await refreshIntake();
    },
  });
  return (
    <>
      <PageHead title={intakeTitles.desk} actions={desk && <DeskMeta desk={desk} />} />
      <div className="stack">
        <div>
          <ScanField busy={look.isPending} onText={(text) => look.mutate(text)} onFile={(file) => look.mutate(file)} />
          <div role="alert">{look.error && <Notice tone="error">{errorSentence(look.error)}</Notice>}</div>
        </div>
        <div role="status" className="stack">
          {shown.answers.length > 1 && <p className="soft">{words.many(shown.answers.length)}</p>}
          {shown.answers.map((answer) => (
            <AnswerBanner key={`${answer.code} ${answer.at}`} answer={answer} />
          ))}
          {shown.unread.length > 0 && <Notice tone="warn">{shown.answers.length === 0 ? words.noCode : words.unread(shown.unread)}</Notice>}
          {shown.found.length > 0 && <FoundList found={shown.found} onOpen={(number) => look.mutate(number)} />}
        </div>
        {shown.plan === null ? (
          <div className="intake-empty">
            <p className="soft">{words.empty}</p>
            <RecentScans scans={desk?.scans ?? []} />
          </div>
        ) : (
          <FileView key={shown.plan} plan={shown.plan} code={shown.code} aside={<RecentScans scans={desk?.scans ?? []} />} />
        )}
      </div>
    </>
  );
}

async function lookUp(text: string): Promise<Shown> {
  const { answer, found } = await call('lookUp', { body: { text } });
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return { ...nothing, answers: answer === null ? [] : [answer], plan: only.planId };
  return answer === null ? { ...nothing, found } : { ...nothing, answers: [answer], ...atHand([answer]) };
}

async function lookUpScan(file: File): Promise<Shown> {
  const { answers, unread } = await call('lookUpScan', { bytes: file });
  return { ...nothing, answers, unread, ...atHand(answers) };
}

/** The file of the first paper that belongs to one; a letter that holds although it is of an earlier version speaks for itself alone. */
function atHand(answers: readonly DeskAnswer[]): Pick<Shown, 'plan' | 'code'> {
  const known = answers.filter((answer) => answer.status === 'valid' && answer.state !== null);
  const valid = known.find(({ version, current }) => version?.n === current?.n) ?? known[0];
  return { plan: valid?.plan?.id ?? null, code: valid?.code ?? '' };
}

/**
 * What was counted of a file stays while further pages of it are read. The code goes on being the one by which its paper can be taken: a
 * search has none, and a letter of an earlier version speaks for letters alone.
 */
function keepingCode(before: Shown, next: Shown): Shown {
  if (next.plan === null || next.plan !== before.plan || before.code === '') return next;
  const read = next.answers.find(({ code }) => code === next.code);
  return read !== undefined && read.version?.n === read.current?.n ? next : { ...next, code: before.code };
}

function DeskMeta({ desk }: { readonly desk: Reply<'desk'> }) {
  const now = useServerNow(10_000);
  const { paperBy } = desk;
  return (
    <p className="soft small">
      {words.today(desk.today)}　{paperBy !== null && (Date.parse(paperBy) > now ? words.untilPaper(remainingText(paperBy, now)) : words.paperPast(paperBy))}
    </p>
  );
}

function FoundList({ found, onOpen }: { readonly found: Shown['found']; readonly onOpen: (number: string) => void }) {
  return (
    <section className="card" aria-labelledby="found">
      <div className="card-head">
        <h2 id="found">{words.foundTitle}</h2>
      </div>
      <ul className="intake-lines">
        {found.map((one) => (
          <li key={one.planId}>
            <span>
              <b>{one.zone}</b> <span className="faint">{one.plan}</span>
            </span>
            <button type="button" className="button" onClick={() => onOpen(one.plan)}>
              {words.open}
              <span className="unseen"> {one.zone}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
