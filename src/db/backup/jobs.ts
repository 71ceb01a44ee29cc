import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';

/** Work that waits is kept as what it is about, not as the rows of the library, which change with its releases. */
const order = 'order by name collate "C", data::text collate "C"';
export const jobsTable = {
  name: 'pgboss.job',
  columns: ['name', 'data'],
  out: `copy (select name, data from pgboss.job where state in ('created', 'retry', 'active') ${order}) to stdout`,
  in: 'copy pg_temp.waiting_job (name, data) from stdin',
} as const;
/** What was loaded of them, before it is enqueued. */
export const waitingJobs = { name: jobsTable.name, out: `copy (select name, data from pg_temp.waiting_job ${order}) to stdout` } as const;

export async function makeWaitingJobs(client: Client): Promise<void> {
  await client.query('create temporary table waiting_job (name text not null, data jsonb) on commit drop');
}

/** Enqueues what waits, in the client's transaction. */
export async function enqueueWaiting(url: string, client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; data: object }>('select name, data from pg_temp.waiting_job');
  if (rows.length === 0) return;
  const boss = new PgBoss({ connectionString: url, migrate: false, createSchema: false, schedule: false, supervise: false, max: 1 });
  boss.on('error', () => {});
  await boss.start();
  try {
    const executeSql = (text: string, values?: unknown[]) => client.query<Record<string, unknown>>(text, values);
    for (const { name, data } of rows) await boss.send(name, data, { db: { executeSql } });
  } finally {
    await boss.stop({ graceful: false });
  }
}
