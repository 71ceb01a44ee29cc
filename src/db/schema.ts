// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { ProposalContent } from '#domain/filing/check-proposal.ts';
import type { Copies, MendingPart } from '#domain/filing/intake.ts';
import type { SolicitationTerms } from '#domain/filing/solicitation-terms.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { CallValues } from '#domain/programme/call-values.ts';
import type { Edition, ZoneRow } from '#domain/programme/edition.ts';
import type { ScanVerdict } from '#domain/package/judge-scan.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

export interface Answer {
  id: Generated<string>;
  solicitationId: string;
  companyId: string | null;
  companyName: string;
  companyCode: string | null;
  state: 'invited' | 'offered' | 'accepted' | 'declined' | 'withdrawn';
  title: Generated<string>;
  summary: Generated<string>;
  asked: number | null;
  inside: boolean | null;
  reason: string | null;
  token: string | null;
  projectId: string | null;
  invitedAt: string | null;
  offeredAt: string | null;
  decidedAt: string | null;
  madeAt: Generated<string>;
}

export interface AnswerEvent {
  answerId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  event: ColumnType<'invite' | 'take' | 'offer' | 'accept' | 'decline' | 'withdraw', 'invite' | 'take' | 'offer' | 'accept' | 'decline' | 'withdraw', never>;
  content: ColumnType<JsonObject, string, never>;
  byPerson: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

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
  draft: ColumnType<CallValues | null, string | null, string | null>;
  draftN: Generated<number>;
}

