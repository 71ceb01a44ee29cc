// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from '#domain/values/json.ts';

export interface Message {
  id: Generated<string>;
  person: string;
  kind: string;
  params: ColumnType<JsonObject, string, string>;
  link: string;
  at: Generated<string>;
  readAt: string | null;
}
