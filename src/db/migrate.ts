import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { installJobs } from './jobs.ts';

/** The database was made by other migrations than this release's: someone edited, renamed or removed one, or the database is newer. */
export class MigrationMismatch extends Error {
  readonly migration: string;
  readonly fault: 'edited' | 'unknown';

  constructor(migration: string, fault: 'edited' | 'unknown') {
    super(`migration ${migration}: ${fault}`);
    this.name = 'MigrationMismatch';
    this.migration = migration;
    this.fault = fault;
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/** Two starting servers must not migrate at once, nor a backup begin meanwhile. */
export const migrationLock = 7_202_201;
const ownFolder = new URL('./migrations/', import.meta.url);

/**
 * Brings the database at `url` up to date, as its owner; returns the names of the migrations that ran.
 * Each runs once, in a transaction of its own, and is recorded with the SM3 of its text. With `only`, none but these run.
 */
export async function migrate(url: string, folder: URL = ownFolder, only?: ReadonlySet<string>): Promise<readonly string[]> {
  const migrations = (await readMigrations(folder)).filter(({ name }) => only?.has(name) ?? true);
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, ran_at timestamptz not null default clock_timestamp())',
    );
    const ran = await runMissing(client, migrations);
    await installJobs(url, client);
    return ran;
  } finally {
    await client.end();
  }
}

/** The migrations of this release: the SM3 of each, by name. */
export async function readKnownMigrations(): Promise<ReadonlyMap<string, string>> {
  return new Map((await readMigrations(ownFolder)).map(({ name, digest }) => [name, digest]));
}

async function readMigrations(folder: URL): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, digest: createHash('sm3').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
    }),
  );
}

async function runMissing(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration order by name');
  for (const row of rows) {
    const known = migrations.find((migration) => migration.name === row.name);
    if (known === undefined) throw new MigrationMismatch(row.name, 'unknown');
    if (known.digest !== row.digest) throw new MigrationMismatch(row.name, 'edited');
  }
  const missing = migrations.filter((migration) => !rows.some((row) => row.name === migration.name));
  for (const migration of missing) await run(client, migration);
  return missing.map((migration) => migration.name);
}

async function run(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (name, digest) values ($1, $2)', [migration.name, migration.digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}
