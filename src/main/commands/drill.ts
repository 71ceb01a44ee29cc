import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadBackup, type LoadSummary } from '#db/backup/load.ts';
import type { BackupContents } from '#db/backup/read.ts';
import { startEmbedded } from '#db/embedded.ts';
import { cli } from '#web/messages/cli.ts';
import { readPassphrase, secondsSince, tellBackup } from '../backup-file.ts';
import { options, words, type Command } from '../command.ts';
import { tell } from '../database.ts';
import { readAndTell, toPrint } from './restore.ts';

/** `restore-drill x.jiqun`: proves that the backup can be restored, and how long that takes. */
export const drill: Command = async (args) => {
  const { values, positionals } = options('restore-drill', args, { 'passphrase-file': { type: 'string' } });
  const [file = ''] = words('restore-drill', positionals, 1);
  const passphrase = await readPassphrase(values['passphrase-file']);
  const started = performance.now();
  const contents = await readAndTell(file, passphrase);
  const loading = performance.now();
  const summary = await rehearse(file, passphrase, contents);
  process.stdout.write(`${cli.restored(toPrint(summary, loading))}\n${cli.drillDone(secondsSince(started))}\n`);
};

async function rehearse(file: string, passphrase: string | undefined, contents: BackupContents): Promise<LoadSummary> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiqun-drill-'));
  // PostgreSQL may run as another user, who must reach its own folder below.
  await chmod(folder, 0o711);
  const starting = startEmbedded(folder, () => {});
  // Also where it is interrupted while the database is still starting.
  const clear = async (): Promise<void> => {
    const started = await starting.catch(() => undefined);
    await started?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  let clearing: Promise<void> | undefined;
  const interrupted = (): void => {
    clearing ??= clear().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    const { url } = await starting.catch(tell);
    return await loadBackup({ url, file, passphrase, contents });
  } catch (error) {
    // The process ends there: what the load says of its lost database is nobody's news.
    await clearing;
    return tellBackup(error, file);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await clear();
  }
}
