// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { ZoneRow } from '#domain/programme/edition.ts';
import type { CallValues } from '#domain/programme/call-values.ts';

export interface CallDecision {
  id: ColumnType<string, string | undefined, never>;
  callId: ColumnType<string, string, never>;
  kind: ColumnType<'extend' | 'supplement' | 'cancel' | 'finish', 'extend' | 'supplement' | 'cancel' | 'finish', never>;
  zoneId: ColumnType<string | null, string | null | undefined, never>;
  submitBy: ColumnType<string | null, string | null | undefined, never>;
  recommendBy: ColumnType<string | null, string | null | undefined, never>;
  paperBy: ColumnType<string | null, string | null | undefined, never>;
  text: ColumnType<string | null, string | null | undefined, never>;
  values: ColumnType<CallValues | null, string | null, never>;
  beforeDigest: ColumnType<string | null, string | null | undefined, never>;
  reason: ColumnType<string, string, never>;
  persons: ColumnType<number, number, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface CallDecisionSecond {
  decisionId: ColumnType<string, string, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
  afterDigest: ColumnType<string | null, string | null | undefined, never>;
}

export interface CallDocument {
  id: Generated<string>;
  callId: string;
  name: string;
  digest: string;
  size: number;
  addedBy: string;
  addedAt: Generated<string>;
  removedAt: string | null;
}

export interface CallQuestion {
  id: Generated<string>;
  callId: string;
  question: string;
  askedBy: string;
  organisationId: string;
  askedAt: Generated<string>;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
}

export interface CallSignature {
  callId: ColumnType<string, string, never>;
  draftN: ColumnType<number, number, never>;
  level: ColumnType<string, string, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface CallSigner {
  person: string;
  level: string;
}

export interface OfficialList {
  id: ColumnType<string, string | undefined, never>;
  kind: ColumnType<'hiTech' | 'techSme' | 'patent', 'hiTech' | 'techSme' | 'patent', never>;
  asOf: ColumnType<string, string, never>;
  source: ColumnType<string, string, never>;
  fileName: ColumnType<string, string, never>;
  digest: ColumnType<string, string, never>;
  rowCount: ColumnType<number, number, never>;
  hasArea: ColumnType<boolean, boolean, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface OfficialRow {
  listId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  name: ColumnType<string, string, never>;
  code: ColumnType<string | null, string | null | undefined, never>;
  area: ColumnType<string | null, string | null | undefined, never>;
  number: ColumnType<string | null, string | null | undefined, never>;
}

export interface SupplementRead {
  planId: ColumnType<string, string, never>;
  decisionId: ColumnType<string, string, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface ZoneRegister {
  zone: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  content: ColumnType<ZoneRow, string, never>;
  since: ColumnType<string | null, string | null | undefined, never>;
  until: ColumnType<string | null, string | null | undefined, never>;
  reason: ColumnType<string, string, never>;
  person: ColumnType<string | null, string | null | undefined, never>;
  at: ColumnType<string, string | undefined, never>;
}
