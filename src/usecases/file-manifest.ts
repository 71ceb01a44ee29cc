import { listAttachments, type AttachmentRow } from '#db/attachments.ts';
import type { Db } from '#db/pool.ts';
import type { AttachedFile } from '#domain/filing/plan.ts';

/** The files of a whole plan with their places in it; `projects` in the plan's order. What the scanner refused proves nothing. */
export async function planManifest(db: Db, planId: string, projects: readonly { readonly id: string }[]): Promise<readonly AttachedFile[]> {
  const rows = await listAttachments(db, planId);
  return manifestOf(rows, (document) => documentPointer(document, projects));
}

/** The files of one proposal, with places inside it. */
export async function proposalManifest(db: Db, planId: string, projectId: string): Promise<readonly AttachedFile[]> {
  return manifestOf(await listAttachments(db, planId, projectId), () => '');
}

/** Where a document stands in the plan: `/form`, `/projects/3`; undefined for a project that was taken out. */
export function documentPointer(document: string, projects: readonly { readonly id: string }[]): string | undefined {
  if (document === 'form' || document === 'commitment' || document === 'outline') return `/${document}`;
  const index = projects.findIndex((project) => project.id === document);
  return index === -1 ? undefined : `/projects/${index}`;
}

function manifestOf(rows: readonly AttachmentRow[], pointerOf: (document: string) => string | undefined): readonly AttachedFile[] {
  const files = rows.flatMap((row) => {
    const base = pointerOf(row.document);
    return base === undefined || row.scan === 'refused' ? [] : [attachedFile(row, base + row.path)];
  });
  return files.toSorted((a, b) => compare(a.path, b.path) || compare(a.name, b.name) || compare(a.id ?? '', b.id ?? ''));
}

function attachedFile({ id, name, digest, size, mediaType }: AttachmentRow, path: string): AttachedFile {
  return digest === null || size === null || mediaType === null ? { path, name } : { path, name, id, digest, size, mediaType };
}

/** By code units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
