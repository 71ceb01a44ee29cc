import { countUnread, listMessages, markRead } from '#db/messages.ts';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { authorise } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

export interface InboxMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string;
  readonly at: string;
  readonly read: boolean;
}

const page = 50;

/** The asker's own messages, newest first, a page at a time. */
export async function readInbox(deps: Deps, asker: Session | null, before?: string): Promise<{ unread: number; messages: readonly InboxMessage[] }> {
  const { person } = authorise(asker, 'message.read', { kind: 'own' });
  const rows = await listMessages(deps.db, person, page, before);
  const messages = rows.map(({ id, kind, params, link, at, readAt }) => ({
    id,
    kind: kind as MessageKind,
    params: params as InboxMessage['params'],
    link,
    at,
    read: readAt !== null,
  }));
  return { unread: await countUnread(deps.db, person), messages };
}

/** Marks some of the asker's own messages as read, or all; others' ids change nothing. */
export async function readMessages(deps: Deps, asker: Session | null, ids: readonly string[] | 'all'): Promise<{ unread: number }> {
  const { person } = authorise(asker, 'message.read', { kind: 'own' });
  await markRead(deps.db, person, ids);
  return { unread: await countUnread(deps.db, person) };
}
