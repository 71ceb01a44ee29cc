import {
  attachedBytes,
  type AttachmentRow,
  filedWithProposal,
  findAttachment,
  findAttachments,
  isFiled,
  listAttachments,
  type ScanState,
} from '#db/attachments.ts';
import { findFile } from '#db/files.ts';
import { namesOf } from '#db/organisations.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { listProjects } from '#db/projects.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { findVersion } from '#db/versions.ts';
import { may, textFor } from '#domain/access/may.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan, authoriseProposal, proposalSubjectOf, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import { documentPointer } from './file-manifest.ts';
import type { Session } from './session.ts';

/** A file as lists show it; a type, not an interface, because it is a command's reply too. */
export type FileRow = {
  readonly id: string;
  readonly document: string | null;
  readonly path: string;
  readonly pointer: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly digest: string | null;
  readonly pages: number | null;
  readonly scan: ScanState;
  readonly uploadedBy: string | null;
  readonly uploadedAt: string | null;
};

export interface FileList {
  readonly scanner: boolean;
  readonly total: number;
  readonly files: FileRow[];
}

/** Files of a plan: the living ones for its zone, those of the last submitted version for who reads it afterwards. */
export async function readFiles(deps: Deps, asker: Session | null, planId: string): Promise<FileList> {
  const { plan, session } = authorisePlan(asker, 'plan.read', await findPlanFacts(deps.db, planId));
  const isLive = textFor(session, subjectOf(plan)) === 'live';
  const files = isLive ? await present(deps.db, plan.id, await listAttachments(deps.db, plan.id)) : await filedFiles(deps.db, plan.id, plan.latest);
  const total = isLive ? await attachedBytes(deps.db, plan.id) : files.reduce((sum, file) => sum + (file.size ?? 0), 0);
  return { scanner: deps.scanner === true, total, files };
}

/** Files of a proposal: the living ones for who writes it and its zone, for an authority those of the version that it was asked about. */
export async function readProposalFiles(deps: Deps, asker: Session | null, projectId: string): Promise<FileList> {
  const { db } = deps;
  const { proposal, session } = authoriseProposal(asker, 'proposal.read', await findProposalFacts(db, projectId));
  const isLive = textFor(session, proposalSubjectOf(proposal)) === 'live';
  const seen = isLive
    ? await listAttachments(db, proposal.planId, proposal.id)
    : [...(await findAttachments(db, [...(await filedWithProposal(db, proposal.id, proposal.localVersion ?? 0))])).values()];
  const total = isLive ? await attachedBytes(db, proposal.planId) : seen.reduce((sum, file) => sum + (file.size ?? 0), 0);
  return { scanner: deps.scanner === true, total, files: await present(db, proposal.planId, seen) };
}

/** One file as the reply to a command shows it. */
export async function presentFile(db: Db, row: AttachmentRow): Promise<FileRow> {
  const [shown] = await present(db, row.planId, [row]);
  if (shown === undefined) throw new Error('a file was lost on the way');
  return shown;
}

/** What a plan's file is sent as: `digest` is of the bytes. */
export interface FileBytes {
  readonly bytes: Buffer;
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
}

/**
 * The bytes of a file, to whoever reads the text that it belongs to: the living text shows the living files, a filed one those that it
 * names. What the scanner refused is served to nobody.
 */
export async function readFileBytes(deps: Deps, asker: Session | null, id: string): Promise<FileBytes> {
  if (asker === null) throw new Refusal('notSignedIn');
  const row = await findAttachment(deps.db, id);
  if (row === undefined || row.scan === 'refused' || row.digest === null || !(await mayRead(deps.db, asker, row))) throw new Refusal('notFound');
  const file = await findFile(deps.db, row.digest);
  if (file === undefined) throw new Error('the bytes of a file are missing');
  return { bytes: file.bytes, digest: row.digest, name: row.name, mediaType: file.mediaType };
}

/** Through the proposal that it belongs to, or through the plan. */
async function mayRead(db: Db, asker: Session, row: AttachmentRow): Promise<boolean> {
  const proposal = await findProposalFacts(db, row.document);
  if (proposal !== undefined) {
    const subject = proposalSubjectOf(proposal);
    const text = may(asker, 'file.read', subject) ? textFor(asker, subject) : undefined;
    if (text === 'live') return true;
    if (text === 'filed' && (await filedWithProposal(db, proposal.id, proposal.localVersion ?? 0)).has(row.id)) return true;
  }
  const plan = await findPlanFacts(db, row.planId);
  if (plan === undefined) return false;
  const subject = subjectOf(plan);
  const text = may(asker, 'file.read', subject) ? textFor(asker, subject) : undefined;
  return text === 'live' || (text === 'filed' && (await isFiled(db, row.planId, row.id)));
}

async function present(db: Db, planId: string, rows: readonly AttachmentRow[]): Promise<FileRow[]> {
  const projects = await listProjects(db, planId);
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => row.uploadedBy ?? []))]);
  return rows.flatMap((row) => {
    const base = documentPointer(row.document, projects);
    return base === undefined ? [] : [fileRow(row, base + row.path, names.get(row.uploadedBy ?? '') ?? null)];
  });
}

function fileRow(row: AttachmentRow, pointer: string, uploadedBy: string | null): FileRow {
  const { id, document, path, name, mediaType, size, digest, pages, scan, uploadedAt } = row;
  return { id, document, path, pointer, name, mediaType, size, digest, pages, scan, uploadedBy, uploadedAt };
}

/** As the last submitted version names them: their places then, their names then. */
async function filedFiles(db: Db, planId: string, latest: number | null): Promise<FileRow[]> {
  const version = latest === null ? undefined : await findVersion(db, planId, latest);
  const files = version?.content.attachments ?? [];
  const rows = await findAttachments(
    db,
    files.map((file) => file.id ?? ''),
  );
  return files.map(({ path, name, id = '', digest = null, size = null, mediaType = null }) => {
    const row = rows.get(id);
    const [scan, pages] = [row?.scan ?? ('unscanned' as const), row?.pages ?? null];
    return { id, document: null, path: '', pointer: path, name, mediaType, size, digest, pages, scan, uploadedBy: null, uploadedAt: null };
  });
}
