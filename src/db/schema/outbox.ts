// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface Contact {
  person: string;
  email: string | null;
  mobileSealed: string | null;
  mobileTail: string | null;
}

export interface MessageChoice {
  person: string;
  kind: string;
  mail: boolean;
  sms: boolean;
}

export interface Nudge {
  id: ColumnType<string, string | undefined, never>;
  planId: ColumnType<string, string, never>;
  organisationId: ColumnType<string, string, never>;
  what: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
  by: ColumnType<string, string, never>;
}

export interface Outbox {
  id: Generated<string>;
  messageId: string;
  channel: 'mail' | 'sms';
  state: Generated<'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'>;
  tries: Generated<number>;
  madeAt: Generated<string>;
  nextAt: Generated<string>;
  fault: string | null;
  sentAt: string | null;
}

export interface ReminderSent {
  planId: ColumnType<string, string, never>;
  deadline: ColumnType<string, string, never>;
  hours: ColumnType<number, number, never>;
  at: ColumnType<string, string | undefined, never>;
}
