import '#web/components/phone-rows.css';
import './people.css';
import { useQuery } from '@tanstack/react-query';
import { organisationQuery } from '#web/api/account-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { organisations, people as words } from '#web/messages/people.ts';
import { useMe } from '#web/shell/session.ts';
import { KeptCard } from './kept-card.tsx';
import { PeopleCard } from './people-card.tsx';

const keepers = new Set(['province', 'city', 'zone', 'local']);

/** One's own organisation with its people, and the organisations that it activated. */
export function PeoplePage() {
  const me = useMe();
  const { data: own, error } = useQuery(organisationQuery('own'));
  if (!me || !own) return <Loading error={error} />;
  const keeps = keepers.has(me.kind) || me.adminRole === 'security';
  return (
    <>
      <PageHead title={words.title} meta={own.keeper === null ? own.name : `${own.name}　${organisations.keeper(own.keeper)}`} />
      <div className="stack">
        <PeopleCard organisation={own} title={words.own} primary />
        {keeps && <KeptCard me={me} />}
      </div>
    </>
  );
}
