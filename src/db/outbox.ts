import { sql } from 'kysely';
import type { MessageKind } from '#domain/messages/kinds.ts';
import type { JsonObject } from '#domain/values/json.ts';
import type { Db, Tx } from './pool.ts';

export type Channel = 'mail' | 'sms';

/** One message to carry out of the product, with everything that carrying needs. */
export interface OutboxItem {
  readonly id: string;
  readonly channel: Channel;
  /** How often it was tried, this time included. */
  readonly tries: number;
  readonly kind: MessageKind;
  readonly params: JsonObject;
  readonly link: string;
  readonly name: string;
  readonly email: string | null;
  readonly mobileSealed: string | null;
}

/** Puts messages out for each way that their readers have and want. `defaults` say what holds where nobody chose, and what cannot be switched off. */
export async function queueOut(
  tx: Tx,
  messageIds: readonly string[],
  kind: MessageKind,
  defaults: { readonly mail: boolean; readonly sms: boolean; readonly fixed: boolean },
): Promise<void> {
  if (messageIds.length === 0) return;
  const { mail, sms, fixed } = defaults;
  await sql`
    insert into outbox (message_id, channel)
    select message.id, way.channel
    from message
    join contact on contact.person = message.person
    left join message_choice chosen on chosen.person = message.person and chosen.kind = ${kind} and not ${fixed}
    cross join lateral (values
      ('mail', contact.email is not null and coalesce(chosen.mail, ${mail})),
      ('sms', contact.mobile_sealed is not null and coalesce(chosen.sms, ${sms}))) way (channel, wanted)
    where message.id = any(${messageIds}) and way.wanted`.execute(tx);
}

/** Takes the next message that is due, so that no other process does; undefined where there is none for these channels. */
export async function takeDue(db: Db, channels: readonly Channel[]): Promise<OutboxItem | undefined> {
  const { rows } = await sql<OutboxItem>`
    with due as (
      update outbox set state = 'sending', tries = tries + 1, next_at = jiqun_now() + interval '10 minutes'
      where id = (select id from outbox where state = 'waiting' and next_at <= jiqun_now() and channel = any(${channels})
        order by next_at limit 1 for update skip locked)
      returning id, channel, tries, message_id)
    select due.id, due.channel, due.tries, message.kind, message.params, message.link, person.name, contact.email, contact.mobile_sealed
    from due
    join message on message.id = due.message_id
    join auth."user" person on person.id = message.person
    left join contact on contact.person = message.person`.execute(db);
  return rows[0];
}

/** How a try ended. `retryIn` milliseconds puts it back in line. */
export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'failed' | 'unknown'; readonly fault: string }
  | { readonly state: 'waiting'; readonly fault: string; readonly retryIn: number };

export async function settle(db: Db, id: string, outcome: Outcome): Promise<void> {
  const fault = outcome.state === 'sent' ? null : outcome.fault;
  const wait = outcome.state === 'waiting' ? outcome.retryIn : 0;
  await sql`
    update outbox set state = ${outcome.state}, fault = ${fault}, next_at = jiqun_now() + ${wait} * interval '1 millisecond',
      sent_at = case when ${outcome.state} = 'sent' then jiqun_now() end
    where id = ${id}`.execute(db);
}

/**
 * What a process left half done when it ended: a text message is tried again, because the gateway knows its id; a mail may have been
 * taken, so that it stays unknown. What nobody carried out within a day is not news any more.
 */
export async function tidyOutbox(db: Db): Promise<void> {
  await sql`update outbox set state = case channel when 'sms' then 'waiting' else 'unknown' end, fault = 'interrupted'
    where state = 'sending' and next_at <= jiqun_now()`.execute(db);
  await sql`update outbox set state = 'failed', fault = coalesce(fault, 'tooOld')
    where state = 'waiting' and made_at < jiqun_now() - interval '1 day'`.execute(db);
}
