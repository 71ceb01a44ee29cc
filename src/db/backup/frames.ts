import type { FileHandle } from 'node:fs/promises';
import { BackupFault } from './fault.ts';
import { format, keyFor, newHead, sealFor, type SealHead } from './seal.ts';

/**
 * The file: `JIQUNBAK`, the length of the head (2 bytes), the head as JSON, then frames, whose payloads together are the records,
 * compressed as Zstandard. A frame: 1 where it is the last one, else 0; the payload's length (4 bytes); the payload; its check.
 * Nothing follows the last frame.
 */
const magic = Buffer.from('JIQUNBAK');
const frameLength = 256 * 1024;

/** Bytes of the file for the bytes given. */
export async function* toFrames(source: AsyncIterable<Buffer>, passphrase: string | undefined): AsyncGenerator<Buffer> {
  const { head, key } = await newHead(passphrase);
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  yield Buffer.concat([magic, length, text]);
  const seal = sealFor(text, key);
  const framed = (bytes: Buffer, last: boolean): Buffer => {
    const { payload, check } = seal.close(bytes, last);
    const start = Buffer.alloc(5);
    start.writeUInt8(Number(last));
    start.writeUInt32BE(payload.length, 1);
    return Buffer.concat([start, payload, check]);
  };
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < frameLength) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; all.length - at >= frameLength; at += frameLength) yield framed(all.subarray(at, at + frameLength), false);
    waiting = [all.subarray(at)];
    size = all.length - at;
  }
  yield framed(Buffer.concat(waiting), true);
}

/** The bytes that toFrames was given; throws a BackupFault at the first frame that is not as it was written. */
export async function* fromFrames(file: FileHandle, passphrase: string | undefined): AsyncGenerator<Buffer> {
  let at = 0;
  const read = async (length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length);
    for (let filled = 0; filled < length;) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
      if (bytesRead === 0) throw new BackupFault('truncated', String(at + filled));
      filled += bytesRead;
    }
    at += length;
    return bytes;
  };
  const { text, head } = await readHead(read);
  const seal = sealFor(text, await keyFor(head, passphrase));
  for (let last = false; !last;) {
    const frameAt = at;
    const start = await read(5);
    const [flag, length] = [start.readUInt8(), start.readUInt32BE(1)];
    if (flag > 1 || length > frameLength) throw new BackupFault('altered', String(frameAt));
    last = flag === 1;
    const payload = await read(length);
    const bytes = seal.open(payload, await read(seal.checkLength), last);
    if (bytes === undefined) throw new BackupFault('altered', String(frameAt));
    yield bytes;
  }
  if ((await file.read(Buffer.alloc(1), 0, 1, at)).bytesRead > 0) throw new BackupFault('altered', String(at));
}

async function readHead(read: (length: number) => Promise<Buffer>): Promise<{ text: Buffer; head: SealHead }> {
  const first = await read(magic.length).catch(() => Buffer.of());
  if (!first.equals(magic)) throw new BackupFault('notBackup');
  const text = await read((await read(2)).readUInt16BE());
  let head: SealHead;
  try {
    head = JSON.parse(text.toString());
  } catch {
    throw new BackupFault('altered', '0');
  }
  if (head?.format > format) throw new BackupFault('newer', `format ${head.format}`);
  if (head?.format !== format || !isSealing(head.sealed)) throw new BackupFault('altered', '0');
  return { text, head };
}

function isSealing(sealed: SealHead['sealed'] | undefined): boolean {
  return sealed === null || (typeof sealed?.salt === 'string' && typeof sealed.check === 'string');
}
