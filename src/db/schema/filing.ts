// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { Json } from '#domain/values/json.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { CallValues } from '#domain/programme/call-values.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { PlanContent } from '#domain/filing/plan.ts';

export interface Attachment {
  id: Generated<string>;
  planId: string;
  path: string;
  name: string;
  document: string;
  digest: string | null;
  mediaType: string | null;
  size: number | null;
  pages: number | null;
  uploadedBy: string | null;
  uploadedAt: Generated<string>;
  removedAt: string | null;
  scan: Generated<'unscanned' | 'pending' | 'clean' | 'refused'>;
  scanEngine: string | null;
  scanFinding: string | null;
  scannedAt: string | null;
}

export interface Block {
  planId: string;
  document: string;
  block: string;
  version: number;
  answers: ColumnType<BlockAnswers, string, string>;
  savedAt: string;
  savedBy: string;
}

export interface BlockHistory {
  planId: ColumnType<string, string, never>;
  document: ColumnType<string, string, never>;
  block: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  answers: ColumnType<BlockAnswers, string, never>;
  savedAt: ColumnType<string, string, never>;
  savedBy: ColumnType<string, string, never>;
}

export interface Call {
  id: string;
  title: string;
  year: number;
  editionDigest: string;
  state: 'draft' | 'published' | 'cancelled' | 'finished';
  published: string;
  submitBy: string;
  recommendBy: string;
  paperBy: string;
  draft: ColumnType<CallValues | null, string | null, string | null>;
  draftN: Generated<number>;
}

export interface CommandKey {
  key: ColumnType<string, string, never>;
  actor: ColumnType<string, string, never>;
  route: ColumnType<string, string, never>;
  bodyDigest: ColumnType<string, string, never>;
  reply: ColumnType<Json, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface DocumentFile {
  digest: ColumnType<string, string, never>;
  mediaType: ColumnType<string, string, never>;
  bytes: ColumnType<Buffer, Buffer, never>;
}

export interface EditionSnapshot {
  digest: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  content: ColumnType<Edition, string, never>;
  takenAt: ColumnType<string, string | undefined, never>;
}

export interface Plan {
  id: Generated<string>;
  number: string;
  callId: string;
  zoneId: string;
  cityId: string;
  state: 'drafting' | 'atCity' | 'atProvince' | 'mending' | 'admitted' | 'supported' | 'ended';
  createdAt: Generated<string>;
}

export interface PlanVersion {
  planId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  content: ColumnType<PlanContent, string, never>;
  editionDigest: ColumnType<string, string, never>;
  contentDigest: ColumnType<string, string, never>;
  pdfDigest: ColumnType<string, string, never>;
  pages: ColumnType<number, number, never>;
  filedAt: ColumnType<string, string, never>;
  filedBy: ColumnType<string, string, never>;
  receiptNumber: ColumnType<string, string, never>;
  publicUrl: ColumnType<string | null, string | null | undefined, never>;
}

export interface Project {
  id: Generated<string>;
  planId: string;
  number: string;
  position: number;
  removedAt: string | null;
  ownerId: string | null;
  state: Generated<'drafting' | 'atZone' | 'taken'>;
}

export interface Receipt {
  number: ColumnType<string, string, never>;
  planId: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  arrivedAt: ColumnType<string, string, never>;
  auditSeq: ColumnType<number, number, never>;
  auditHash: ColumnType<string, string, never>;
}
