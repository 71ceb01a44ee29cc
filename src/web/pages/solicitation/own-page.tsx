import '#web/pages/proposal/proposal.css';
import '#web/pages/proposal/stack-table.css';
import '#web/fields/fields.css';
import './solicitation.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { answersQuery, refreshSolicitation, solicitationQuery, solicitationsQuery, type Solicitation } from '#web/api/solicitation-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { ownSolicitation as words, solicitationWords } from '#web/messages/solicitation.ts';
import { useMe } from '#web/shell/session.ts';
import { SolicitationMark } from './answer-mark.tsx';
import { AnswersCard } from './answers-card.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { InviteCard } from './invite-card.tsx';
import { TermsEditor } from './terms-editor.tsx';
import { TermsView } from './terms-view.tsx';

/** The zone's solicitation: drafted, published, answered. */
export function OwnSolicitationPage() {
  const { data: all, error } = useQuery(solicitationsQuery);
  const own = all?.find((one) => one.mine && one.state !== 'closed') ?? all?.find((one) => one.mine);
  const { data: solicitation, error: oneError } = useQuery({ ...solicitationQuery(own?.id ?? ''), enabled: own !== undefined });
  if (!all || (own && !solicitation)) return <Loading error={error ?? oneError} />;
  return solicitation ? <Own solicitation={solicitation} /> : <Begin />;
}

function Begin() {
  const me = useMe();
  const begin = useMutation({
    mutationFn: () => call('draftSolicitation', { body: {}, key: freshKey() }),
    onSuccess: refreshSolicitation,
  });
  return (
    <>
      <PageHead title={solicitationWords.title} meta={me?.organisation} />
      <section className="card">
        <div className="card-body empty">
          <h2>{words.none.title}</h2>
          <p className="soft">{words.none.body}</p>
          {me?.rights.write ? (
            <button type="button" className="button button-primary" aria-disabled={begin.isPending} onClick={() => !begin.isPending && begin.mutate()}>
              {begin.isPending ? words.none.beginning : words.none.begin}
            </button>
          ) : (
            <p className="soft">{words.none.cannot}</p>
          )}
          <div role="alert">{begin.error && <ProblemLine>{errorSentence(begin.error)}</ProblemLine>}</div>
        </div>
      </section>
    </>
  );
}

function Own({ solicitation }: { readonly solicitation: Solicitation }) {
  const me = useMe();
  const now = useServerNow(10_000);
  const { data: answers } = useQuery(answersQuery);
  const [told, setTold] = useState<string>();
  const [closing, setClosing] = useState(false);
  const { state, terms, number, publishedAt } = solicitation;
  const draft = state === 'draft';
  const mine = answers?.filter((answer) => answer.solicitation.id === solicitation.id) ?? [];
  return (
    <>
      <PageHead
        title={solicitationWords.title}
        meta={
          <>
            <span>{me?.organisation}</span>
            <SolicitationMark state={state} until={terms.until} now={now} />
            {number && publishedAt && <span className="faint">{words.meta(number, publishedAt)}</span>}
          </>
        }
        actions={
          solicitation.may.includes('solicitation.close') && (
            <button type="button" className="button" onClick={() => setClosing(true)}>
              {words.close}
            </button>
          )
        }
      />
      <div className="stack">
        {told && (
          <Notice tone="ok" live focused>
            {told}
          </Notice>
        )}
        {draft ? (
          <TermsEditor key={solicitation.id} solicitation={solicitation} onPublished={(published) => setTold(words.publishedDone(published))} />
        ) : (
          <>
            {solicitation.may.includes('solicitation.invite') && <InviteCard solicitation={solicitation.id} />}
            <AnswersCard answers={mine} />
            <section className="card" aria-labelledby="terms">
              <div className="card-head">
                <h2 id="terms">{terms.title}</h2>
              </div>
              <TermsView solicitation={solicitation} />
            </section>
          </>
        )}
      </div>
      {closing && (
        <CloseDialog
          solicitation={solicitation.id}
          onClose={() => setClosing(false)}
          onDone={() => {
            setClosing(false);
            setTold(words.closedDone);
          }}
        />
      )}
    </>
  );
}
