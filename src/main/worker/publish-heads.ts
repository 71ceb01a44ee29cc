import { publishHeads } from '#db/published-heads.ts';
import type { Db } from '#db/pool.ts';
import { writeHeadsFile } from '../heads-file.ts';
import { repeat } from './worker.ts';

/** How often the day is looked at: its head is public within a minute after midnight. */
const pause = 60_000;

/** Publishes the chain's head every day and writes it down in the data folder, until stopped; in each server process. */
export function startPublishing(db: Db, folder: string, report: (error: unknown) => void): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const loop = repeat(pause, ending.signal, report, async () => {
    await publishHeads(db);
    await writeHeadsFile(folder, db);
  });
  return {
    stop: async () => {
      ending.abort();
      await loop;
    },
  };
}
