import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { BackupFault } from './fault.ts';
import { fromFrames } from './frames.ts';
import { decode, secretNames, type BackupRecord, type Closing, type Opening, type Secret, type TableEnd } from './records.ts';

export interface BackupContents {
  readonly opening: Opening;
  readonly closing: Closing;
  readonly secrets: readonly Secret[];
}

/** Hands the records of a backup to `take`, in order; throws a BackupFault where the file is not what was written. */
export async function readBackup<Result>(
  file: string,
  passphrase: string | undefined,
  take: (records: AsyncGenerator<BackupRecord>) => Promise<Result>,
): Promise<Result> {
  const handle = await open(file, 'r');
  try {
    let result: { readonly value: Result } | undefined;
    await pipeline(fromFrames(handle, passphrase), createZstdDecompress(), async (bytes: AsyncIterable<Buffer>) => {
      result = { value: await take(decode(bytes)) };
    });
    if (result === undefined) throw new BackupFault('altered', 'end');
    return result.value;
  } finally {
    await handle.close();
  }
}

/** Reads the whole backup, so that nothing is begun with one that is not whole. */
export async function inspectBackup(file: string, passphrase: string | undefined): Promise<BackupContents> {
  return readBackup(file, passphrase, async (records) => {
    const first = await records.next();
    if (first.value?.kind !== 'opening') throw new BackupFault('altered', 'start');
    const secrets: Secret[] = [];
    const ends: TableEnd[] = [];
    let closing: Closing | undefined;
    let table = '';
    let digest = createHash('sm3');
    for await (const record of records) {
      if (record.kind === 'secret' && secretNames.includes(record.content.name)) secrets.push(record.content);
      else if (record.kind === 'table') [table, digest] = [record.content.table, createHash('sm3')];
      else if (record.kind === 'rows') digest.update(record.content);
      else if (record.kind === 'tableEnd' && record.content.table === table && record.content.digest === digest.digest('hex')) ends.push(record.content);
      else if (record.kind === 'closing' && closing === undefined) closing = record.content;
      else throw new BackupFault('altered', table);
    }
    if (closing === undefined || JSON.stringify(closing.tables) !== JSON.stringify(ends)) throw new BackupFault('altered', 'end');
    return { opening: first.value.content, closing, secrets };
  });
}
