import { readFile } from 'node:fs/promises';
import { BackupFault } from '#db/backup/fault.ts';
import type { Opening } from '#db/backup/records.ts';
import { cli } from '#web/messages/cli.ts';
import { tell } from './database.ts';
import { Sentence } from './sentence.ts';

const shortestPassphrase = 12;

/** The first line of the file that `--passphrase-file` names; undefined where it is not given. */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Sentence(cli.passphraseUnreadable(file), 2);
  });
  const [passphrase = ''] = text.split(/\r?\n/);
  if ([...passphrase].length < shortestPassphrase) throw new Sentence(cli.passphraseShort(file), 2);
  return passphrase;
}

/** Throws the sentence for what can go wrong with a backup file or its database; `more` is added to it. */
export function tellBackup(error: unknown, file: string, more = ''): never {
  const sentence = sentenceOf(error, file);
  if (sentence === undefined) tell(error);
  throw new Sentence(`${sentence}${more}`);
}

function sentenceOf(error: unknown, file: string): string | undefined {
  if (error instanceof BackupFault) return cli.backupFault[error.code](error.where);
  if (!(error instanceof Error)) return undefined;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (['ENOENT', 'EACCES', 'EPERM', 'EISDIR'].includes(code) && 'syscall' in error) return cli.unreadable(file);
  if (code === '42501') return cli.notOwner;
  if (/^(08|57)/.test(code) || code === 'ECONNRESET' || error.message.startsWith('Connection terminated')) return cli.databaseLost(error.message);
  return undefined;
}

/** `12:3f…`, as `verify audit --head` takes it. */
export function headOf({ auditHead }: Opening): string {
  return `${auditHead.seq}:${auditHead.hash}`;
}

/** Seconds since `start`, which performance.now() gave. */
export function secondsSince(start: number): number {
  return (performance.now() - start) / 1_000;
}
