import { appendFile, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import { listPublishedHeads } from '#db/published-heads.ts';
import type { Db } from '#db/pool.ts';
import type { PrintedHead } from '#db/verify-audit.ts';
import type { Machine } from '#usecases/deps.ts';
import { headLine } from '#usecases/witness-heads.ts';

const fileName = 'published-heads.txt';

/**
 * Published heads are written down beside the database too, one a line, and never taken out again: when the database is put back from an
 * older backup, this file still knows what its chain once held.
 */
export async function readHeadsFile(folder: string): Promise<readonly PrintedHead[]> {
  const text = await readFile(path.join(folder, fileName), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [, seq = '', hash = ''] = /^\S+ (\d{1,15}):([0-9a-f]{64}) /.exec(line) ?? [];
    return hash === '' ? [] : [{ seq: Number(seq), hash }];
  });
}

/** Adds those published heads that the file does not have yet. */
export async function writeHeadsFile(folder: string, db: Db): Promise<void> {
  const known = new Set((await readHeadsFile(folder)).map(({ seq, hash }) => `${seq}:${hash}`));
  const heads = await listPublishedHeads(db);
  const fresh = heads.filter(({ seq, hash }) => !known.has(`${seq}:${hash}`)).toReversed();
  if (fresh.length > 0) await appendFile(path.join(folder, fileName), fresh.map((head) => `${headLine(head)}\n`).join(''), { mode: 0o600 });
}

/** What use cases may know of the machine whose data folder this is. */
export function machineOf(folder: string, version: string): Machine {
  return {
    version,
    disk: async () => {
      const { bavail, blocks, bsize } = await statfs(folder);
      return { free: bavail * bsize, total: blocks * bsize };
    },
    witnesses: () => readHeadsFile(folder),
  };
}
