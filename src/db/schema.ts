// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { AuthUser, Membership, Organisation, OrganisationContact, OrganisationName, Person, UsedCode } from './schema/accounts.ts';
import type { AuditEntry, AuditHead, AuditLink, AuditPending } from './schema/audit.ts';
import type {
  CallDecision,
  CallDecisionSecond,
  CallDocument,
  CallQuestion,
  CallSignature,
  CallSigner,
  OfficialList,
  OfficialRow,
  SupplementRead,
  ZoneRegister,
} from './schema/calls.ts';
import type { CheckNote, CityCheck, CityOpinion, Quota, QuotaSlot, Recommendation, RecommendationConfirmation } from './schema/city.ts';
import type { PlanVersionDocument } from './schema/documents.ts';
import type { Attachment, Block, BlockHistory, Call, CommandKey, DocumentFile, EditionSnapshot, Plan, PlanVersion, Project, Receipt } from './schema/filing.ts';
import type { Counter, DemoMark, Migration, RehearsalClock } from './schema/foundation.ts';
import type { DeskLookup, FormalItem, Intake, IntakeResult, Mending, PaperReceipt, PaperRefusal } from './schema/intake.ts';
import type { Arrival } from './schema/mending.ts';
import type { Message } from './schema/messages.ts';
import type { Contact, MessageChoice, Nudge, Outbox, ReminderSent } from './schema/outbox.ts';
import type { RenderedPaper } from './schema/papers-ahead.ts';
import type { SealedScan, SealedScanFile, SealedScanTold } from './schema/scans.ts';
import type {
  Answer,
  AnswerEvent,
  LocalRecommendation,
  LocalRecommendationEvent,
  PlanVersionProject,
  ProjectPartner,
  ProposalReview,
  ProposalVersion,
  Solicitation,
} from './schema/solicitation.ts';
import type { CommentEntry, CommentThread, Presence, Task } from './schema/together.ts';
import type { PublishedHead } from './schema/witness.ts';
import type { RowRequest } from './schema/workbooks.ts';

export interface DB {
  answer: Answer;
  answerEvent: AnswerEvent;
  arrival: Arrival;
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
  renderedPaper: RenderedPaper;
  rowRequest: RowRequest;
  sealedScan: SealedScan;
  sealedScanFile: SealedScanFile;
  sealedScanTold: SealedScanTold;
  solicitation: Solicitation;
  supplementRead: SupplementRead;
  task: Task;
  usedCode: UsedCode;
  zoneRegister: ZoneRegister;
  'auth.user': AuthUser;
}
