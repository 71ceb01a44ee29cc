// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType } from 'kysely';

export interface Arrival {
  actor: ColumnType<string, string, never>;
  key: ColumnType<string, string, never>;
  saysDigest: ColumnType<string, string, never>;
  planId: ColumnType<string, string, never>;
  arrivedAt: ColumnType<string, string, never>;
}
