import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isZombie } from '#db/dead-server.ts';
import { findRunning } from '#db/embedded.ts';
import { freePort } from '#db/free-port.ts';
import { demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';

const script = fileURLToPath(import.meta.resolve('../../tests/support/boot-server.ts'));

vi.setConfig({ testTimeout: 240_000 });

/** Data that the first test makes and others find; a test that asks for its own begins with nothing. */
let shared: string;
let folder: string;
let running: Process[];

beforeAll(async () => void (shared = await newFolder()));
beforeEach(() => {
  folder = shared;
  running = [];
});
afterEach(async () => {
  for (const one of running) await one.kill('SIGKILL');
  const pid = await postmaster().catch(() => undefined);
  if (pid !== undefined) await killAndWait(pid);
  if (folder !== shared) await rm(folder, { recursive: true, force: true });
});
afterAll(() => rm(shared, { recursive: true, force: true }));

async function newFolder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'jiqun-boot-'));
  await chmod(made, 0o755);
  return made;
}

interface Process {
  readonly port: number;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Starts a server on the folder, and waits until it is ready or has given up. */
async function start(port?: number, data = folder): Promise<Process> {
  const one = await launch('plans', port, data);
  await Promise.race([one.ready, one.ended]);
  return one;
}

async function launch(plans: 'plans' | 'filed', port?: number, data = folder): Promise<Process & { readonly ready: Promise<void> }> {
  const free = port ?? (await freePort());
  const { DATABASE_URL: _, PUBLIC_URL: __, ...env } = process.env;
  const child = spawn(process.execPath, [script, plans], {
    env: { ...env, PORT: String(free), JIQUN_DATA: path.join(data, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const said = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('ready')) said.resolve();
    });
  }
  const one = { port: free, output: () => text, ended: endOf(child), kill: async (signal: NodeJS.Signals) => (child.kill(signal), endOf(child)) };
  running.push(one);
  return { ...one, ready: said.promise };
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function postmaster(): Promise<number> {
  return Number((await readFile(path.join(folder, 'data/pg/postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function killAndWait(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (await isAlive(pid)) await setTimeout(20);
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !(await isZombie(String(pid)));
}

/** Numbers of the plans that the demonstration's zone sees: a whole request through every layer. */
async function plansOf(port: number): Promise<readonly string[]> {
  const base = `http://localhost:${port}`;
  const headers = { 'content-type': 'application/json', origin: base };
  const session = await fetch(`${base}/api/session`, { method: 'POST', headers, body: JSON.stringify({ username: 'taizhou', password: demoPassword }) });
  const cookie = session.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const answer = await fetch(`${base}/api/plans`, { headers: { cookie } });
  const plans: { number: string }[] = JSON.parse(await answer.text());
  return plans.map((plan) => plan.number);
}

async function untilHealthy(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await setTimeout(50);
  }
}

test('a first start makes its data, also where one before it was killed, Ctrl-C stops everything, a second start finds the data', async () => {
  // No process has this number: Linux gives none above 2²². That of this process is at work.
  for (const pid of [99_999_999, process.pid]) await mkdir(path.join(folder, 'data', `pg.new-${pid}`, 'base'), { recursive: true });
  const first = await start();
  expect((await readdir(path.join(folder, 'data'))).filter((name) => name.startsWith('pg.new-'))).toEqual([`pg.new-${process.pid}`]);
  expect(first.output()).toContain('ready seeded');
  expect(await plansOf(first.port)).toEqual(['JQ2022-0001']);
  const server = await postmaster();
  expect(await first.kill('SIGINT')).toBe(0);
  expect(await isAlive(server)).toBe(false);
  const second = await start();
  expect(second.output()).toContain('ready kept');
  expect(await plansOf(second.port)).toEqual(['JQ2022-0001']);
});

test('after kill -9 of Node its database is taken over, and stopped in the end', async () => {
  const first = await start();
  const server = await postmaster();
  await first.kill('SIGKILL');
  expect(await isAlive(server)).toBe(true);
  const second = await start();
  expect(await postmaster()).toBe(server);
  expect(await plansOf(second.port)).toEqual(['JQ2022-0001']);
  expect(await second.kill('SIGINT')).toBe(0);
  expect(await isAlive(server)).toBe(false);
});

test('after kill -9 of PostgreSQL the same process starts it again', async () => {
  const one = await start();
  const server = await postmaster();
  await killAndWait(server);
  await setTimeout(100);
  await untilHealthy(one.port);
  expect(await postmaster()).not.toBe(server);
  expect(await plansOf(one.port)).toEqual(['JQ2022-0001']);
});

test.runIf(process.getuid?.() === 0)('started by root, data below a folder that only root may enter are served too, and taken over after a crash', async () => {
  folder = await newFolder();
  await chmod(folder, 0o700);
  const first = await start();
  expect(await plansOf(first.port)).toEqual(['JQ2022-0001']);
  const server = await postmaster();
  await killAndWait(server);
  await first.kill('SIGKILL');
  const second = await start();
  expect(second.output()).toContain('ready kept');
  expect(await plansOf(second.port)).toEqual(['JQ2022-0001']);
  expect(await second.kill('SIGINT')).toBe(0);
});

test('after kill -9 of both, the next start recovers', async () => {
  folder = await newFolder();
  const first = await start();
  const server = await postmaster();
  await first.kill('SIGKILL');
  await killAndWait(server);
  const second = await start();
  expect(second.output()).toContain('ready kept');
  expect(await plansOf(second.port)).toEqual(['JQ2022-0001']);
});

/** Waits until the demonstration is being written: from its first block until it commits, its transaction holds the table for writing. */
async function untilSeeding(): Promise<void> {
  for (;;) {
    const url = await findRunning(path.join(folder, 'data'));
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      if (url === undefined) continue;
      await client.connect();
      const { rowCount } = await client.query("select from pg_locks where relation = 'public.block'::regclass and mode = 'RowExclusiveLock'");
      if (rowCount === 1) return;
    } catch {
      // The database is not there yet.
    } finally {
      await client.end().catch(() => {});
      await setTimeout(20);
    }
  }
}

test('after kill -9 of Node while the demonstration is being written, the next start writes all of it', async () => {
  folder = await newFolder();
  const first = await launch('filed');
  await Promise.race([untilSeeding(), first.ready, first.ended]);
  await first.kill('SIGKILL');
  expect(first.output()).toBe('');
  const second = await launch('filed');
  await Promise.race([second.ready, second.ended]);
  expect(second.output()).toContain('ready seeded');
  const client = new Client({ connectionString: await findRunning(path.join(folder, 'data')) });
  await client.connect();
  const { rows } = await client.query('select (select count(*)::int from plan) as plans, (select count(*)::int from plan_version) as versions');
  await client.end();
  expect(rows).toEqual([{ plans: 7, versions: 5 }]);
});

test('a data folder and a port that another server uses are each told in a sentence, and the other server goes on', async () => {
  const first = await start();
  const sameFolder = await start();
  expect(await sameFolder.ended).toBe(1);
  expect(sameFolder.output()).toMatch(/^Sentence: 数据目录 \S+ 正被另一个在运行的 Jiqun 使用/);
  const samePort = await start(first.port, path.join(folder, 'other'));
  expect(await samePort.ended).toBe(1);
  expect(samePort.output()).toMatch(/^Sentence: 端口 \d+ 已被占用/);
  expect(await plansOf(first.port)).toEqual(['JQ2022-0001']);
});
