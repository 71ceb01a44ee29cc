// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType } from 'kysely';

export interface PublishedHead {
  day: ColumnType<string, string, never>;
  seq: ColumnType<number, number, never>;
  hash: ColumnType<string, string, never>;
  publishedAt: ColumnType<string, string | undefined, never>;
}
