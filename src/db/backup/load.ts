import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { migrate, MigrationMismatch, readKnownMigrations } from '../migrate.ts';
import { openStore } from '../pool.ts';
import { verifyAudit } from '../verify-audit.ts';
import { copyIn, copyOut } from './copy.ts';
import { BackupFault } from './fault.ts';
import { enqueueWaiting, jobsTable, makeWaitingJobs, waitingJobs } from './jobs.ts';
import { readBackup, type BackupContents } from './read.ts';
import type { BackupRecord, Closing, Opening, TableEnd } from './records.ts';
import { withSession } from './session.ts';
import { listTables, type Table } from './tables.ts';

export interface LoadRequest {
  /** As the owner. */
  readonly url: string;
  readonly file: string;
  readonly passphrase?: string | undefined;
  /** What inspectBackup read. */
  readonly contents: BackupContents;
}

export interface LoadSummary {
  readonly tables: number;
  readonly rows: number;
  /** Bytes kept under their own digest, each proved. */
  readonly files: number;
  readonly auditEntries: number;
  /** Migrations that the backup did not have yet. */
  readonly migrated: readonly string[];
}

/** A backup that holds a migration unknown to this release, or in another wording, is refused. */
export async function refuseNewer({ migrations }: Opening): Promise<void> {
  const known = await readKnownMigrations();
  for (const { name, digest } of migrations) {
    const ours = known.get(name);
    if (ours === undefined) throw new BackupFault('newer', name);
    if (ours !== digest) throw new MigrationMismatch(name, 'edited');
  }
}

/** Nothing at all may be there, not even an empty table: a restore never mixes with what somebody else made. */
export async function refuseUsed(url: string): Promise<void> {
  const { rows } = await withSession(url, (client) =>
    client.query<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth', 'pgboss') and c.relkind in ('r', 'p', 'v', 'm', 'S') order by 1 limit 1`),
  );
  if (rows[0] !== undefined) throw new BackupFault('notEmpty', rows[0].name);
}

/** Restores onto the empty database: all rows or none, proved by reading them back; then brings it up to this release. */
export async function loadBackup(request: LoadRequest): Promise<LoadSummary> {
  const { url, contents } = request;
  await refuseNewer(contents.opening);
  await refuseUsed(url);
  await migrate(url, undefined, new Set(contents.opening.migrations.map(({ name }) => name)));
  const files = await withSession(url, (client) => load(client, request));
  const migrated = await migrate(url);
  const auditEntries = await proveAudit(url, contents.opening);
  const { tables } = contents.closing;
  return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files, auditEntries, migrated };
}

async function load(client: Client, { url, file, passphrase, contents }: LoadRequest): Promise<number> {
  const tables = await listTables(client);
  await client.query('begin');
  // The backup holds what triggers made of the rows when they were new. Foreign keys and checks stay in force.
  for (const { quoted } of tables) await client.query(`alter table ${quoted} disable trigger user`);
  for (const { quoted } of tables.toReversed()) await client.query(`delete from ${quoted}`);
  await makeWaitingJobs(client);
  await readBackup(file, passphrase, (records) => copyAll(client, records, tables));
  await setSequences(client, contents.closing);
  for (const { quoted } of tables) await client.query(`alter table ${quoted} enable trigger user`);
  await proveRows(client, tables, contents.closing.tables);
  const files = await proveFiles(client);
  await enqueueWaiting(url, client);
  await client.query('commit');
  return files;
}

async function copyAll(client: Client, records: AsyncGenerator<BackupRecord>, tables: readonly Table[]): Promise<void> {
  const targets = new Map([...tables, jobsTable].map((table) => [table.name, table] as const));
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    if (next.value.kind !== 'table') continue;
    const { table, columns } = next.value.content;
    const target = targets.get(table);
    if (target === undefined || JSON.stringify(target.columns) !== JSON.stringify(columns)) throw new BackupFault('altered', table);
    await copyIn(client, target.in, rowsOf(records));
  }
}

/** The rows up to the end of their table. */
async function* rowsOf(records: AsyncGenerator<BackupRecord>): AsyncGenerator<Buffer> {
  for (let next = await records.next(); next.done !== true && next.value.kind === 'rows'; next = await records.next()) yield next.value.content;
}

async function setSequences(client: Client, { sequences }: Closing): Promise<void> {
  for (const { name, value, called } of sequences) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
}

/** What was loaded, read as the backup read it, must be the same bytes. */
async function proveRows(client: Client, tables: readonly Table[], expected: readonly TableEnd[]): Promise<void> {
  const found = new Map<string, string>();
  for (const { name, out } of [...tables, waitingJobs]) {
    const digest = createHash('sm3');
    const copied = copyOut(client, out);
    for await (const chunk of copied.bytes) digest.update(chunk);
    found.set(name, `${copied.rows()} ${digest.digest('hex')}`);
  }
  for (const { table, rows, digest } of expected) if (found.get(table) !== `${rows} ${digest}`) throw new BackupFault('different', table);
  if (found.size !== expected.length)
    throw new BackupFault(
      'different',
      [...found.keys()].find((name) => !expected.some(({ table }) => table === name)),
    );
}

/** Every file's bytes against the digest that they are kept under; one file at a time. */
async function proveFiles(client: Client): Promise<number> {
  const { rows } = await client.query<{ digest: string }>('select digest from public.document_file');
  for (const { digest } of rows) {
    const kept = await client.query<{ bytes: Buffer }>('select bytes from public.document_file where digest = $1', [digest]);
    if (createHash('sm3').update(kept.rows[0]!.bytes).digest('hex') !== digest) throw new BackupFault('different', `document_file ${digest}`);
  }
  return rows.length;
}

async function proveAudit(url: string, { auditHead }: Opening): Promise<number> {
  const store = openStore(url, 'owner');
  try {
    const verdict = await verifyAudit(store.db, [auditHead]);
    if (!verdict.ok) throw new BackupFault('audit', `${verdict.seq} ${verdict.fault}`);
    return verdict.entries;
  } finally {
    await store.close();
  }
}
