import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '#db/free-port.ts';
import { migrate } from '#db/migrate.ts';
import { initCluster, startServer } from '#db/postgres-program.ts';

export interface TestDatabase {
  /** As its owner; openStore(url) takes the product's role. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** What more than the migrations a template holds: made once a run, copied by each file that asks for it. */
export interface Filling {
  readonly name: string;
  /** Fills the migrated database at `url`, and leaves no connection behind. */
  readonly fill: (url: string) => Promise<unknown>;
}

/** A migrated database of its own for one test file: on DATABASE_URL's server where that is set, else on one started for this run. */
export async function createDatabase(filling?: Filling): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `jiqun_test_${randomUUID().replaceAll('-', '')}`;
  const template = filling === undefined ? await ensureMigrated(server) : await ensureFilled(server, filling);
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  return { url: withDatabase(server, name), drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)) };
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `jiqun_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (client) => client.query(`create database ${name}`));
  return { url: withDatabase(server, name), drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)) };
}

async function serverUrl(): Promise<string> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) return given;
  const folder = runFolder();
  const urlFile = path.join(folder, 'url');
  const first = await mkdir(path.join(folder, 'starting')).then(
    () => true,
    () => false,
  );
  if (first) await writeFile(urlFile, await startCluster(folder));
  for (;;) {
    const url = await readFile(urlFile, 'utf8').catch(() => '');
    if (url !== '') return url;
    await setTimeout(50);
  }
}

function runFolder(): string {
  const folder = process.env['JIQUN_TEST_DATABASE'];
  if (folder === undefined) throw new Error('tests/support/global-setup.ts has not run');
  return folder;
}

async function startCluster(folder: string): Promise<string> {
  await chmod(folder, 0o755);
  const port = await freePort();
  const url = `postgres://postgres:test@127.0.0.1:${port}/postgres`;
  const answers = (): Promise<boolean> =>
    onServer(url, (client) => client.query('select 1')).then(
      () => true,
      () => false,
    );
  await initCluster(path.join(folder, 'pg'), 'test');
  await startServer(path.join(folder, 'pg'), port, path.join(folder, 'postgres.log'), answers);
  await onServer(url, async (client) => {
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
  });
  return url;
}

/** The migrated database that the others are copied from. */
function ensureMigrated(server: string): Promise<string> {
  return ensureTemplate(server, templateName(runFolder()), undefined, migrate);
}

async function ensureFilled(server: string, { name, fill }: Filling): Promise<string> {
  return ensureTemplate(server, `${templateName(runFolder())}_${name.toLowerCase()}`, await ensureMigrated(server), fill);
}

/** Made once a run: whoever comes second waits until it stands whole. */
async function ensureTemplate(server: string, name: string, from: string | undefined, fill: (url: string) => Promise<unknown>): Promise<string> {
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(7202299)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    await client.query(`create database ${name}_unfinished${from === undefined ? '' : ` template ${from}`}`);
    await fill(withDatabase(server, `${name}_unfinished`));
    await client.query(`alter database ${name}_unfinished rename to ${name}`);
  });
  return name;
}

/** Name of the run's template, by the run's folder; those that hold more have longer ones. */
export function templateName(folder: string): string {
  return `jiqun_template_${path.basename(folder).replaceAll('-', '_').toLowerCase()}`;
}

/** One connection for one piece of work. */
export async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
