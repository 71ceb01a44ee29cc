// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from '#domain/values/json.ts';

export interface AuditEntry {
  id: ColumnType<number, number | undefined, never>;
  at: ColumnType<string, string | undefined, never>;
  actor: ColumnType<string, string, never>;
  organisationId: ColumnType<string | null, string | null | undefined, never>;
  command: ColumnType<string, string, never>;
  subject: ColumnType<string, string, never>;
  detail: ColumnType<JsonObject, string, never>;
  key: ColumnType<string | null, string | null | undefined, never>;
}

export interface AuditHead {
  single: Generated<boolean>;
  seq: number;
  hash: string;
}

export interface AuditLink {
  seq: ColumnType<number, number, never>;
  entryId: ColumnType<number, number, never>;
  prev: ColumnType<string, string, never>;
  hash: ColumnType<string, string, never>;
}

export interface AuditPending {
  entryId: number;
}
