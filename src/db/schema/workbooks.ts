// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from '#domain/values/json.ts';

export interface RowRequest {
  id: Generated<string>;
  planId: string;
  block: string;
  field: string;
  rowName: string;
  token: string;
  state: 'open' | 'answered' | 'accepted' | 'cancelled';
  askedRow: ColumnType<JsonObject, string, string>;
  answer: ColumnType<JsonObject | null, string | null, string | null>;
  way: 'link' | 'workbook' | null;
  answeredBy: string | null;
  answeredAt: string | null;
  reason: string | null;
  askedBy: string;
  askedAt: Generated<string>;
}
