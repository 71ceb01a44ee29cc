import './inbox.css';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { call } from '#web/api/call.ts';
import { inboxQuery, unreadQuery, type InboxMessage } from '#web/api/message-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { inbox } from '#web/messages/inbox.ts';
import { noticeSentence } from '#web/messages/notices.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Everything that this person was told, newest first. */
export function InboxPage() {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(inboxQuery);
  const { data: unread = 0 } = useQuery(unreadQuery);
  const read = useMutation({
    mutationFn: (ids: 'all' | string[]) => call('readMessages', { body: { ids } }),
    onSuccess: ({ unread: left }) => {
      queryClient.setQueryData(unreadQuery.queryKey, left);
      void queryClient.invalidateQueries({ queryKey: inboxQuery.queryKey });
    },
  });
  if (!data) return <Loading error={error} />;
  const messages = data.pages.flatMap((page) => page.messages);
  return (
    <>
      <PageHead
        title={inbox.title}
        meta={inbox.unread(unread)}
        actions={
          <>
            {unread > 0 && (
              <button type="button" className="button" disabled={read.isPending} onClick={() => read.mutate('all')}>
                {inbox.allRead}
              </button>
            )}
            <Link className="button" to="/inbox/choices">
              {inbox.choose}
            </Link>
          </>
        }
      />
      {read.error && (
        <Notice tone="error" live>
          {errorSentence(read.error)}
        </Notice>
      )}
      {messages.length === 0 ? (
        <section className="card">
          <div className="card-body empty">
            <h2>{inbox.none}</h2>
            <p className="soft">{inbox.noneText}</p>
          </div>
        </section>
      ) : (
        <ul className="card inbox">
          {messages.map((message) => (
            <Message key={message.id} message={message} onOpen={() => message.read || read.mutate([message.id])} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {inbox.more}
        </button>
      )}
    </>
  );
}

function Message({ message, onOpen }: { readonly message: InboxMessage; readonly onOpen: () => void }) {
  const { history } = useRouter();
  const { link } = message;
  return (
    <li className={message.read ? undefined : 'inbox-new'}>
      <div>
        <p className={message.read ? undefined : 'strong'}>{noticeSentence[message.kind](message.params)}</p>
        <p className="small faint">
          {minuteTime(message.at)}
          {!message.read && <span className="tag tag-go">{inbox.isNew}</span>}
        </p>
      </div>
      <a
        href={link}
        onClick={(event) => {
          onOpen();
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          history.push(link);
        }}
      >
        {inbox.open}
        <span className="unseen">{noticeSentence[message.kind](message.params)}</span>
      </a>
    </li>
  );
}
