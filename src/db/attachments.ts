import { sql, type Selectable } from 'kysely';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { Attachment } from './schema/filing.ts';

export type AttachmentRow = Selectable<Attachment>;
export type ScanState = AttachmentRow['scan'];

export interface NewAttachment {
  readonly planId: string;
  /** `form`, `commitment`, `outline` or a project's id. */
  readonly document: string;
  /** Pointer inside the document. */
  readonly path: string;
  readonly name: string;
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
  readonly pages: number | null;
  readonly uploadedBy: string;
  readonly scan: 'pending' | 'unscanned';
}

export async function insertAttachment(tx: Tx, attachment: NewAttachment): Promise<AttachmentRow> {
  return tx.insertInto('attachment').values(attachment).returningAll().executeTakeFirstOrThrow();
}

/** Files of a plan that were not taken out, in the order in which they came. */
export async function listAttachments(db: Db, planId: string, document?: string): Promise<readonly AttachmentRow[]> {
  const all = db.selectFrom('attachment').selectAll().where('planId', '=', planId).where('removedAt', 'is', null);
  return (document === undefined ? all : all.where('document', '=', document)).orderBy('uploadedAt').orderBy('id').execute();
}

/** A file whatever its state; any text may be asked for, and what is no id is absent. `hold` keeps others from changing it. */
export async function findAttachment(db: Db, id: string, hold = false): Promise<AttachmentRow | undefined> {
  if (!isId(id)) return undefined;
  const row = db.selectFrom('attachment').selectAll().where('id', '=', id);
  return (hold ? row.forUpdate() : row).executeTakeFirst();
}

/** Bytes of a plan's files that were not taken out. */
export async function attachedBytes(db: Db, planId: string): Promise<number> {
  const { total } = await db
    .selectFrom('attachment')
    .select(sql<string>`coalesce(sum(size), 0)`.as('total'))
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(total);
}

export async function renameAttachment(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('attachment').set({ name }).where('id', '=', id).execute();
}

/** Takes a file out at `removedAt`, or with null puts it back. */
export async function setAttachmentRemoved(tx: Tx, id: string, removedAt: string | null): Promise<void> {
  await tx.updateTable('attachment').set({ removedAt }).where('id', '=', id).execute();
}

export interface ScanResult {
  readonly scan: 'clean' | 'refused';
  readonly scanEngine: string;
  readonly scanFinding: string | null;
  readonly scannedAt: string;
}

export async function setAttachmentScan(tx: Tx, id: string, result: ScanResult): Promise<void> {
  await tx.updateTable('attachment').set(result).where('id', '=', id).execute();
}

/** Files whose scan was asked for and never answered, oldest first. */
export async function listPendingScans(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('attachment').select('id').where('scan', '=', 'pending').where('digest', 'is not', null).orderBy('uploadedAt').execute();
  return rows.map((row) => row.id);
}

/** Whether any frozen version of the plan names this file. */
export async function isFiled(db: Db, planId: string, file: string): Promise<boolean> {
  const row = await db
    .selectFrom('planVersion')
    .select('n')
    .where('planId', '=', planId)
    .where(sql<boolean>`content -> 'attachments' @> ${JSON.stringify([{ id: file }])}::jsonb`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of the files that a submitted version of a proposal names. */
export async function filedWithProposal(db: Db, projectId: string, n: number): Promise<ReadonlySet<string>> {
  const version = await db.selectFrom('proposalVersion').select('content').where('projectId', '=', projectId).where('n', '=', n).executeTakeFirst();
  return new Set(version?.content.attachments.flatMap((file) => file.id ?? []));
}

/** Files by id, whatever their state. */
export async function findAttachments(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, AttachmentRow>> {
  const asked = ids.filter((id) => isId(id));
  const rows = asked.length === 0 ? [] : await db.selectFrom('attachment').selectAll().where('id', 'in', asked).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
