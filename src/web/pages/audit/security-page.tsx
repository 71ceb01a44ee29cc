import '#web/components/phone-rows.css';
import './audit.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { securityQuery } from '#web/api/audit-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { minuteTime, secondTime } from '#web/messages/formats.ts';
import { security as words } from '#web/messages/system.ts';
import { ListCard } from './list-card.tsx';

/** As many as the server lists. */
const listed = 100;

/** Locked names, failed sign-ins and open sessions, for the administrator of accounts. */
export function SecurityPage() {
  const { data, error } = useQuery(securityQuery);
  if (!data) return <Loading error={error} />;
  const { lockedColumns, tryColumns, sessionColumns } = words;
  return (
    <>
      <PageHead title={words.title} meta={words.lead} />
      <div className="stack">
        <ListCard
          id="locked"
          title={words.locked}
          none={words.noLocked}
          columns={[lockedColumns.username, lockedColumns.name, lockedColumns.organisation, lockedColumns.left, lockedColumns.act]}
          rows={data.locked.map(({ username, name, organisation, organisationId, seconds }) => ({
            key: username,
            cells: [
              username,
              name,
              organisation,
              words.left(Math.ceil(seconds / 60)),
              <Link key="open" to="/people/$organisation" params={{ organisation: organisationId }} aria-label={words.toOrganisationOf(name)}>
                {words.toOrganisation}
              </Link>,
            ],
          }))}
        />
        <ListCard
          id="tries"
          title={words.tries}
          none={words.noTries}
          note={data.tries.length === listed ? words.most(listed) : undefined}
          columns={[tryColumns.at, tryColumns.username, tryColumns.refused, tryColumns.address]}
          rows={data.tries.map(({ at, username, refused, address, known }, index) => ({
            key: `${at} ${index}`,
            cells: [secondTime(at), known ? username : words.unknownName, words.reasons[refused] ?? refused, address === '' ? emptyCell : address],
          }))}
        />
        <ListCard
          id="sessions"
          title={words.sessions}
          none={emptyCell}
          note={data.sessions.length === listed ? words.most(listed) : undefined}
          columns={[sessionColumns.who, sessionColumns.organisation, sessionColumns.since, sessionColumns.seen, sessionColumns.address]}
          rows={data.sessions.map(({ name, username, organisation, since, seenAt, address }, index) => ({
            key: `${username} ${since} ${index}`,
            cells: [`${name}（${username}）`, organisation, minuteTime(since), minuteTime(seenAt), address ?? emptyCell],
          }))}
        />
      </div>
    </>
  );
}
