import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { appendAudit } from '#db/audit.ts';
import { BackupFault } from '#db/backup/fault.ts';
import { loadBackup, refuseNewer, type LoadSummary } from '#db/backup/load.ts';
import { inspectBackup, type BackupContents } from '#db/backup/read.ts';
import type { Opening, Secret } from '#db/backup/records.ts';
import { hasCluster } from '#db/embedded.ts';
import { makeFolder } from '#db/make-folder.ts';
import { openStore } from '#db/pool.ts';
import type { PrintedHead } from '#db/verify-audit.ts';
import { missingHeads, type MissingHead } from '#usecases/witness-heads.ts';
import { cli } from '#web/messages/cli.ts';
import { headOf, readPassphrase, secondsSince, tellBackup } from '../backup-file.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig, type Config } from '../config.ts';
import { openCommandDatabase, tell } from '../database.ts';
import { readHeadsFile } from '../heads-file.ts';
import { Sentence } from '../sentence.ts';
import { parseHead } from './verify.ts';

/**
 * `restore x.jiqun --data folder`, or onto DATABASE_URL: onto an empty database only, whole or not at all. 3: restored, but its chain lacks
 * a head that was seen: given with --head, or written down in the data folder when it was published.
 */
export const restore: Command = async (args) => {
  const { values, positionals } = options('restore', args, {
    data: { type: 'string' },
    head: { type: 'string', multiple: true },
    'passphrase-file': { type: 'string' },
  });
  const [file = ''] = words('restore', positionals, 1);
  const passphrase = await readPassphrase(values['passphrase-file']);
  const given = (values.head ?? []).map((head) => parseHead(head, 'restore'));
  const config = targetOf(readConfig(process.env), values.data);
  const contents = await readAndTell(file, passphrase);
  const undo = await prepareFolder(config, contents.secrets);
  const started = performance.now();
  try {
    const witnesses = [...given, ...(await readHeadsFile(config.dataFolder))];
    const { missing, ...summary } = await loadInto(config, { file, passphrase, contents, witnesses });
    const lines = [cli.restored(toPrint(summary, started)), cli.restoreDone(headOf(contents.opening))];
    for (const { seq, found } of missing) lines.push(cli.headMissing(seq, found !== null));
    process.stdout.write(`${lines.join('\n')}\n`);
    return missing.length === 0 ? 0 : 3;
  } catch (error) {
    await undo();
    throw error;
  }
};

/** Says that the backup is whole, before anything is begun with it. */
export async function readAndTell(file: string, passphrase: string | undefined): Promise<BackupContents> {
  const started = performance.now();
  try {
    const contents = await inspectBackup(file, passphrase);
    await refuseNewer(contents.opening);
    const { at, product } = contents.opening;
    process.stdout.write(`${cli.backupRead(file, { at, product, bytes: (await stat(file)).size, seconds: secondsSince(started) })}\n`);
    return contents;
  } catch (error) {
    return tellBackup(error, file);
  }
}

export function toPrint({ tables, rows, files, auditEntries }: LoadSummary, started: number): Parameters<typeof cli.restored>[0] {
  return { tables, rows, files, entries: auditEntries, seconds: secondsSince(started) };
}

function targetOf(config: Config, folder: string | undefined): Config {
  return folder === undefined ? config : { ...config, databaseUrl: undefined, dataFolder: path.resolve(folder) };
}

interface Source {
  readonly file: string;
  readonly passphrase: string | undefined;
  readonly contents: BackupContents;
  /** Heads that others have seen. */
  readonly witnesses: readonly PrintedHead[];
}

async function loadInto(config: Config, { witnesses, ...source }: Source): Promise<LoadSummary & { readonly missing: readonly MissingHead[] }> {
  const database = await openCommandDatabase(config);
  try {
    const summary = await loadBackup({ ...source, url: database.url });
    return { ...summary, missing: await record(database.url, source.contents.opening, witnesses) };
  } catch (error) {
    const untouched = config.databaseUrl === undefined || (error instanceof BackupFault && ['notEmpty', 'newer'].includes(error.code));
    return tellBackup(error, source.file, untouched ? '' : cli.restoreLeft);
  } finally {
    await database.stop();
  }
}

/** The chain goes on from an older end: its next entry says why, and which heads are known to be lost. */
async function record(url: string, { at, product, auditHead }: Opening, witnesses: readonly PrintedHead[]): Promise<readonly MissingHead[]> {
  const store = openStore(url, 'owner');
  try {
    const missing = await missingHeads(store.db, witnesses);
    const lost = missing.map(({ seq, hash }) => `${seq}:${hash}`);
    const detail = { at, product, ...auditHead, ...(lost.length > 0 && { lost }) };
    await store.db.transaction().execute((tx) => appendAudit(tx, { actor: 'system', command: 'database.restore', subject: 'database', detail }));
    return missing;
  } finally {
    await store.close();
  }
}

/** Puts the secrets in place; answers how to take away again all that this restore has made in the folder. */
async function prepareFolder({ dataFolder, databaseUrl }: Config, secrets: readonly Secret[]): Promise<() => Promise<void>> {
  if (databaseUrl === undefined && (await hasCluster(dataFolder))) throw new Sentence(cli.restoreFolderUsed(dataFolder));
  await makeFolder(dataFolder).catch(tell);
  const made: string[] = databaseUrl === undefined ? ['pg', 'pg.password', 'postgres.log'].map((name) => path.join(dataFolder, name)) : [];
  const missing: Secret[] = [];
  for (const secret of secrets) {
    const file = path.join(dataFolder, secret.name);
    const there = await readFile(file, 'utf8').catch(() => undefined);
    if (there !== undefined && there !== secret.content) throw new Sentence(cli.restoreSecretThere(file));
    if (there === undefined) missing.push(secret);
  }
  for (const { name, content } of missing) {
    const file = path.join(dataFolder, name);
    await writeFile(file, content, { mode: 0o600, flag: 'wx' }).catch(() => {
      throw new Sentence(cli.cannotWrite(file));
    });
    made.push(file);
  }
  return async () => {
    for (const file of made) await rm(file, { recursive: true, force: true });
  };
}
