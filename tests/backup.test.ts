import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAudit } from '#db/audit.ts';
import { loadBackup, type LoadSummary } from '#db/backup/load.ts';
import { inspectBackup } from '#db/backup/read.ts';
import { writeBackup, type BackupSummary } from '#db/backup/write.ts';
import { keepFile } from '#db/files.ts';
import { openJobs } from '#db/jobs.ts';
import { migrate, readKnownMigrations } from '#db/migrate.ts';
import { openStore, type Db } from '#db/pool.ts';
import { chainPending } from '#db/sequencer.ts';
import { verifyAudit } from '#db/verify-audit.ts';
import { seedDemo } from '#main/demo/seed.ts';
import { createDatabase, createEmptyDatabase, onServer, type TestDatabase } from './support/database.ts';
import { addPerson } from './support/rows.ts';

let folder: string;
let demo: TestDatabase;
const made: TestDatabase[] = [];
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-backup-'));
  demo = await createDatabase();
  await seedDemo(demo.url);
});
afterAll(async () => {
  for (const one of [demo, ...made]) await one.drop();
  await rm(folder, { recursive: true });
});

async function emptyDatabase(): Promise<string> {
  const database = await createEmptyDatabase();
  made.push(database);
  return database.url;
}

async function migratedDatabase(): Promise<string> {
  const database = await createDatabase();
  made.push(database);
  return database.url;
}

async function backUp(url: string, passphrase?: string): Promise<{ file: string; summary: BackupSummary }> {
  const file = path.join(folder, `${(files += 1)}.jiqun`);
  const secrets = [{ name: 'sealing.key', content: 'ab'.repeat(32) }] as const;
  return { file, summary: await writeBackup({ url, out: file, product: '0.1.0', secrets, passphrase }) };
}

async function restore(file: string, url: string, passphrase?: string): Promise<LoadSummary> {
  return loadBackup({ url, file, passphrase, contents: await inspectBackup(file, passphrase) });
}

/** Work with the database as its owner. */
async function asOwner<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const store = openStore(url, 'owner');
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}

