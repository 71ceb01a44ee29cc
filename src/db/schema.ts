// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

export interface Attachment {
  id: Generated<string>;
  planId: string;
  path: string;
  name: string;
}

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
}

export interface CommandKey {
  key: ColumnType<string, string, never>;
  actor: ColumnType<string, string, never>;
  route: ColumnType<string, string, never>;
  bodyDigest: ColumnType<string, string, never>;
  reply: ColumnType<Json, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface Counter {
  series: string;
  last: number;
}

export interface DemoMark {
  single: Generated<boolean>;
  madeAt: Generated<string>;
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

export interface Membership {
  userId: string;
  organisationId: string;
  canWrite: Generated<boolean>;
  canSubmit: Generated<boolean>;
}

export interface Migration {
  name: string;
  digest: string;
  ranAt: Generated<string>;
}

export interface Organisation {
  id: Generated<string>;
  kind: 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'expert' | 'auditor' | 'admin';
  name: string;
  cityCode: string | null;
  uscc: string | null;
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
}

export interface Project {
  id: Generated<string>;
  planId: string;
  number: string;
  position: number;
  removedAt: string | null;
}

export interface Receipt {
  number: ColumnType<string, string, never>;
  planId: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  arrivedAt: ColumnType<string, string, never>;
  auditSeq: ColumnType<number, number, never>;
  auditHash: ColumnType<string, string, never>;
}

export interface RehearsalClock {
  single: Generated<boolean>;
  ahead: string;
}

export interface AuthUser {
  id: string;
  name: string;
  email: string;
  image: string | null;
  username: string | null;
}

export interface DB {
  attachment: Attachment;
  auditEntry: AuditEntry;
  auditHead: AuditHead;
  auditLink: AuditLink;
  auditPending: AuditPending;
  block: Block;
  blockHistory: BlockHistory;
  call: Call;
  commandKey: CommandKey;
  counter: Counter;
  demoMark: DemoMark;
  documentFile: DocumentFile;
  editionSnapshot: EditionSnapshot;
  membership: Membership;
  migration: Migration;
  organisation: Organisation;
  plan: Plan;
  planVersion: PlanVersion;
  project: Project;
  receipt: Receipt;
  rehearsalClock: RehearsalClock;
  'auth.user': AuthUser;
}
