import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { Client } from 'pg';
import { migrationLock } from '../migrate.ts';
import { copyOut } from './copy.ts';
import { toFrames } from './frames.ts';
import { jobsTable } from './jobs.ts';
import { encode, inPieces, type BackupRecord, type Closing, type Opening, type Secret, type TableEnd } from './records.ts';
import { withSession } from './session.ts';
import { listTables, readSequences } from './tables.ts';

export interface BackupRequest {
  /** As the owner. */
  readonly url: string;
  /** Must not exist. */
  readonly out: string;
  readonly product: string;
  readonly secrets: readonly Secret[];
  readonly passphrase?: string | undefined;
}

export interface BackupSummary {
  readonly opening: Opening;
  readonly closing: Closing;
  readonly bytes: number;
}

/**
 * Copies the database as it is at one instant, while others go on writing. The file appears under its name when it is whole and on
 * disk, never before.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupSummary> {
  const unfinished = `${request.out}.${process.pid}.part`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    const summary = await withSession(request.url, (client) => copyInto(file, client, request));
    await file.sync();
    const { size } = await file.stat();
    await file.close();
    await rename(unfinished, request.out);
    await syncFolder(path.dirname(path.resolve(request.out)));
    return { ...summary, bytes: size };
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function copyInto(file: FileHandle, client: Client, request: BackupRequest): Promise<Pick<BackupSummary, 'opening' | 'closing'>> {
  // No migration may run between the snapshot and the locks, which keep the tables as they are until the end.
  await client.query('select pg_advisory_lock_shared($1)', [migrationLock]);
  await client.query('begin isolation level repeatable read read only');
  const tables = await listTables(client);
  await client.query(`lock table ${tables.map((table) => table.quoted).join(', ')} in access share mode`);
  await client.query('select pg_advisory_unlock_shared($1)', [migrationLock]);
  const opening = await readOpening(client, request.product);
  let closing: Closing | undefined;
  async function* encoded(): AsyncGenerator<Buffer> {
    for await (const record of records(client, opening, request.secrets, [...tables, jobsTable])) {
      if (record.kind === 'closing') closing = record.content;
      yield encode(record);
    }
  }
  await pipeline(
    encoded,
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
    (bytes) => toFrames(bytes, request.passphrase),
    async (frames: AsyncIterable<Buffer>) => {
      for await (const frame of frames) await file.writeFile(frame);
    },
  );
  await client.query('commit');
  if (closing === undefined) throw new Error('the backup has no end');
  return { opening, closing };
}

async function readOpening(client: Client, product: string): Promise<Opening> {
  const [at, migrations, head] = [
    await client.query<{ at: Date }>('select clock_timestamp() as at'),
    await client.query<{ name: string; digest: string }>('select name, digest from public.migration order by name collate "C"'),
    await client.query<{ seq: string; hash: string }>('select seq, hash from public.audit_head'),
  ];
  const { seq, hash } = head.rows[0]!;
  return { product, at: at.rows[0]!.at.toISOString(), migrations: migrations.rows, auditHead: { seq: Number(seq), hash } };
}

async function* records(
  client: Client,
  opening: Opening,
  secrets: readonly Secret[],
  tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly out: string }[],
): AsyncGenerator<BackupRecord> {
  yield { kind: 'opening', content: opening };
  for (const content of secrets) yield { kind: 'secret', content };
  const ends: TableEnd[] = [];
  for (const { name, columns, out } of tables) {
    yield { kind: 'table', content: { table: name, columns } };
    const digest = createHash('sm3');
    const copied = copyOut(client, out);
    for await (const content of inPieces(copied.bytes)) {
      digest.update(content);
      yield { kind: 'rows', content };
    }
    const content = { table: name, rows: copied.rows(), digest: digest.digest('hex') };
    ends.push(content);
    yield { kind: 'tableEnd', content };
  }
  yield { kind: 'closing', content: { tables: ends, sequences: await readSequences(client) } };
}

/** So that the new name survives a power cut, where the system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