/** How many rows each table has, and a digest of them; where each sequence stands. */
async function contentsOf(url: string): Promise<Record<string, unknown>> {
  return asOwner(url, async (db) => {
    const tables = await sql<{ name: string }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('public', 'auth') order by 1`.execute(db);
    const found: Record<string, unknown> = {};
    for (const { name } of tables.rows) {
      const { rows } = await sql`select count(*) as n, md5(string_agg(md5(t::text), '' order by md5(t::text))) as digest from ${sql.raw(name)} t`.execute(db);
      found[name] = rows[0];
    }
    const sequences = await sql<{ name: string; value: number | null }>`select schemaname || '.' || sequencename as name, last_value as value
      from pg_sequences where schemaname in ('public', 'auth')`.execute(db);
    for (const { name, value } of sequences.rows) found[name] = value;
    return found;
  });
}

describe('a backup of the demonstration', () => {
  test('comes back with every table, sequence, trigger and waiting job, and without anybody signed in', async () => {
    const person = await asOwner(demo.url, (db) => addPerson(db));
    await asOwner(demo.url, (db) =>
      sql`insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ('s', now() + interval '1 day', 't', now(), ${person})`.execute(db),
    );
    const jobs = await openJobs(demo.url);
    await asOwner(demo.url, (db) => db.transaction().execute((tx) => jobs.enqueue(tx, 'file-scan', { file: 'of the backup' })));
    await jobs.close();

    const { file, summary } = await backUp(demo.url);
    const target = await emptyDatabase();
    const loaded = await restore(file, target);

    const before = await contentsOf(demo.url);
    expect(before['auth.session']).toMatchObject({ n: 1 });
    expect(await contentsOf(target)).toEqual({ ...before, 'auth.session': { n: 0, digest: null } });
    expect(loaded).toMatchObject({ tables: summary.closing.tables.length, migrated: [], auditEntries: summary.opening.auditHead.seq });
    expect(loaded.files).toBeGreaterThan(0);
    await asOwner(target, async (db) => {
      expect((await sql`select name, data, state from pgboss.job`.execute(db)).rows).toEqual([
        { name: 'file-scan', data: { file: 'of the backup' }, state: 'created' },
      ]);
      expect((await sql`select from pg_trigger where tgenabled <> 'O'`.execute(db)).rows).toEqual([]);
      await expect(sql`delete from document_file`.execute(db)).rejects.toMatchObject({ code: 'JQ001' });
      await db.transaction().execute((tx) => appendAudit(tx, { actor: 'system', command: 'test', subject: 'after' }));
      expect(await chainPending(db)).toBe(1);
      expect(await verifyAudit(db, [summary.opening.auditHead])).toMatchObject({ ok: true, entries: loaded.auditEntries + 1 });
    });
  });

  test('is read by its passphrase only', async () => {
    const { file } = await backUp(demo.url, '一二三四五六七八九十甲乙');
    await expect(inspectBackup(file, undefined)).rejects.toMatchObject({ code: 'sealed' });
    await expect(inspectBackup(file, '一二三四五六七八九十甲丙')).rejects.toMatchObject({ code: 'wrongPassphrase' });
    const { secrets } = await inspectBackup(file, '一二三四五六七八九十甲乙');
    expect(secrets).toEqual([{ name: 'sealing.key', content: 'ab'.repeat(32) }]);
    await expect(inspectBackup((await backUp(demo.url)).file, '一二三四五六七八九十甲乙')).rejects.toMatchObject({ code: 'unsealed' });
    const loaded = await restore(file, await emptyDatabase(), '一二三四五六七八九十甲乙');
    expect(loaded.rows).toBeGreaterThan(100);
  });

  test.each([
    ['open', undefined],
    ['sealed', 'a passphrase of tests'],
  ])('%s: cut short, changed or prolonged anywhere, it is refused', async (_, passphrase) => {
    const { file } = await backUp(demo.url, passphrase);
    const whole = await readFile(file);
    const broken = path.join(folder, 'broken.jiqun');
    const faultOf = async (bytes: Buffer): Promise<string> => {
      await writeFile(broken, bytes);
      return inspectBackup(broken, passphrase).then(
        () => 'none',
        (error: { code?: string }) => error.code ?? String(error),
      );
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: whole.length - 1 }), async (length) => {
        expect(await faultOf(whole.subarray(0, length))).toBe('truncated');
      }),
      { numRuns: passphrase === undefined ? 40 : 8 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(['altered', 'truncated', 'notBackup', 'newer', 'wrongPassphrase']).toContain(await faultOf(changed));
      }),
      { numRuns: passphrase === undefined ? 60 : 8 },
    );
    for (const word of ['format', 'sealed', 'salt', 'check']) {
      const at = whole.indexOf(word);
      if (passphrase === undefined && (word === 'salt' || word === 'check')) continue;
      expect(await faultOf(Buffer.concat([whole.subarray(0, at), Buffer.from('x'), whole.subarray(at + 1)]))).toBe('altered');
    }
    expect(await faultOf(Buffer.concat([whole, Buffer.of(0)]))).toBe('altered');
    expect(await faultOf(whole)).toBe('none');
  });

  test('is not restored where anything is already, not even empty tables', async () => {
    const { file } = await backUp(demo.url);
    const before = await contentsOf(demo.url);
    await expect(restore(file, demo.url)).rejects.toMatchObject({ code: 'notEmpty' });
    expect(await contentsOf(demo.url)).toEqual(before);
    await expect(restore(file, await migratedDatabase())).rejects.toMatchObject({ code: 'notEmpty' });
    const foreign = await emptyDatabase();
    await onServer(foreign, (client) => client.query('create table theirs (a int)'));
    await expect(restore(file, foreign)).rejects.toMatchObject({ code: 'notEmpty', where: 'public.theirs' });
  });
});

test('a backup of a newer release is refused by the migration that is missing here, and nothing is made', async () => {
  const source = await migratedDatabase();
  await onServer(source, (client) => client.query("insert into migration (name, digest) values ('9999-future.sql', 'f')"));
  const { file } = await backUp(source);
  const target = await emptyDatabase();
  await expect(restore(file, target)).rejects.toMatchObject({ code: 'newer', where: '9999-future.sql' });
  expect(await contentsOf(target)).toEqual({});
});

test('a backup of an older release is loaded as it was, and then brought up to date', async () => {
  const names = [...(await readKnownMigrations()).keys()];
  const source = await emptyDatabase();
  await migrate(source, undefined, new Set(names.slice(0, 6)));
  const person = await asOwner(source, (db) => addPerson(db));
  const { file } = await backUp(source);
  const target = await emptyDatabase();
  expect(await restore(file, target)).toMatchObject({ migrated: names.slice(6) });
  await asOwner(target, async (db) => {
    // A later migration gave each account a row here.
    expect(await db.selectFrom('person').select('userId').execute()).toEqual([{ userId: person }]);
  });
});

test('taken while others write, it holds one instant: whole chain, no file without its row, and less than came after', async () => {
  const source = await migratedDatabase();
  const store = openStore(source);
  const stopped = new AbortController();
  const count = { written: 0 };
  const writer = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await store.db.transaction().execute(async (tx) => {
        const digest = await keepFile(tx, 'application/pdf', randomBytes(4_000));
        await appendAudit(tx, { actor: 'system', command: 'test', subject: digest });
      });
      count.written += 1;
    }
  };
  const chainer = async (): Promise<void> => {
    while (!stopped.signal.aborted) await chainPending(store.db, 50);
  };
  const all = [writer(), writer(), writer(), chainer()];
  while (count.written < 100) await setTimeout(5);
  const { file, summary } = await backUp(source);
  const after = count.written;
  while (count.written < after + 20) await setTimeout(5);
  stopped.abort();
  await Promise.all(all);
  await store.close();

  const target = await emptyDatabase();
  const loaded = await restore(file, target);
  expect(loaded.auditEntries).toBe(summary.opening.auditHead.seq);
  await asOwner(target, async (db) => {
    const { rows } = await sql<{ entries: number; files: number; alone: number }>`select (select count(*) from audit_entry) as entries,
      (select count(*) from document_file) as files,
      (select count(*) from audit_entry full join document_file on digest = subject where digest is null or subject is null) as alone`.execute(db);
    expect(rows[0]).toEqual({ entries: loaded.files, files: loaded.files, alone: 0 });
    expect(loaded.files).toBeLessThan(count.written);
    while ((await chainPending(db)) > 0);
    expect(await verifyAudit(db, [summary.opening.auditHead])).toMatchObject({ ok: true, entries: loaded.files });
  });
});

test('broken off half-way, it leaves no file at all', async () => {
  const source = await migratedDatabase();
  await asOwner(source, (db) =>
    db.transaction().execute(async (tx) => {
      for (let n = 0; n < 20; n += 1) await keepFile(tx, 'application/pdf', randomBytes(2_000_000));
    }),
  );
  const breakOff = onServer(source, async (client) => {
    for (let found = 0; found === 0; await setTimeout(1)) {
      const { rowCount } = await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy (%document_file%' and pid <> pg_backend_pid()",
      );
      found = rowCount ?? 0;
    }
  });
  await expect(backUp(source)).rejects.toThrow(/terminat/);
  await breakOff;
  expect((await readdir(folder)).filter((name) => name.startsWith(`${files}.jiqun`))).toEqual([]);
});
