import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Client } from 'pg';
import type { Tx } from './pool.ts';

/** Work done after a command's transaction has committed, by queue name. */
export interface JobData {
  /** Reads a frozen version back and proves its digests. */
  readonly 'version-verify': { readonly planId: string; readonly n: number };
  /** Asks the virus scanner about an uploaded file. */
  readonly 'file-scan': { readonly file: string };
  /** Reads the page codes of a scan of sealed papers. */
  readonly 'scan-read': { readonly scan: string };
}
export type JobName = keyof JobData;
const jobNames: readonly JobName[] = ['version-verify', 'file-scan', 'scan-read'];

/** Enqueues within the command's transaction: the job exists exactly when the command took effect. */
export type Enqueue = <Name extends JobName>(tx: Tx, name: Name, data: JobData[Name]) => Promise<void>;

export interface Jobs {
  readonly enqueue: Enqueue;
  /** Handles one job at a time; one that throws is tried again later. */
  readonly work: <Name extends JobName>(name: Name, handle: (data: JobData[Name]) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Creates the job tables and queues, as the owner, and lets the product's role use them. */
export async function installJobs(url: string, owner: Client): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schedule: false, supervise: false, max: 2 });
  boss.on('error', () => {});
  await boss.start();
  for (const name of jobNames) await boss.createQueue(name, { retryLimit: 5, retryBackoff: true });
  await boss.stop({ graceful: false });
  await owner.query('grant usage on schema pgboss to jiqun_app');
  await owner.query('grant select, insert, update, delete on all tables in schema pgboss to jiqun_app');
  await owner.query('grant usage on all sequences in schema pgboss to jiqun_app');
}

/** Connects to the job tables that installJobs made. */
export async function openJobs(url: string): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    options: '-c role=jiqun_app',
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    max: 4,
  });
  // A database restart reports errors here; polling goes on by itself once the database is back.
  boss.on('error', () => {});
  await boss.start();
  return {
    enqueue: async (tx, name, data) => {
      const executeSql = (text: string, values?: unknown[]) => tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []));
      await boss.send(name, data, { db: { executeSql } });
    },
    work: async (name, handle) => {
      await boss.work<JobData[typeof name]>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await handle(job.data);
      });
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
