import '#web/pages/proposal/proposal.css';
import '#web/pages/proposal/stack-table.css';
import './solicitation.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useServerNow } from '#web/api/server-clock.ts';
import { solicitationsQuery, type SolicitationRow } from '#web/api/solicitation-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { openSolicitations as words, solicitationWords } from '#web/messages/solicitation.ts';
import { useMe } from '#web/shell/session.ts';
import { SolicitationMark } from './answer-mark.tsx';

/** Every zone's call for projects, open to all. */
export function SolicitationsPage() {
  const { data: all, error } = useQuery(solicitationsQuery);
  const now = useServerNow(10_000);
  if (!all) return <Loading error={error} />;
  const published = all.filter((one) => one.state !== 'draft');
  return (
    <>
      <PageHead title={solicitationWords.title} meta={words.meta} />
      <section className="card" aria-label={solicitationWords.title}>
        {published.length === 0 ? (
          <div className="card-body empty">
            <h2>{words.none}</h2>
            <p className="soft">{words.noneBody}</p>
          </div>
        ) : (
          <ul className="solicitations">
            {published.map((one) => (
              <SolicitationItem key={one.id} solicitation={one} now={now} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** A solicitation in a list: whose, what, until when. */
export function SolicitationItem({ solicitation, now }: { readonly solicitation: SolicitationRow; readonly now: number }) {
  const me = useMe();
  const { id, number, zone, state, terms, publishedAt } = solicitation;
  const open = state === 'published' && terms.until !== null && Date.parse(terms.until) > now;
  const verb = open && me?.kind === 'company' ? words.lookAnswer : words.look;
  return (
    <li>
      <div>
        <Link to="/solicitations/$solicitation" params={{ solicitation: id }} className="strong">
          {terms.title}
        </Link>
        <p className="small soft">
          {zone}　{number}　{publishedAt && solicitationWords.published(publishedAt)}
        </p>
        <p className="small soft">{terms.until && solicitationWords.until(terms.until, now)}</p>
      </div>
      <SolicitationMark state={state} until={terms.until} now={now} />
      <Link to="/solicitations/$solicitation" params={{ solicitation: id }} className="button" aria-label={words.lookOf(verb, terms.title)}>
        {verb}
      </Link>
    </li>
  );
}
