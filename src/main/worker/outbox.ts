import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { OutboxItem, Outcome } from '#db/outbox.ts';
import { settle, takeDue, tidyOutbox } from '#db/outbox.ts';
import type { Db } from '#db/pool.ts';
import { waitAfter } from '#domain/messages/reminders.ts';
import type { Seal } from '#usecases/seal.ts';
import { noticeSentence, mailText } from '#web/messages/notices.ts';
import type { Config } from '../config.ts';

/** Carries one message out of the product; answers how it ended. Never throws. */
export type Carrier = (item: OutboxItem) => Promise<Outcome>;

export interface Carriers {
  readonly mail?: Carrier;
  readonly sms?: Carrier;
}

export interface CarrierOptions {
  readonly mail: Config['mail'];
  readonly sms: Config['sms'];
  readonly publicUrl: string;
  readonly seal: Seal;
}

/** The ways that this server is configured for. */
export function openCarriers({ mail, sms, publicUrl, seal }: CarrierOptions): Carriers {
  return { ...(mail === undefined ? {} : { mail: mailCarrier(mail, publicUrl) }), ...(sms === undefined ? {} : { sms: smsCarrier(sms, seal) }) };
}

/** Carries out everything that is due; answers how many messages it took. */
export async function emptyOutbox(db: Db, carriers: Carriers): Promise<number> {
  const channels = (['mail', 'sms'] as const).filter((channel) => carriers[channel] !== undefined);
  if (channels.length === 0) return 0;
  await tidyOutbox(db);
  for (let taken = 0; ; taken++) {
    const item = await takeDue(db, channels);
    if (item === undefined) return taken;
    const carry = carriers[item.channel];
    if (carry === undefined) throw new Error(`taken for a way that is not configured: ${item.channel}`);
    await settle(db, item.id, await carry(item));
  }
}

const patience = 15_000;

function mailCarrier({ url, from }: NonNullable<Config['mail']>, publicUrl: string): Carrier {
  const { hostname } = new URL(publicUrl);
  const transport = createTransport(url, { from });
  /** Ids of mails of which the last byte was handed over. */
  const handed = new Set<string>();
  transport.use('stream', (mail, done) => {
    const { messageId } = mail.data;
    mail.message.transform(
      new Transform({
        transform: (chunk: Buffer, _encoding, next) => next(null, chunk),
        flush: (next) => {
          if (messageId !== undefined) handed.add(messageId);
          next();
        },
      }),
    );
    done();
  });
  return async ({ id, kind, params, link, name, email, tries }) => {
    if (email === null) return { state: 'failed', fault: 'noAddress' };
    const sentence = noticeSentence[kind](params as Readonly<Record<string, string | number>>);
    const { subject, text } = mailText(name, sentence, `${publicUrl}${link}`);
    // One id for every try: a reader's server that took an earlier one knows this one again.
    const messageId = `<${id}@${hostname}>`;
    try {
      await transport.sendMail({ from, to: { name, address: email }, subject, text, messageId });
      return { state: 'sent' };
    } catch (error) {
      return mailFault(error, handed.has(messageId), tries);
    } finally {
      handed.delete(messageId);
    }
  };
}

/** A refusal for good ends it; a line that broke after the text was handed over may have delivered it. */
function mailFault(error: unknown, handed: boolean, tries: number): Outcome {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined && responseCode >= 500) return { state: 'failed', fault: `smtp ${responseCode}` };
  if (responseCode === undefined && handed) return { state: 'unknown', fault: code ?? 'interrupted' };
  return again(code ?? 'unreachable', tries);
}

/** The gateway is told the message's id with every try, so that it sends it once. */
function smsCarrier({ url, token }: NonNullable<Config['sms']>, seal: Seal): Carrier {
  return async ({ id, kind, params, mobileSealed, tries }) => {
    if (mobileSealed === null) return { state: 'failed', fault: 'noAddress' };
    const text = noticeSentence[kind](params as Readonly<Record<string, string | number>>);
    try {
      const body = JSON.stringify({ id, mobile: seal.open(mobileSealed), text });
      const headers = { 'content-type': 'application/json', 'idempotency-key': id, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(patience) });
      if (answer.ok) return { state: 'sent' };
      return answer.status >= 500 || answer.status === 429 ? again(`http ${answer.status}`, tries) : { state: 'failed', fault: `http ${answer.status}` };
    } catch {
      return again('unreachable', tries);
    }
  };
}

function again(fault: string, tries: number): Outcome {
  const retryIn = waitAfter(tries);
  return retryIn === undefined ? { state: 'failed', fault } : { state: 'waiting', fault, retryIn };
}
