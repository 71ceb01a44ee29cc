// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType } from 'kysely';

export interface PlanVersionDocument {
  planId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  kind: ColumnType<'plan' | 'commitment', 'plan' | 'commitment', never>;
  digest: ColumnType<string, string, never>;
  pages: ColumnType<number, number, never>;
}
