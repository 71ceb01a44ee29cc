import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { clearDeadServer } from '#db/dead-server.ts';
import { freePort } from '#db/free-port.ts';
import { initCluster, startServer } from '#db/postgres-program.ts';
import { processTree } from './processor-time.ts';

/** A PostgreSQL that is not the product's own, so that it can be killed and started again under running servers. */
export interface Postgres {
  readonly url: string;
  readonly pid: () => number;
  /** kill −9 of every one of its processes. */
  readonly kill: () => Promise<void>;
  /** Until it answers again, crash recovery included. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startPostgres(base: string): Promise<Postgres> {
  chmodSync(base, 0o755);
  const folder = path.join(base, 'pg');
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const pid = (): number => Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const start = async (): Promise<void> => {
    await clearDeadServer(folder);
    await startServer(folder, port, path.join(base, 'postgres.log'), () => answers(url));
  };
  await initCluster(folder, password);
  await start();
  return {
    url,
    pid,
    start,
    kill: async () => {
      const all = processTree([pid()]);
      for (const one of all) killHard(one);
      while (all.some((one) => isAlive(one))) await setTimeout(5);
    },
    stop: async () => {
      const one = pid();
      process.kill(one, 'SIGINT');
      for (let waited = 0; isAlive(one) && waited < 400; waited++) await setTimeout(25);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** A zombie, which only waits to be noticed, is not alive. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
