// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface CheckNote {
  id: Generated<string>;
  checkId: string;
  document: string;
  block: string;
  path: string;
  body: string;
  byPerson: string;
  at: Generated<string>;
  removedAt: string | null;
  threadId: string | null;
}

export interface CityCheck {
  id: Generated<string>;
  planId: string;
  n: number;
  state: 'open' | 'passed' | 'returned' | 'notChosen';
  openedBy: string;
  openedAt: Generated<string>;
  concludedBy: string | null;
  concludedAt: string | null;
  reason: string | null;
}

export interface CityOpinion {
  planId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  kind: ColumnType<'plan' | 'form', 'plan' | 'form', never>;
  statements: ColumnType<readonly string[], string, never>;
  signedBy: ColumnType<string, string, never>;
  signedAt: ColumnType<string, string | undefined, never>;
}

export interface Quota {
  callId: string;
  kind: string;
  scope: string;
}

export interface QuotaSlot {
  callId: string;
  kind: string;
  scope: string;
  n: number;
  holder: string | null;
}

export interface Recommendation {
  id: Generated<string>;
  planId: string;
  n: number;
  cityId: string;
  state: 'active' | 'withdrawn';
  documentNumber: string;
  letterDigest: string;
  letterPages: number;
  madeBy: string;
  madeAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  reason: string | null;
}

export interface RecommendationConfirmation {
  recommendationId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  letterDigest: ColumnType<string, string, never>;
  letterPages: ColumnType<number, number, never>;
  confirmedBy: ColumnType<string, string, never>;
  confirmedAt: ColumnType<string, string, never>;
}
