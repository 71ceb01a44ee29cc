import '#web/pages/proposal/proposal.css';
import '#web/fields/fields.css';
import './solicitation.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answersQuery, solicitationQuery, type Solicitation } from '#web/api/solicitation-queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { openSolicitations as words, solicitationWords } from '#web/messages/solicitation.ts';
import { useMe } from '#web/shell/session.ts';
import { SolicitationMark } from './answer-mark.tsx';
import { OfferForm } from './offer-form.tsx';
import { OwnAnswer } from './own-answer.tsx';
import { TermsView } from './terms-view.tsx';

/** One call for projects: its terms for anybody, and for a company its answer. */
export function SolicitationPage() {
  const { solicitation: id } = useParams({ from: '/solicitations/$solicitation' });
  const { data: solicitation, error } = useQuery(solicitationQuery(id));
  const now = useServerNow(10_000);
  if (!solicitation) return <Loading error={error} />;
  const { terms, zone, number, state } = solicitation;
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="all" to="/solicitations">
            {words.toList}
          </Link>,
          zone,
        ]}
        title={terms.title}
        meta={
          <>
            <span>{zone}</span>
            <SolicitationMark state={state} until={terms.until} now={now} />
            <span className="faint">{number}</span>
            {solicitation.publishedAt && <span className="faint">{solicitationWords.published(solicitation.publishedAt)}</span>}
          </>
        }
      />
      <div className="stack">
        <Answer solicitation={solicitation} now={now} />
        <section className="card" aria-labelledby="terms">
          <div className="card-head">
            <h2 id="terms">{words.terms}</h2>
          </div>
          <TermsView solicitation={solicitation} />
        </section>
      </div>
    </>
  );
}

/** What the reader can do: sign in, answer, or look at the answer that stands. */
function Answer({ solicitation, now }: { readonly solicitation: Solicitation; readonly now: number }) {
  const me = useMe();
  const company = me?.kind === 'company';
  const { data: answers } = useQuery({ ...answersQuery, enabled: company });
  if (me === undefined || (company && !answers)) return null;
  const own = answers?.filter((answer) => answer.solicitation.id === solicitation.id) ?? [];
  const live = own.find((answer) => answer.state !== 'withdrawn' && answer.state !== 'declined') ?? own.at(-1);
  const over = solicitation.state !== 'published' || solicitation.terms.until === null || Date.parse(solicitation.terms.until) <= now;
  const mayOffer = solicitation.may.includes('solicitation.offer');
  return (
    <>
      {live && <OwnAnswer answer={live} />}
      {(!live || live.state === 'invited' || live.state === 'withdrawn' || live.state === 'declined') && (
        <section className="card" aria-labelledby="offer">
          <div className="card-head">
            <h2 id="offer">{words.form.head}</h2>
          </div>
          {over ? (
            <p className="card-body soft">{words.form.closed}</p>
          ) : mayOffer ? (
            <OfferForm solicitation={solicitation} user={me?.username} invited={live?.state === 'invited' ? live : undefined} />
          ) : (
            <div className="card-body">
              {me === null ? (
                <Link className="button button-primary" to="/" hash="sign-in" search={{ next: `/solicitations/${solicitation.id}` }}>
                  {words.form.signIn}
                </Link>
              ) : (
                <p className="soft">{company ? words.form.needRight : words.form.notCompany}</p>
              )}
            </div>
          )}
        </section>
      )}
    </>
  );
}
