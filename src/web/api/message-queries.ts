import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';

export type Inbox = Reply<'inbox'>;
export type InboxMessage = Inbox['messages'][number];
export type MessageChoices = Reply<'messageChoices'>;

/** How many there are to read; asked again each minute while the page is seen. */
export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  refetchInterval: 60_000,
  queryFn: async ({ signal }) => (await call('inbox', { query: {}, askSignIn: false, signal })).unread,
});

export const inboxQuery = infiniteQueryOptions({
  queryKey: ['inbox', 'list'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => call('inbox', { query: pageParam === undefined ? {} : { before: pageParam }, signal }),
  getNextPageParam: (last) => (last.messages.length < 50 ? undefined : last.messages.at(-1)?.id),
});

export const choicesQuery = queryOptions({ queryKey: ['inbox', 'choices'], queryFn: ({ signal }) => call('messageChoices', { signal }) });
