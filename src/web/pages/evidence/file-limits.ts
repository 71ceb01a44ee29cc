import { type FileKind, fileTypes } from '#domain/files/file-type.ts';
import type { Edition } from '#domain/programme/edition.ts';

/** Kinds of files that the edition takes as proofs. */
export function kindsOf(edition: Edition): readonly string[] {
  const { attachmentTypes } = edition.parameters;
  return Array.isArray(attachmentTypes) ? attachmentTypes.map(String) : [];
}

/** The same as a file input writes it. */
export function acceptOf(edition: Edition): string {
  return kindsOf(edition)
    .filter((kind): kind is FileKind => Object.hasOwn(fileTypes, kind))
    .flatMap((kind) => fileTypes[kind].endings.map((ending) => `.${ending}`))
    .join(',');
}

/** The largest file, in bytes. */
export function bytesOf(edition: Edition): number {
  return Number(edition.parameters['maxAttachmentBytes'] ?? 20_971_520);
}

/** All files of a plan together, in bytes. */
export function totalOf(edition: Edition): number {
  return Number(edition.parameters['maxPlanAttachmentBytes'] ?? 314_572_800);
}
