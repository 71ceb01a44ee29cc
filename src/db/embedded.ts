import { randomBytes } from 'node:crypto';
import { access, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { clearDeadServer } from './dead-server.ts';
import { freePort } from './free-port.ts';
import { makeFolder } from './make-folder.ts';
import { initCluster, startServer } from './postgres-program.ts';

/** Another running Jiqun keeps its data in this folder. */
export class DataFolderInUse extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`data folder in use: ${folder}`);
    this.name = 'DataFolderInUse';
    this.folder = folder;
  }
}

export interface EmbeddedDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Held by one session of the running product; it goes with the process, however that ends. */
const ownerLock = 7_202_200;
const patience = 20_000;

interface Cluster {
  readonly base: string;
  readonly folder: string;
  readonly password: string;
  readonly port: number;
}

/**
 * A PostgreSQL of our own with its data in `base`/pg, made on first use. A server that outlived a killed process is taken over;
 * one that dies is started again on the same port, and `onLost` is called only where that is impossible.
 */
export async function startEmbedded(base: string, onLost: (error: unknown) => void): Promise<EmbeddedDatabase> {
  await makeFolder(base);
  const cluster = await prepareCluster(await realpath(base));
  const first = await takeOver(cluster);
  let stopping = false;
  let keeper = first.keeper;
  const { port } = first;
  const watch = (client: Client): void => {
    client.once('end', () => {
      if (stopping) return;
      const recover = async (): Promise<void> => {
        keeper = (await takeOver({ ...cluster, port }, port)).keeper;
        watch(keeper);
      };
      recover().catch(onLost);
    });
  };
  watch(keeper);
  return {
    url: urlOf(cluster, port, 'jiqun'),
    stop: async () => {
      stopping = true;
      await keeper.end().catch(() => {});
      await stopServer(cluster);
    },
  };
}

/** Address of the database that some process serves from `base` at this moment. */
export async function findRunning(base: string): Promise<string | undefined> {
  const root = await realpath(base).catch(() => undefined);
  const password = root && (await readFile(path.join(root, 'pg.password'), 'utf8').catch(() => undefined));
  if (!root || !password) return undefined;
  const cluster = { base: root, folder: path.join(root, 'pg'), password, port: 0 };
  const port = await runningPort(cluster);
  return port === undefined ? undefined : urlOf(cluster, port, 'jiqun');
}

/** Whether a database was ever made in `base`. */
export async function hasCluster(base: string): Promise<boolean> {
  return exists(path.join(base, 'pg', 'PG_VERSION'));
}

async function prepareCluster(base: string): Promise<Cluster> {
  const folder = path.join(base, 'pg');
  const passwordFile = path.join(base, 'pg.password');
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(unlessExists);
  const password = await readFile(passwordFile, 'utf8');
  if (!(await exists(path.join(folder, 'PG_VERSION')))) {
    // Made beside and then renamed: a start that was killed half-way leaves no half cluster.
    await clearUnfinished(base);
    const fresh = `${folder}.new-${process.pid}`;
    await initCluster(fresh, password);
    await rename(fresh, folder).catch(async (error: unknown) => {
      await rm(fresh, { recursive: true, force: true });
      unlessExists(error);
    });
  }
  return { base, folder, password, port: await freePort() };
}

/** Removes what starts that were killed left beside; one that still runs goes on. */
async function clearUnfinished(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const [, pid] = /^pg\.new-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(base, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process runs too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Finds the server running, or starts it, and holds the owner's lock in it. Tries again while an earlier one is still ending. */
async function takeOver(cluster: Cluster, fixedPort?: number): Promise<{ keeper: Client; port: number }> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      const port = (await runningPort(cluster)) ?? (await startOn(cluster));
      if (fixedPort !== undefined && port !== fixedPort) throw new DataFolderInUse(cluster.base);
      return { keeper: await holdLock(cluster, port), port };
    } catch (error) {
      if (error instanceof DataFolderInUse || performance.now() > deadline) throw error;
      await setTimeout(300);
    }
  }
}

async function startOn(cluster: Cluster): Promise<number> {
  await clearDeadServer(cluster.folder);
  await startServer(cluster.folder, cluster.port, path.join(cluster.base, 'postgres.log'), async () => (await runningPort(cluster)) !== undefined);
  return cluster.port;
}

/** Port of the server that runs on this very folder and knows our password. */
async function runningPort(cluster: Cluster): Promise<number | undefined> {
  const running = await readPostmaster(cluster.folder);
  if (running === undefined) return undefined;
  const client = await connect(urlOf(cluster, running.port)).catch(() => undefined);
  if (client === undefined) return undefined;
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return path.resolve(rows[0]?.data_directory ?? '') === cluster.folder ? running.port : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

async function holdLock(cluster: Cluster, port: number): Promise<Client> {
  const client = await connect(urlOf(cluster, port));
  // A process killed a moment ago loses its session, and so the lock, within that moment.
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [ownerLock]);
    if (rows[0]?.held === true) {
      const { rowCount } = await client.query("select from pg_database where datname = 'jiqun'");
      if (rowCount === 0) await client.query('create database jiqun');
      return client;
    }
    await setTimeout(250);
  }
  await client.end();
  throw new DataFolderInUse(cluster.base);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000, keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(cluster: Cluster): Promise<void> {
  const running = await readPostmaster(cluster.folder);
  // Signal only a server that has just answered: the file may be left over, and its process id someone else's.
  if (running === undefined || (await runningPort(cluster)) === undefined) return;
  process.kill(running.pid, 'SIGINT');
  const deadline = performance.now() + patience;
  while ((await readPostmaster(cluster.folder)) !== undefined && performance.now() < deadline) await setTimeout(20);
}

async function readPostmaster(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const [pid, , , port] = text?.split('\n') ?? [];
  return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
}

function urlOf(cluster: Cluster, port: number, database = 'postgres'): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function unlessExists(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EEXIST' && code !== 'ENOTEMPTY') throw error;
}
