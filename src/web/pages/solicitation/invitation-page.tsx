import '#web/pages/proposal/proposal.css';
import './solicitation.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { invitationQuery, refreshSolicitation } from '#web/api/solicitation-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { openSolicitations } from '#web/messages/solicitation.ts';
import { useMe } from '#web/shell/session.ts';
import { TermsView } from './terms-view.tsx';

const words = openSolicitations.invitation;

/** What an invitation link opens: whose it is, the terms, and taking it up for one's company. */
export function InvitationPage() {
  const { token } = useParams({ from: '/invitations/$token' });
  const me = useMe();
  const navigate = useNavigate();
  const { data: invitation, error } = useQuery(invitationQuery(token));
  const take = useMutation({
    mutationFn: () => call('takeInvitation', { params: { token }, body: {}, key: freshKey() }),
    onSuccess: async ({ solicitation }) => {
      await refreshSolicitation();
      await navigate({ to: '/solicitations/$solicitation', params: { solicitation } });
    },
  });
  if (error instanceof RefusalError && error.code === 'notFound') {
    return (
      <div className="empty">
        <h1>{words.title}</h1>
        <p className="soft">{words.gone}</p>
        <Link className="button" to="/solicitations">
          {openSolicitations.toList}
        </Link>
      </div>
    );
  }
  if (!invitation || me === undefined) return <Loading error={error} />;
  const { solicitation, company } = invitation;
  return (
    <>
      <PageHead title={words.lead(solicitation.zone, company)} meta={<span>{solicitation.terms.title}</span>} />
      <div className="stack">
        <section className="card" aria-label={words.title}>
          <div className="card-body empty">
            {me === null && (
              <>
                <Link className="button button-primary" to="/" hash="sign-in" search={{ next: `/invitations/${token}` }}>
                  {words.signIn}
                </Link>
                <p className="soft">{words.noAccount}</p>
              </>
            )}
            {me?.kind === 'company' && (
              <button type="button" className="button button-primary" aria-disabled={take.isPending} onClick={() => !take.isPending && take.mutate()}>
                {take.isPending ? words.taking : words.take}
              </button>
            )}
            {me && me.kind !== 'company' && <p className="soft">{words.notCompany}</p>}
            <div role="alert">{take.error && <ProblemLine>{errorSentence(take.error)}</ProblemLine>}</div>
          </div>
        </section>
        <section className="card" aria-labelledby="terms">
          <div className="card-head">
            <h2 id="terms">{openSolicitations.terms}</h2>
          </div>
          <TermsView solicitation={solicitation} />
        </section>
      </div>
    </>
  );
}
