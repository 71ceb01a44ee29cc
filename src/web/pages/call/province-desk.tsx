import './call.css';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { callFileQuery, callsQuery, type CallFile } from '#web/api/call-queries.ts';
import type { Reply } from '#web/api/call.ts';
import { Loading } from '#web/components/loading.tsx';
import { provinceDesk as words } from '#web/messages/calls.ts';

interface Waiting {
  readonly call: string;
  readonly text: string;
  /** What this person can do about it; undefined where it waits for somebody else. */
  readonly verb?: string;
}

/** What waits for the province's people in its calls: drafts to sign or publish, decisions to second, questions to answer. */
export function ProvinceDesk() {
  const { data, error } = useQuery(callsQuery);
  const open = (data?.calls ?? []).filter((one) => one.state === 'draft' || one.state === 'published');
  const files = useQueries({ queries: open.map((one) => callFileQuery(one.id)) });
  const failed = files.find((one) => one.error)?.error ?? error;
  const known = files.flatMap((one) => (one.data ? [one.data] : []));
  const waiting = data ? known.flatMap((file) => waitingIn(file, data.levels)) : [];
  const sorted = [...waiting.filter((one) => one.verb), ...waiting.filter((one) => !one.verb)];
  return (
    <section className="card" aria-labelledby="waiting">
      <div className="card-head">
        <h2 id="waiting">{words.title}</h2>
      </div>
      {!data || known.length < open.length ? (
        <div className="card-body">
          <Loading error={failed} />
        </div>
      ) : sorted.length === 0 ? (
        <p className="card-body soft">{words.nothing}</p>
      ) : (
        <ul className="call-lines">
          {sorted.map((one, index) => (
            <li key={`${one.call} ${one.text}`} className="call-line-head">
              <span>{one.text}</span>
              <Link
                to="/calls/$call"
                params={{ call: one.call }}
                className={index === 0 && one.verb ? 'button button-primary' : 'button'}
                aria-label={`${one.verb ?? words.look} ${one.text}`}
              >
                {one.verb ?? words.look}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function waitingIn(file: CallFile, levels: Reply<'calls'>['levels']): readonly Waiting[] {
  const title = file.draft.values.title ?? file.title;
  if (file.state === 'draft') return [draftWaiting(file, title, levels)];
  const unanswered = file.may.includes('call.answer') ? file.questions.filter((one) => one.answer === null).length : 0;
  return [
    ...file.decisions
      .filter((one) => one.inForceAt === null && !one.own && file.may.includes('call.second'))
      .map((one) => ({ call: file.id, text: words.second(one.kind), verb: words.secondGo })),
    ...(unanswered > 0 ? [{ call: file.id, text: words.questions(unanswered), verb: words.questionsGo }] : []),
  ];
}

function draftWaiting(file: CallFile, title: string, levels: Reply<'calls'>['levels']): Waiting {
  const next = levels.find((level) => !file.signatures.some((signature) => signature.level === level.key));
  if (next === undefined) return { call: file.id, text: words.publish(title), ...(file.may.includes('call.publish') ? { verb: words.publishGo } : {}) };
  const mine = file.ownLevels.includes(next.key) && file.may.includes('call.sign') && !file.signatures.some((signature) => signature.own);
  return mine ? { call: file.id, text: words.sign(title, next.title), verb: words.signGo } : { call: file.id, text: words.signOther(title, next.title) };
}
