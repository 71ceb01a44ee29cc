// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface CommentEntry {
  id: ColumnType<number, number | undefined, never>;
  threadId: ColumnType<string, string, never>;
  kind: ColumnType<'comment' | 'answer' | 'resolve' | 'reopen', 'comment' | 'answer' | 'resolve' | 'reopen', never>;
  body: ColumnType<string, string, never>;
  byPerson: ColumnType<string, string, never>;
  organisationId: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface CommentThread {
  id: Generated<string>;
  seq: Generated<number>;
  planId: string;
  document: string;
  block: string;
  path: string;
  state: 'open' | 'resolved';
  internalTo: string | null;
  madeAt: Generated<string>;
}

export interface Presence {
  person: string;
  tab: string;
  organisationId: string;
  planId: string;
  document: string;
  block: string;
  at: Generated<string>;
}

export interface Task {
  id: Generated<string>;
  seq: Generated<number>;
  planId: string;
  document: string;
  block: string;
  path: string;
  title: string;
  due: string | null;
  givenBy: string;
  toPerson: string;
  state: 'open' | 'done';
  madeAt: Generated<string>;
  doneAt: string | null;
}
