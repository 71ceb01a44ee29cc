// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from '#domain/values/json.ts';
import type { Copies, MendingPart } from '#domain/filing/intake.ts';

export interface DeskLookup {
  id: ColumnType<number, number | undefined, never>;
  code: ColumnType<string, string, never>;
  status: ColumnType<'valid' | 'superseded' | 'unknown' | 'notRecommended', 'valid' | 'superseded' | 'unknown' | 'notRecommended', never>;
  planId: ColumnType<string | null, string | null | undefined, never>;
  planVersion: ColumnType<number | null, number | null | undefined, never>;
  paper: ColumnType<string | null, string | null | undefined, never>;
  page: ColumnType<number | null, number | null | undefined, never>;
  clerk: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface FormalItem {
  id: ColumnType<number, number | undefined, never>;
  intakeId: ColumnType<string, string, never>;
  planVersion: ColumnType<number, number, never>;
  item: ColumnType<string, string, never>;
  result: ColumnType<'met' | 'broken' | 'open', 'met' | 'broken' | 'open', never>;
  note: ColumnType<string, string, never>;
  clerk: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface Intake {
  id: Generated<string>;
  planId: string;
  state: 'awaitingPaper' | 'checking' | 'mending' | 'admitted' | 'refused';
  number: string | null;
  begunAt: Generated<string>;
}

export interface IntakeResult {
  id: Generated<string>;
  intakeId: string;
  planVersion: number;
  kind: 'admit' | 'refuse' | 'strike';
  projectId: string | null;
  reason: string;
  items: ColumnType<JsonObject, string, string>;
  proposedBy: string;
  proposedAt: Generated<string>;
  decision: 'agreed' | 'sentBack' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
}

export interface Mending {
  intakeId: ColumnType<string, string, never>;
  round: ColumnType<number, number, never>;
  n: ColumnType<number, number, never>;
  deadline: ColumnType<string, string, never>;
  reason: ColumnType<string, string, never>;
  parts: ColumnType<readonly MendingPart[], string, never>;
  paper: ColumnType<readonly string[], string, never>;
  askedBy: ColumnType<string, string, never>;
  askedAt: ColumnType<string, string | undefined, never>;
}

export interface PaperReceipt {
  intakeId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  planVersion: ColumnType<number, number, never>;
  stampedAt: ColumnType<string, string, never>;
  clerk: ColumnType<string, string, never>;
  counts: ColumnType<Copies, string, never>;
  handedInBy: ColumnType<string, string, never>;
  courier: ColumnType<string | null, string | null | undefined, never>;
  tracking: ColumnType<string | null, string | null | undefined, never>;
  remark: ColumnType<string, string, never>;
  digest: ColumnType<string, string, never>;
  auditSeq: ColumnType<number, number, never>;
  auditHash: ColumnType<string, string, never>;
}

export interface PaperRefusal {
  id: ColumnType<string, string | undefined, never>;
  planId: ColumnType<string | null, string | null | undefined, never>;
  code: ColumnType<string, string, never>;
  cause: ColumnType<'late' | 'superseded' | 'unknown' | 'notRecommended' | 'other', 'late' | 'superseded' | 'unknown' | 'notRecommended' | 'other', never>;
  at: ColumnType<string, string, never>;
  clerk: ColumnType<string, string, never>;
  handedInBy: ColumnType<string, string, never>;
  courier: ColumnType<string | null, string | null | undefined, never>;
  tracking: ColumnType<string | null, string | null | undefined, never>;
  remark: ColumnType<string, string, never>;
}
