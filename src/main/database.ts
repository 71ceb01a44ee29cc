import { Client } from 'pg';
import { DataFolderInUse, findRunning, hasCluster, startEmbedded, type EmbeddedDatabase } from '#db/embedded.ts';
import { DataFolderUnusable } from '#db/make-folder.ts';
import { migrate, MigrationMismatch } from '#db/migrate.ts';
import { DatabaseDidNotStart } from '#db/postgres-program.ts';
import { cli } from '#web/messages/cli.ts';
import type { Config } from './config.ts';
import { Sentence } from './sentence.ts';

const notOurs: EmbeddedDatabase['stop'] = async () => {};

/** The database of a server: the one of DATABASE_URL, or an embedded one that nobody else may use at the same time. */
export async function openServerDatabase(config: Config, onLost: (error: unknown) => void): Promise<EmbeddedDatabase> {
  if (config.databaseUrl !== undefined) return reach(config.databaseUrl);
  return startEmbedded(config.dataFolder, (error) => onLost(told(error))).catch(tell);
}

/** The database of a short command: it may run beside a server on the same data. */
export async function openCommandDatabase(config: Config): Promise<EmbeddedDatabase> {
  if (config.databaseUrl !== undefined) return reach(config.databaseUrl);
  const running = await findRunning(config.dataFolder);
  if (running !== undefined) return { url: running, stop: notOurs };
  return startEmbedded(config.dataFolder, () => {}).catch(tell);
}

/** False where nothing was ever stored. */
export async function hasDatabase(config: Config): Promise<boolean> {
  return config.databaseUrl !== undefined || hasCluster(config.dataFolder);
}

/** Migrates, and tells in a sentence why it must not. */
export async function bringUpToDate(url: string): Promise<readonly string[]> {
  return migrate(url).catch(tell);
}

async function reach(url: string): Promise<EmbeddedDatabase> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Sentence(cli.databaseUnreachable(error instanceof Error ? error.message || error.name : String(error)));
  }
  await client.end();
  return { url, stop: notOurs };
}

/** Throws the sentence for an error that a person can do something about; any other as it is. */
export function tell(error: unknown): never {
  throw told(error);
}

function told(error: unknown): unknown {
  if (error instanceof DataFolderInUse) return new Sentence(cli.folderInUse(error.folder));
  if (error instanceof DataFolderUnusable) return new Sentence(cli.folderUnusable(error.folder));
  if (error instanceof DatabaseDidNotStart) return new Sentence(cli.databaseDidNotStart(error.log));
  if (error instanceof MigrationMismatch)
    return new Sentence(error.fault === 'edited' ? cli.migrationEdited(error.migration) : cli.migrationUnknown(error.migration));
  return error;
}
