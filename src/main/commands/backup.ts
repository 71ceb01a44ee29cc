import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { secretNames, type Secret } from '#db/backup/records.ts';
import { appendAudit } from '#db/audit.ts';
import { openStore } from '#db/pool.ts';
import { withSession } from '#db/backup/session.ts';
import { writeBackup } from '#db/backup/write.ts';
import { cli } from '#web/messages/cli.ts';
import { headOf, readPassphrase, secondsSince, tellBackup } from '../backup-file.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { hasDatabase, openCommandDatabase } from '../database.ts';
import { productVersion } from '../product-version.ts';
import { Sentence } from '../sentence.ts';

/** `backup --out x.jiqun`: beside a running server or without one. */
export const backup: Command = async (args) => {
  const { values, positionals } = options('backup', args, { out: { type: 'string' }, 'passphrase-file': { type: 'string' } });
  words('backup', positionals, 0);
  const { out } = values;
  if (out === undefined) throw new Sentence(cli.backupMissingOut, 2);
  const passphrase = await readPassphrase(values['passphrase-file']);
  if (await exists(out)) throw new Sentence(cli.backupThere(out), 2);
  const config = readConfig(process.env);
  if (!(await hasDatabase(config))) throw new Sentence(cli.noData, 2);
  const started = performance.now();
  const secrets = await readSecrets(config.dataFolder);
  const database = await openCommandDatabase(config);
  try {
    if (!(await isOurs(database.url))) throw new Sentence(cli.noData, 2);
    const request = { url: database.url, out, product: await productVersion(), secrets, passphrase };
    const { opening, closing, bytes } = await writeBackup(request).catch((error: unknown) => {
      if (isAboutFile(error)) throw new Sentence(cli.cannotWrite(out), 2);
      return tellBackup(error, out);
    });
    await record(database.url, opening.at, headOf(opening), bytes);
    const rows = closing.tables.reduce((sum, table) => sum + table.rows, 0);
    const summary = { at: opening.at, tables: closing.tables.length, rows, bytes, seconds: secondsSince(started), head: headOf(opening) };
    const missing = secretNames.filter((name) => !secrets.some((secret) => secret.name === name));
    const lines = [
      cli.backupDone(out, summary),
      ...(missing.length === 0 ? [] : [cli.backupNoSecrets(missing, config.dataFolder)]),
      passphrase === undefined ? cli.backupOpen : cli.backupSealed,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await database.stop();
  }
};

/** So that the administrator sees when the last one was made. */
async function record(url: string, at: string, head: string, bytes: number): Promise<void> {
  const store = openStore(url, 'owner');
  try {
    const entry = { actor: 'system', command: 'database.backup', subject: 'database', detail: { at, head, bytes } };
    await store.db.transaction().execute((tx) => appendAudit(tx, entry));
  } finally {
    await store.close();
  }
}

/** Those that are there: a server on a DATABASE_URL of its own may keep them on another machine. */
async function readSecrets(folder: string): Promise<readonly Secret[]> {
  const found: Secret[] = [];
  for (const name of secretNames) {
    const file = path.join(folder, name);
    if (await exists(file)) found.push({ name, content: await readFile(file, 'utf8').catch((error: unknown) => tellBackup(error, file)) });
  }
  return found;
}

async function isOurs(url: string): Promise<boolean> {
  const { rows } = await withSession(url, (client) =>
    client.query<{ there: boolean }>("select to_regclass('public.audit_head') is not null and to_regclass('pgboss.job') is not null as there"),
  );
  return rows[0]?.there === true;
}

function isAboutFile(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['open', 'write', 'fsync', 'rename'].includes(String(error.syscall));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
