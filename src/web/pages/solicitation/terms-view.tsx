import { useQuery } from '@tanstack/react-query';
import { callQuery, editionQuery } from '#web/api/queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import type { SolicitationRow } from '#web/api/solicitation-queries.ts';
import { solicitationWords as words } from '#web/messages/solicitation.ts';

/** What was published, to read. */
export function TermsView({ solicitation }: { readonly solicitation: SolicitationRow }) {
  const now = useServerNow(10_000);
  const names = useIndustryNames();
  const { terms } = solicitation;
  return (
    <div className="card-body stack">
      {terms.until && <p className="strong">{words.until(terms.until, now)}</p>}
      <p className="kept-lines note-line">{terms.text}</p>
      <dl className="pairs">
        {terms.industries.length > 0 && (
          <>
            <dt>{words.industries}</dt>
            <dd>{terms.industries.map((code) => names.get(code) ?? code).join('、')}</dd>
          </>
        )}
        <dt>{words.contact}</dt>
        <dd>
          {terms.contact}　{terms.phone}
        </dd>
      </dl>
    </div>
  );
}

/** Industries of the open call's edition by code. */
export function useIndustryNames(): ReadonlyMap<string, string> {
  const { data: call } = useQuery(callQuery);
  const { data: edition } = useQuery(editionQuery(call?.edition));
  return new Map((edition?.codeLists['strategicIndustries'] ?? []).map((item) => [item.code, item.name]));
}