export interface CallDecision {
  id: ColumnType<string, string | undefined, never>;
  callId: ColumnType<string, string, never>;
  kind: ColumnType<'extend' | 'supplement' | 'cancel' | 'finish', 'extend' | 'supplement' | 'cancel' | 'finish', never>;
  zoneId: ColumnType<string | null, string | null | undefined, never>;
  submitBy: ColumnType<string | null, string | null | undefined, never>;
  recommendBy: ColumnType<string | null, string | null | undefined, never>;
  paperBy: ColumnType<string | null, string | null | undefined, never>;
  text: ColumnType<string | null, string | null | undefined, never>;
  values: ColumnType<CallValues | null, string | null, never>;
  beforeDigest: ColumnType<string | null, string | null | undefined, never>;
  reason: ColumnType<string, string, never>;
  persons: ColumnType<number, number, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface CallDecisionSecond {
  decisionId: ColumnType<string, string, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
  afterDigest: ColumnType<string | null, string | null | undefined, never>;
}

export interface CallDocument {
  id: Generated<string>;
  callId: string;
  name: string;
  digest: string;
  size: number;
  addedBy: string;
  addedAt: Generated<string>;
  removedAt: string | null;
}

export interface CallQuestion {
  id: Generated<string>;
  callId: string;
  question: string;
  askedBy: string;
  organisationId: string;
  askedAt: Generated<string>;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
}

export interface CallSignature {
  callId: ColumnType<string, string, never>;
  draftN: ColumnType<number, number, never>;
  level: ColumnType<string, string, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface CallSigner {
  person: string;
  level: string;
}

export interface CheckNote {
  id: Generated<string>;
  checkId: string;
  document: string;
  block: string;
  path: string;
  body: string;
  byPerson: string;
  at: Generated<string>;
  removedAt: string | null;
  threadId: string | null;
}

export interface CityCheck {
  id: Generated<string>;
  planId: string;
  n: number;
  state: 'open' | 'passed' | 'returned' | 'notChosen';
  openedBy: string;
  openedAt: Generated<string>;
  concludedBy: string | null;
  concludedAt: string | null;
  reason: string | null;
}

export interface CityOpinion {
  planId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  kind: ColumnType<'plan' | 'form', 'plan' | 'form', never>;
  statements: ColumnType<readonly string[], string, never>;
  signedBy: ColumnType<string, string, never>;
  signedAt: ColumnType<string, string | undefined, never>;
}

export interface CommandKey {
  key: ColumnType<string, string, never>;
  actor: ColumnType<string, string, never>;
  route: ColumnType<string, string, never>;
  bodyDigest: ColumnType<string, string, never>;
  reply: ColumnType<Json, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

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

export interface Contact {
  person: string;
  email: string | null;
  mobileSealed: string | null;
  mobileTail: string | null;
}

export interface Counter {
  series: string;
  last: number;
}

export interface DemoMark {
  single: Generated<boolean>;
  madeAt: Generated<string>;
}

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

export interface LocalRecommendation {
  id: Generated<string>;
  projectId: string;
  version: number;
  authorityId: string;
  state: 'asked' | 'given' | 'declined' | 'stale';
  opinion: string | null;
  askedAt: string;
  answeredAt: string | null;
}

export interface LocalRecommendationEvent {
  recommendationId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  event: ColumnType<'ask' | 'give' | 'decline' | 'stale', 'ask' | 'give' | 'decline' | 'stale', never>;
  opinion: ColumnType<string | null, string | null | undefined, never>;
  byPerson: ColumnType<string | null, string | null | undefined, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface Membership {
  userId: string;
  organisationId: string;
  canWrite: Generated<boolean>;
  canSubmit: Generated<boolean>;
  canManage: Generated<boolean>;
  adminRole: 'system' | 'security' | 'audit' | null;
  since: Generated<string>;
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

export interface Message {
  id: Generated<string>;
  person: string;
  kind: string;
  params: ColumnType<JsonObject, string, string>;
  link: string;
  at: Generated<string>;
  readAt: string | null;
}

export interface MessageChoice {
  person: string;
  kind: string;
  mail: boolean;
  sms: boolean;
}

export interface Migration {
  name: string;
  digest: string;
  ranAt: Generated<string>;
}

export interface Nudge {
  id: ColumnType<string, string | undefined, never>;
  planId: ColumnType<string, string, never>;
  organisationId: ColumnType<string, string, never>;
  what: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
  by: ColumnType<string, string, never>;
}

export interface OfficialList {
  id: ColumnType<string, string | undefined, never>;
  kind: ColumnType<'hiTech' | 'techSme' | 'patent', 'hiTech' | 'techSme' | 'patent', never>;
  asOf: ColumnType<string, string, never>;
  source: ColumnType<string, string, never>;
  fileName: ColumnType<string, string, never>;
  digest: ColumnType<string, string, never>;
  rowCount: ColumnType<number, number, never>;
  hasArea: ColumnType<boolean, boolean, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface OfficialRow {
  listId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  name: ColumnType<string, string, never>;
  code: ColumnType<string | null, string | null | undefined, never>;
  area: ColumnType<string | null, string | null | undefined, never>;
  number: ColumnType<string | null, string | null | undefined, never>;
}

export interface Organisation {
  id: Generated<string>;
  kind: 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'institute' | 'expert' | 'auditor' | 'admin';
  name: string;
  cityCode: string | null;
  uscc: string | null;
  state: Generated<'requested' | 'active' | 'suspended' | 'closed'>;
  keeperId: string | null;
  mergedInto: string | null;
  createdAt: Generated<string>;
}

export interface OrganisationContact {
  organisationId: string;
  name: string;
  phone: string;
}

export interface OrganisationName {
  id: ColumnType<number, number | undefined, never>;
  organisationId: ColumnType<string, string, never>;
  name: ColumnType<string, string, never>;
  level: ColumnType<string | null, string | null | undefined, never>;
  reason: ColumnType<string | null, string | null | undefined, never>;
  since: ColumnType<string, string | undefined, never>;
}

export interface Outbox {
  id: Generated<string>;
  messageId: string;
  channel: 'mail' | 'sms';
  state: Generated<'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'>;
  tries: Generated<number>;
  madeAt: Generated<string>;
  nextAt: Generated<string>;
  fault: string | null;
  sentAt: string | null;
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

export interface Person {
  userId: string;
  state: Generated<'active' | 'suspended' | 'closed'>;
  mustChange: Generated<boolean>;
  createdAt: Generated<string>;
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

export interface PlanVersionDocument {
  planId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  kind: ColumnType<'plan' | 'commitment', 'plan' | 'commitment', never>;
  digest: ColumnType<string, string, never>;
  pages: ColumnType<number, number, never>;
}

export interface PlanVersionProject {
  planId: ColumnType<string, string, never>;
  planVersion: ColumnType<number, number, never>;
  position: ColumnType<number, number, never>;
  projectId: ColumnType<string, string, never>;
  proposalVersion: ColumnType<number | null, number | null | undefined, never>;
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

export interface Project {
  id: Generated<string>;
  planId: string;
  number: string;
  position: number;
  removedAt: string | null;
  ownerId: string | null;
  state: Generated<'drafting' | 'atZone' | 'taken'>;
}

export interface ProjectPartner {
  projectId: string;
  organisationId: string;
  invitedAt: Generated<string>;
  confirmedAt: string | null;
}

export interface ProposalReview {
  id: ColumnType<string, string | undefined, never>;
  projectId: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  event: ColumnType<'return' | 'take' | 'recall', 'return' | 'take' | 'recall', never>;
  reason: ColumnType<string | null, string | null | undefined, never>;
  fields: ColumnType<readonly string[], string, never>;
  byPerson: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface ProposalVersion {
  projectId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  content: ColumnType<ProposalContent, string, never>;
  editionDigest: ColumnType<string, string, never>;
  contentDigest: ColumnType<string, string, never>;
  filedAt: ColumnType<string, string, never>;
  filedBy: ColumnType<string, string, never>;
}

export interface PublishedHead {
  day: ColumnType<string, string, never>;
  seq: ColumnType<number, number, never>;
  hash: ColumnType<string, string, never>;
  publishedAt: ColumnType<string, string | undefined, never>;
}

export interface Quota {
  callId: string;
  kind: string;
  scope: string;
}

export interface QuotaSlot {
  callId: string;
  kind: string;
  scope: string;
  n: number;
  holder: string | null;
}

export interface Receipt {
  number: ColumnType<string, string, never>;
  planId: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  arrivedAt: ColumnType<string, string, never>;
  auditSeq: ColumnType<number, number, never>;
  auditHash: ColumnType<string, string, never>;
}

export interface Recommendation {
  id: Generated<string>;
  planId: string;
  n: number;
  cityId: string;
  state: 'active' | 'withdrawn';
  documentNumber: string;
  letterDigest: string;
  letterPages: number;
  madeBy: string;
  madeAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  reason: string | null;
}

export interface RecommendationConfirmation {
  recommendationId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  letterDigest: ColumnType<string, string, never>;
  letterPages: ColumnType<number, number, never>;
  confirmedBy: ColumnType<string, string, never>;
  confirmedAt: ColumnType<string, string, never>;
}

export interface RehearsalClock {
  single: Generated<boolean>;
  ahead: string;
}

export interface ReminderSent {
  planId: ColumnType<string, string, never>;
  deadline: ColumnType<string, string, never>;
  hours: ColumnType<number, number, never>;
  at: ColumnType<string, string | undefined, never>;
}

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

export interface SealedScan {
  id: Generated<string>;
  planId: string;
  n: number;
  state: 'gathering' | 'reading' | 'read' | 'failed' | 'removed';
  verdict: ColumnType<ScanVerdict | null, string | null, string | null>;
  failure: ColumnType<JsonObject | null, string | null, string | null>;
  madeBy: string;
  madeAt: Generated<string>;
  readAt: string | null;
}

export interface SealedScanFile {
  scanId: string;
  position: number;
  digest: string;
  name: string;
  pages: number | null;
}

export interface Solicitation {
  id: Generated<string>;
  callId: string;
  zoneId: string;
  number: string | null;
  state: 'draft' | 'published' | 'closed';
  terms: ColumnType<SolicitationTerms, string, string>;
  publishedAt: string | null;
  closedAt: string | null;
  createdAt: Generated<string>;
}

export interface SupplementRead {
  planId: ColumnType<string, string, never>;
  decisionId: ColumnType<string, string, never>;
  person: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
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

export interface UsedCode {
  userId: string;
  digest: string;
  at: Generated<string>;
}

export interface ZoneRegister {
  zone: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  content: ColumnType<ZoneRow, string, never>;
  since: ColumnType<string | null, string | null | undefined, never>;
  until: ColumnType<string | null, string | null | undefined, never>;
  reason: ColumnType<string, string, never>;
  person: ColumnType<string | null, string | null | undefined, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface AuthUser {
  id: string;
  name: string;
  email: string;
  image: string | null;
  username: string | null;
}

export interface DB {
  answer: Answer;
  answerEvent: AnswerEvent;
  attachment: Attachment;
  auditEntry: AuditEntry;
  auditHead: AuditHead;
  auditLink: AuditLink;
  auditPending: AuditPending;
  block: Block;
  blockHistory: BlockHistory;
  call: Call;
  callDecision: CallDecision;
  callDecisionSecond: CallDecisionSecond;
  callDocument: CallDocument;
  callQuestion: CallQuestion;
  callSignature: CallSignature;
  callSigner: CallSigner;
  checkNote: CheckNote;
  cityCheck: CityCheck;
  cityOpinion: CityOpinion;
  commandKey: CommandKey;
  commentEntry: CommentEntry;
  commentThread: CommentThread;
  contact: Contact;
  counter: Counter;
  demoMark: DemoMark;
  deskLookup: DeskLookup;
  documentFile: DocumentFile;
  editionSnapshot: EditionSnapshot;
  formalItem: FormalItem;
  intake: Intake;
  intakeResult: IntakeResult;
  localRecommendation: LocalRecommendation;
  localRecommendationEvent: LocalRecommendationEvent;
  membership: Membership;
  mending: Mending;
  message: Message;
  messageChoice: MessageChoice;
  migration: Migration;
  nudge: Nudge;
  officialList: OfficialList;
  officialRow: OfficialRow;
  organisation: Organisation;
  organisationContact: OrganisationContact;
  organisationName: OrganisationName;
  outbox: Outbox;
  paperReceipt: PaperReceipt;
  paperRefusal: PaperRefusal;
  person: Person;
  plan: Plan;
  planVersion: PlanVersion;
  planVersionDocument: PlanVersionDocument;
  planVersionProject: PlanVersionProject;
  presence: Presence;
  project: Project;
  projectPartner: ProjectPartner;
  proposalReview: ProposalReview;
  proposalVersion: ProposalVersion;
  publishedHead: PublishedHead;
  quota: Quota;
  quotaSlot: QuotaSlot;
  receipt: Receipt;
  recommendation: Recommendation;
  recommendationConfirmation: RecommendationConfirmation;
  rehearsalClock: RehearsalClock;
  reminderSent: ReminderSent;
  rowRequest: RowRequest;
  sealedScan: SealedScan;
  sealedScanFile: SealedScanFile;
  solicitation: Solicitation;
  supplementRead: SupplementRead;
  task: Task;
  usedCode: UsedCode;
  zoneRegister: ZoneRegister;
  'auth.user': AuthUser;
}
