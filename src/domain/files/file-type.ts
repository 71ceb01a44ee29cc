import { isZip, zipEntries } from './zip-directory.ts';

/** Kinds of files that are known by their content. */
export type FileKind = 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx' | 'ofd';

interface FileType {
  readonly mediaType: string;
  /** Endings that a name of this kind may have; the first is added where there is none. */
  readonly endings: readonly string[];
  /** A browser shows it by itself and runs nothing of it. */
  readonly shown: boolean;
}

const word = 'application/vnd.openxmlformats-officedocument';

export const fileTypes: Readonly<Record<FileKind, FileType>> = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], shown: true },
  png: { mediaType: 'image/png', endings: ['png'], shown: true },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], shown: true },
  docx: { mediaType: `${word}.wordprocessingml.document`, endings: ['docx'], shown: false },
  xlsx: { mediaType: `${word}.spreadsheetml.sheet`, endings: ['xlsx'], shown: false },
  ofd: { mediaType: 'application/ofd', endings: ['ofd'], shown: false },
};

/** The kind of a media type that this product keeps, or undefined. */
export function kindOfMediaType(mediaType: string): FileKind | undefined {
  return kinds.find((kind) => fileTypes[kind].mediaType === mediaType);
}

const kinds = Object.keys(fileTypes) as FileKind[];

/** What a file is by its first bytes, and for a zip by the parts that make it a document. Its name is not asked. */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  return isZip(bytes) ? zipKind(bytes) : undefined;
}

function zipKind(bytes: Uint8Array): FileKind | undefined {
  const names = new Set(zipEntries(bytes)?.map((entry) => entry.name));
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'docx';
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('OFD.xml') ? 'ofd' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
