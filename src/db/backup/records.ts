import { BackupFault } from './fault.ts';

/** First record: what the backup is of. */
export interface Opening {
  readonly product: string;
  /** The database's clock, not moved by a rehearsal. */
  readonly at: string;
  readonly migrations: readonly { readonly name: string; readonly digest: string }[];
  readonly auditHead: { readonly seq: number; readonly hash: string };
}

/** A file of the data folder without which the data cannot be used. */
export interface Secret {
  readonly name: SecretName;
  readonly content: string;
}
export const secretNames = ['session.secret', 'sealing.key'] as const;
export type SecretName = (typeof secretNames)[number];

export interface TableStart {
  readonly table: string;
  readonly columns: readonly string[];
}

/** SM3 of the rows in the order of the primary key, as `copy … to stdout` writes them. */
export interface TableEnd {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}

/** Last record. */
export interface Closing {
  readonly tables: readonly TableEnd[];
  readonly sequences: readonly SequenceValue[];
}

export interface SequenceValue {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

export type BackupRecord =
  | { readonly kind: 'opening'; readonly content: Opening }
  | { readonly kind: 'secret'; readonly content: Secret }
  | { readonly kind: 'table'; readonly content: TableStart }
  | { readonly kind: 'rows'; readonly content: Buffer }
  | { readonly kind: 'tableEnd'; readonly content: TableEnd }
  | { readonly kind: 'closing'; readonly content: Closing };

const kinds: readonly BackupRecord['kind'][] = ['opening', 'secret', 'table', 'rows', 'tableEnd', 'closing'];
const longest = 1024 * 1024;

/** The record's number, its length (4 bytes) and its content, JSON but for rows. */
export function encode(record: BackupRecord): Buffer {
  const content = record.kind === 'rows' ? record.content : Buffer.from(JSON.stringify(record.content));
  const start = Buffer.alloc(5);
  start.writeUInt8(kinds.indexOf(record.kind));
  start.writeUInt32BE(content.length, 1);
  return Buffer.concat([start, content]);
}

/** Pieces of rows short enough for a record. */
export async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < longest / 16) continue;
    const all = Buffer.concat(waiting);
    for (let at = 0; at < all.length; at += longest) yield all.subarray(at, at + longest);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

export async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let waiting = Buffer.of();
  for await (const chunk of bytes) {
    waiting = Buffer.concat([waiting, chunk]);
    let at = 0;
    while (waiting.length - at >= 5) {
      const length = waiting.readUInt32BE(at + 1);
      if (waiting.length - at - 5 < length) break;
      yield recordOf(waiting.readUInt8(at), waiting.subarray(at + 5, at + 5 + length));
      at += 5 + length;
    }
    waiting = waiting.subarray(at);
  }
  if (waiting.length > 0) throw new BackupFault('altered', 'end');
}

function recordOf(number: number, bytes: Buffer): BackupRecord {
  const kind = kinds[number];
  if (kind === undefined) throw new BackupFault('altered', `record ${number}`);
  return kind === 'rows' ? { kind, content: bytes } : { kind, content: JSON.parse(bytes.toString()) };
}
