import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { unreadQuery } from '#web/api/message-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { inbox } from '#web/messages/inbox.ts';

/** The way to the inbox, with how many messages wait there. */
export function Bell() {
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <Link to="/inbox" className="bell" aria-label={inbox.bell(unread)}>
      <Icon name="bell" />
      {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
